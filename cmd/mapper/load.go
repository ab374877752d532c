package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"mapper/graph"
	"mapper/graph/store"
	"mapper/testdata/nhs"
)

type loadCommand struct {
	Datasets []string `arg:"" optional:"" name:"dataset" help:"Folders of datasets, or ids of samples (default: the sample)."`
	DryRun   bool     `help:"Say what would change, and change nothing."`
	Drop     bool     `help:"Remove the named datasets (by id) from the graph instead."`
	JSON     bool     `name:"json" help:"Print the summary as JSON, a line a dataset."`
}

// Help shows examples below the options.
func (loadCommand) Help() string {
	return "Examples:\n  mapper load\n  mapper load my-dataset --dry-run\n  NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=… mapper load articles my-dataset\n  mapper load --drop my-dataset"
}

// Run checks all datasets before it writes the first.
func (c loadCommand) Run(ctx context.Context, std streams, to *connection) error {
	var datasets []*graph.Dataset
	if c.Drop {
		if len(c.Datasets) == 0 || c.DryRun {
			return graph.Errorf(graph.Invalid, "--drop takes the ids of datasets, and no --dry-run")
		}
		for _, id := range c.Datasets {
			datasets = append(datasets, &graph.Dataset{ID: id})
		}
	} else {
		read, err := checkedDatasets(orSample(c.Datasets))
		if err != nil {
			return err
		}
		datasets = read
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	return loadAll(ctx, s.Store, datasets, store.LoadOptions{DryRun: c.DryRun}, std.err, func(r graph.Report) error { return c.print(std.out, r) })
}

func (c loadCommand) print(w io.Writer, r graph.Report) error {
	if !c.JSON {
		return printReport(w, r)
	}
	text, err := json.Marshal(r)
	if err == nil {
		_, err = fmt.Fprintf(w, "%s\n", text)
	}
	return err
}

// loadAll loads datasets one after the other and hands on what was done.
func loadAll(ctx context.Context, s *store.Store, datasets []*graph.Dataset, options store.LoadOptions, progress io.Writer, done func(graph.Report) error) error {
	if err := s.Prepare(ctx); err != nil {
		return err
	}
	for _, d := range datasets {
		options.Told = func(step string, rows int) { fmt.Fprintf(progress, "%s: %s (%d)\n", d.ID, step, rows) }
		options.Waiting = func() { fmt.Fprintln(progress, "another load is under way; waiting for it to end") }
		r, err := s.Load(ctx, d.Stream(), options)
		if err != nil {
			return err
		}
		if err := done(r); err != nil {
			return err
		}
	}
	return nil
}

// printReport says what a load did.
func printReport(w io.Writer, r graph.Report) error {
	head := "loaded"
	switch {
	case r.DryRun:
		head = "would change"
	case !r.Touched():
		head = "unchanged"
	}
	seconds := r.Took.Seconds()
	_, err := fmt.Fprintf(w, "%s: %s in %.2f s (%.0f rows/s)\n  documents  %s\n  entities   %s\n  claims     %s\n",
		r.Dataset, head, seconds, float64(r.Rows())/max(seconds, 0.001), r.Documents, r.Entities, r.Claims)
	return err
}

// orSample gives the sample datasets when none is named.
func orSample(names []string) []string {
	if len(names) == 0 {
		return nhs.IDs
	}
	return names
}
