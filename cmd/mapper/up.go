package main

import (
	"context"
	"io"

	"mapper/graph"
	"mapper/graph/store"
)

type upCommand struct {
	Datasets []string `arg:"" optional:"" name:"dataset" help:"Folders of datasets, or ids of samples (default: the sample)."`
	serving
}

// Help shows examples below the options.
func (upCommand) Help() string {
	return "Examples:\n  mapper up\n  mapper up articles my-dataset --open\n  NEO4J_URI=neo4j+s://….databases.neo4j.io NEO4J_PASSWORD=… mapper up"
}

// Run does the main job: Neo4j ready, datasets loaded, web app served, until it is
// interrupted.
func (c upCommand) Run(ctx context.Context, std streams, to *connection) error {
	datasets, err := checkedDatasets(orSample(c.Datasets))
	if err != nil {
		return err
	}
	return c.run(ctx, std, to, func(s *store.Store) error {
		return loadAll(ctx, s, datasets, store.LoadOptions{}, io.Discard, func(r graph.Report) error { return printReport(std.err, r) })
	})
}
