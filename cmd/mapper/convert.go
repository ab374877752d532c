package main

import (
	"fmt"
	"io"
	"os"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
)

type convertCommand struct {
	Sources     []string `arg:"" name:"source" help:"Datasets and published files, as load takes them. Bodies of earlier sources keep their ids and names."`
	To          string   `required:"" placeholder:"FOLDER" help:"Folder to write the dataset to."`
	ID          string   `required:"" placeholder:"ID" help:"Id of the dataset."`
	Title       string   `required:"" help:"Title of the dataset."`
	Licence     string   `help:"Licence and attribution."`
	Description string   `help:"What the dataset is."`
	sourceOptions
}

// Help shows examples below the options.
func (convertCommand) Help() string {
	return "Examples:\n  mapper convert stp_partners.xlsx --to partners --id partners --title 'The 42 partnerships'\n" +
		"  mapper convert my-facts networks.yaml=networks.csv successions.csv --to merged --id merged --title 'Facts and networks'"
}

// Run reads all sources and writes one dataset: a single source row by row, whatever
// its size, several merged in memory.
func (c convertCommand) Run(std streams) error {
	if err := c.checkNames(); err != nil {
		return err
	}
	rows, err := c.rows(std.err)
	if err != nil {
		return err
	}
	defer rows.close()
	vocabulary, err := graph.Standard().Extend(rows.About().Vocabulary)
	if err != nil {
		return err
	}
	written := tally{}
	problems, err := graph.CheckStream(rows, vocabulary, written.visitor())
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return tooMany(problems)
	}
	if err := rows.write(c.To); err != nil {
		return graph.Errorf(graph.Invalid, "%s cannot be written: %v", c.To, err).Because(err)
	}
	_, err = fmt.Fprintf(std.out, "%s: %s\n", c.To, written)
	return err
}

// checkNames holds what the flags say of the dataset to what a dataset may say.
func (c convertCommand) checkNames() error {
	trial, err := os.MkdirTemp("", "mapper-convert-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(trial)
	if err := folder.Write(trial, &graph.Dataset{ID: c.ID, Title: c.Title, Licence: c.Licence, Description: c.Description}); err != nil {
		return err
	}
	if _, problems := folder.Read(os.DirFS(trial), c.To); len(problems) > 0 {
		return tooMany(problems)
	}
	return nil
}

// converted are the rows of the dataset to be.
type converted struct {
	graph.Stream
	write func(to string) error
	close func()
}

func (c convertCommand) rows(w io.Writer) (*converted, error) {
	if len(c.Sources) == 1 {
		return c.single(w)
	}
	d, err := c.merged(w)
	if err != nil {
		return nil, err
	}
	return &converted{d.Stream(), func(to string) error { return folder.Write(to, d) }, func() {}}, nil
}

// single reads the one source.
func (c convertCommand) single(w io.Writer) (*converted, error) {
	all, err := openSources(c.Sources, c.sourceOptions)
	if err != nil {
		return nil, err
	}
	one := all[0]
	c.name(one.about)
	reportRead(w, all)
	rows, err := one.settle(source.Known{})
	if err != nil {
		closeAll(all)
		return nil, err
	}
	reportSettled(w, one)
	return &converted{rows, func(to string) error { return writeRows(to, one.about, rows) }, func() { closeAll(all) }}, nil
}

// name gives a dataset what the flags say of it.
func (c convertCommand) name(d *graph.Dataset) {
	d.ID, d.Title, d.Licence, d.Description = c.ID, c.Title, c.Licence, c.Description
}

// writeRows writes a dataset row by row.
func writeRows(to string, about *graph.Dataset, rows graph.Stream) error {
	w, err := folder.Create(to, about)
	if err != nil {
		return err
	}
	for _, each := range []func() error{
		func() error { return rows.EachDocument(w.Document) },
		func() error { return rows.EachEntity(w.Entity) },
		func() error { return rows.EachClaim(w.Claim) },
	} {
		if err := each(); err != nil {
			_ = w.Close() // err says what went wrong
			return err
		}
	}
	return w.Close()
}
