package main

import (
	"fmt"
	"os"
	"slices"

	"mapper/graph"
)

type checkCommand struct {
	Datasets  []string `arg:"" optional:"" name:"dataset" help:"Folders of datasets, or ids of samples (default: the sample)."`
	Documents string   `placeholder:"DIR" help:"Also check that each claim's phrase stands in the named paragraph of the document's text file in DIR, and that every paragraph is covered."`
}

// Help shows examples below the options.
func (checkCommand) Help() string {
	return "Examples:\n  mapper check my-dataset\n  mapper check articles --documents texts"
}

// Run checks without a database. Problems are data here, so they go to stdout.
func (c checkCommand) Run(std streams) error {
	if c.Documents != "" {
		if info, err := os.Stat(c.Documents); err != nil || !info.IsDir() {
			return graph.Errorf(graph.Invalid, "--documents %s: there is no such folder", c.Documents)
		}
	}
	total := 0
	for _, name := range orSample(c.Datasets) {
		d, problems, err := readDataset(name)
		if err != nil {
			return err
		}
		if c.Documents != "" {
			paragraphs, unnamed, missing := texts(d, c.Documents)
			if unnamed > 0 {
				fmt.Fprintf(std.err, "%s: %s no text file; their phrases are not verified\n", name, plural(unnamed, "document names", "documents name"))
			}
			problems = slices.Concat(problems, missing, d.CheckPhrases(paragraphs), d.CheckCoverage(paragraphs))
		}
		for _, p := range problems {
			fmt.Fprintln(std.out, p)
		}
		total += len(problems)
		if len(problems) == 0 {
			fmt.Fprintf(std.err, "%s: %s, %s, %s: no problem found\n", name, plural(len(d.Documents), "document", "documents"),
				plural(len(d.Entities), "entity", "entities"), plural(len(d.Claims), "claim", "claims"))
		}
	}
	if total > 0 {
		return graph.Errorf(graph.Invalid, "%s found", plural(total, "problem", "problems"))
	}
	return nil
}
