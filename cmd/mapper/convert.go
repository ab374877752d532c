package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
	"mapper/graph/source/mapping"
	"mapper/graph/source/succession"
	"mapper/graph/source/workbook"
)

type convertCommand struct {
	Sources     []string `arg:"" name:"source" help:"Dataset folders, the partnership workbook (.xlsx), a list of successions (.csv), or MAPPING.yaml=FILE.csv. Bodies of earlier sources keep their ids and names."`
	To          string   `required:"" placeholder:"FOLDER" help:"Folder to write the dataset to."`
	ID          string   `required:"" placeholder:"ID" help:"Id of the dataset."`
	Title       string   `required:"" help:"Title of the dataset."`
	Licence     string   `help:"Licence and attribution."`
	Description string   `help:"What the dataset is."`
	MaxRejects  int      `default:"1000" placeholder:"N" help:"Write nothing when more rows than this are rejected (${default})."`
}

// Help shows examples below the options.
func (convertCommand) Help() string {
	return "Examples:\n  mapper convert stp_partners.xlsx --to partners --id partners --title 'The 42 partnerships'\n" +
		"  mapper convert my-facts networks.yaml=networks.csv successions.csv --to merged --id merged --title 'Facts and networks'"
}

// Run reads all sources, merges them and writes one dataset.
func (c convertCommand) Run(std streams) error {
	var results []*source.Result
	for _, name := range c.Sources {
		result, err := readSource(name, results)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	d, aside := source.Merge(results)
	d.ID, d.Title, d.Licence, d.Description = c.ID, c.Title, c.Licence, c.Description
	rejected := reportSources(std.err, results, aside)
	if rejected > c.MaxRejects {
		return graph.Errorf(graph.Invalid, "%d rows were rejected, more than --max-rejects %d; nothing was written", rejected, c.MaxRejects)
	}
	vocabulary, err := graph.Standard().Extend(d.Vocabulary)
	if err != nil {
		return err
	}
	if problems := d.Check(vocabulary); len(problems) > 0 {
		return tooMany(problems)
	}
	if err := written(d, c.To); err != nil {
		return err
	}
	_, err = fmt.Fprintf(std.out, "%s: %s, %s, %s\n", c.To, plural(len(d.Documents), "document", "documents"),
		plural(len(d.Entities), "entity", "entities"), plural(len(d.Claims), "claim", "claims"))
	return err
}

// written writes a dataset once it is known to read back without a problem.
func written(d *graph.Dataset, to string) error {
	trial, err := os.MkdirTemp("", "mapper-convert-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(trial)
	if err := folder.Write(trial, d); err != nil {
		return err
	}
	if _, problems := folder.Read(os.DirFS(trial), to); len(problems) > 0 {
		return tooMany(problems)
	}
	if err := folder.Write(to, d); err != nil {
		return graph.Errorf(graph.Invalid, "%s cannot be written: %v", to, err).Because(err)
	}
	return nil
}

// readSource reads one source; what earlier ones describe is known to it.
func readSource(name string, earlier []*source.Result) (*source.Result, error) {
	if by, file, ok := strings.Cut(name, "="); ok && isMapping(by) {
		m, err := readFile(by, func(in io.Reader) (*mapping.Mapping, error) { return mapping.Parse(in, by) })
		if err != nil {
			return nil, err
		}
		return readFile(file, func(in io.Reader) (*source.Result, error) { return m.Read(in, filepath.Base(file)) })
	}
	base := filepath.Base(name)
	switch {
	case strings.EqualFold(filepath.Ext(name), ".xlsx"):
		return readFile(name, func(in io.Reader) (*source.Result, error) { return workbook.Read(in, base, source.IndexOf(earlier)) })
	case strings.EqualFold(filepath.Ext(name), ".csv"):
		return readFile(name, func(in io.Reader) (*source.Result, error) { return succession.Read(in, base) })
	}
	d, problems, err := readDataset(name)
	if err == nil {
		err = problems.Err()
	}
	if err != nil {
		return nil, err
	}
	return source.Of(d, name), nil
}

func isMapping(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// readFile opens a file for a reader.
func readFile[T any](name string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(name)
	if err != nil {
		var none T
		return none, graph.Errorf(graph.Invalid, "%v", err).Because(err)
	}
	defer f.Close()
	return read(f)
}

// reportSources says what became of the rows of each source and gives the number rejected.
func reportSources(w io.Writer, results []*source.Result, aside source.Aside) int {
	rejected := 0
	for _, r := range results {
		for _, p := range r.Rejected {
			fmt.Fprintf(w, "rejected: %s\n", p)
		}
		rejected += len(r.Rejected)
	}
	for _, r := range results {
		for _, count := range r.Counts {
			fmt.Fprintf(w, "%s: %s\n", r.Name, count)
		}
		if n := aside.Claims[r.Name]; n > 0 {
			fmt.Fprintf(w, "%s: %s left out, since an end is a body that no source describes\n", r.Name, plural(n, "claim", "claims"))
		}
	}
	if aside.Entities > 0 {
		fmt.Fprintf(w, "%s left out, since no claim names them\n", plural(aside.Entities, "entity", "entities"))
	}
	return rejected
}
