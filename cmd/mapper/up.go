package main

import (
	"context"
	"io"

	"mapper/graph"
	"mapper/graph/store"
)

type upCommand struct {
	Sources []string `arg:"" optional:"" name:"source" help:"Dataset folders or workbooks, published files (docs/official-files.md), MAPPING.yaml=FILE.csv, or ids of samples (default: the sample)."`
	serving
	sourceOptions
}

// Help shows examples below the options.
func (upCommand) Help() string {
	return "Examples:\n  mapper up\n  mapper up articles my-dataset --open\n  NEO4J_URI=neo4j+s://….databases.neo4j.io NEO4J_PASSWORD=… mapper up"
}

// Run does the main job: Neo4j ready, datasets loaded, web app served, until it is
// interrupted.
func (c upCommand) Run(ctx context.Context, std streams, to *connection) error {
	l := &loader{progress: io.Discard, done: func(r graph.Report) error { return printReport(std.err, r) }}
	if err := l.read(orSample(c.Sources), c.sourceOptions, std.err); err != nil {
		return err
	}
	defer l.close()
	if l.rows() >= barFrom {
		l.progress = std.err
	}
	return c.run(ctx, std, to, func(s *store.Store) error { return l.load(ctx, s) })
}
