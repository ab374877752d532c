package main

import (
	"fmt"
	"os"
	"slices"

	"mapper/graph"
	"mapper/graph/source"
)

type checkCommand struct {
	Sources   []string `arg:"" optional:"" name:"source" help:"Datasets and published files, as load takes them (default: the sample)."`
	Documents string   `placeholder:"DIR" help:"Also check that each claim's phrase stands in the named paragraph of the document's text file in DIR, and that every paragraph is covered."`
	sourceOptions
}

// Help shows examples below the options.
func (checkCommand) Help() string {
	return "Examples:\n  mapper check my-dataset\n  mapper check articles --documents texts\n  mapper check etr_2025-12.csv networks.yaml=networks.csv"
}

// Run checks without a database. Problems are data here, so they go to stdout; so do
// rejected rows of published files, which are no problems as long as they are few.
func (c checkCommand) Run(std streams) error {
	if c.Documents != "" {
		if info, err := os.Stat(c.Documents); err != nil || !info.IsDir() {
			return graph.Errorf(graph.Invalid, "--documents %s: there is no such folder", c.Documents)
		}
	}
	total := 0
	for _, name := range orSample(c.Sources) {
		problems, err := c.source(std, name)
		if err != nil {
			return err
		}
		for _, p := range problems {
			fmt.Fprintln(std.out, p)
		}
		total += len(problems)
	}
	if total > 0 {
		return graph.Errorf(graph.Invalid, "%s found", plural(total, "problem", "problems"))
	}
	return nil
}

// source checks one source.
func (c checkCommand) source(std streams, name string) (graph.Problems, error) {
	one, err := openSource(name, c.sourceOptions)
	if err != nil {
		return nil, err
	}
	defer one.close()
	if one.dataset == nil {
		for _, p := range one.rejected {
			fmt.Fprintf(std.out, "rejected: %s\n", p)
		}
		one.rejected = nil
		reportRead(std.err, []*opened{one})
	}
	rows, err := one.settle(source.Known{})
	if err != nil {
		return nil, err
	}
	reportSettled(std.err, one)
	vocabulary, err := graph.Standard().Extend(one.about.Vocabulary)
	if err != nil {
		vocabulary = graph.Standard() // which the problems tell of
	}
	found := tally{}
	problems, err := graph.CheckStream(rows, vocabulary, found.visitor())
	if err == nil && c.Documents != "" && one.dataset != nil {
		problems = append(problems, c.phrases(std, name, one)...)
	}
	if err == nil && len(problems) == 0 {
		fmt.Fprintf(std.err, "%s: %s: no problem found\n", name, found)
	}
	return problems, err
}

// phrases holds a dataset to the texts of its documents.
func (c checkCommand) phrases(std streams, name string, one *opened) graph.Problems {
	d, _ := one.dataset.Read() // whose problems have been found
	paragraphs, unnamed, missing := texts(d, c.Documents)
	if unnamed > 0 {
		fmt.Fprintf(std.err, "%s: %s no text file; their phrases are not verified\n", name, plural(unnamed, "document names", "documents name"))
	}
	return slices.Concat(missing, d.CheckPhrases(paragraphs), d.CheckCoverage(paragraphs))
}

// tally counts the rows of a dataset.
type tally struct{ documents, entities, claims int }

func (t *tally) visitor() graph.Visitor {
	return graph.Visitor{
		Document: func(*graph.Document) error { t.documents++; return nil },
		Entity:   func(*graph.Entity) error { t.entities++; return nil },
		Claim:    func(*graph.Claim) error { t.claims++; return nil },
	}
}

// String gives the counts in words.
func (t tally) String() string {
	return fmt.Sprintf("%s, %s, %s", plural(t.documents, "document", "documents"), plural(t.entities, "entity", "entities"), plural(t.claims, "claim", "claims"))
}
