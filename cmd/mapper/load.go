package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/store"
	"mapper/testdata/nhs"
)

type loadCommand struct {
	Sources []string `arg:"" optional:"" name:"source" help:"Dataset folders or workbooks, published files (docs/official-files.md), MAPPING.yaml=FILE.csv, or ids of samples (default: the sample)."`
	DryRun  bool     `help:"Say what would change, and change nothing."`
	Drop    bool     `help:"Remove the named datasets (by id) from the graph instead."`
	Verify  bool     `help:"Compare with every node and edge, not with what the last load noted; repairs a graph that something else has changed."`
	Offline string   `enum:"auto,never" default:"auto" help:"Fill an empty Neo4j of the mapper's own by Neo4j's offline import, when there are many rows: auto or never (${default})."`
	Workers int      `default:"2" placeholder:"N" help:"How many transactions of a large load write at once (${default})."`
	JSON    bool     `name:"json" help:"Print the summary as JSON, a line a dataset."`
	sourceOptions
}

// Help shows examples below the options.
func (loadCommand) Help() string {
	return "Examples:\n  mapper load\n  mapper load my-dataset --dry-run\n  mapper load etr_2022-03.csv && mapper load etr_2025-12.csv\n" +
		"  NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=… mapper load articles my-dataset\n  mapper load --drop my-dataset"
}

// Run reads and checks all sources before it writes the first.
func (c loadCommand) Run(ctx context.Context, std streams, to *connection) error {
	if c.Drop {
		return c.drop(ctx, std, to)
	}
	l := &loader{options: store.LoadOptions{DryRun: c.DryRun, Verify: c.Verify, Workers: c.Workers}, progress: std.err,
		done: func(r graph.Report) error { return c.print(std.out, r) }}
	if to.URI != "" {
		l.opening = to.ahead(ctx, std.err, !c.DryRun)
	}
	if err := l.read(orSample(c.Sources), c.sourceOptions, std.err); err != nil {
		return err
	}
	defer l.close()
	s, err := l.connect(ctx, to, c.Offline == "auto")
	if err != nil {
		return err
	}
	defer s.close(std.err)
	store.TuneMemory()
	return l.load(ctx, s.Store)
}

// drop removes datasets by their ids.
func (c loadCommand) drop(ctx context.Context, std streams, to *connection) error {
	if len(c.Sources) == 0 || c.DryRun {
		return graph.Errorf(graph.Invalid, "--drop takes the ids of datasets, and no --dry-run")
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	for _, id := range c.Sources {
		report, err := s.Drop(ctx, id)
		if err == nil {
			err = c.print(std.out, report)
		}
		if err != nil {
			return err
		}
	}
	return nil
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

// printReport says what a load did.
func printReport(w io.Writer, r graph.Report) error {
	head := "loaded"
	switch {
	case r.DryRun:
		head = "would change"
	case r.Repaired:
		head = "repaired: an earlier load had been cut off; now loaded"
	case !r.Touched():
		head = "unchanged"
	}
	seconds := r.Took.Seconds()
	_, err := fmt.Fprintf(w, "%s: %s in %.2f s (%.0f rows/s)\n  documents  %s\n  entities   %s\n%s  claims     %s\n%s",
		r.Dataset, head, seconds, float64(r.Rows())/max(seconds, 0.001), r.Documents, r.Entities, inDetail(r.Release, r.Kinds), r.Claims, inDetail(r.Release, r.Relations))
	return err
}

// inDetail tells of each kind or relation what a release did, where it did anything.
func inDetail(release string, tallies map[string]*graph.Tally) string {
	if release == "" || len(tallies) < 2 {
		return ""
	}
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(tallies)) {
		if t := tallies[name]; t.Touched() {
			fmt.Fprintf(&text, "    %s: %s\n", name, t)
		}
	}
	return text.String()
}

// orSample gives the sample datasets when none is named.
func orSample(names []string) []string {
	if len(names) == 0 {
		return nhs.IDs
	}
	return names
}
