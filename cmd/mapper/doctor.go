package main

import (
	"context"
	"fmt"

	"mapper/graph"
	"mapper/graph/local"
)

type doctorCommand struct {
	Checksum bool `help:"Also read the whole graph and print a checksum over all nodes and edges, to compare two graphs by."`
}

// Run prints what is found, what is missing and what to do about it.
func (c doctorCommand) Run(ctx context.Context, std streams, to *connection) error {
	if err := c.look(ctx, std, to); err != nil || !c.Checksum {
		return err
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	sum, err := s.Checksum(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(std.out, "checksum", sum)
	return err
}

func (doctorCommand) look(ctx context.Context, std streams, to *connection) error {
	if to.URI != "" {
		s, err := to.open(ctx, std.err)
		if err != nil {
			return err
		}
		defer s.close(std.err)
		version, err := s.Version(ctx)
		if err != nil {
			return err
		}
		datasets, err := s.Datasets(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(std.out, "ok       Neo4j at %s answers (graph %s, %s)\n", to.URI, version, plural(len(datasets), "dataset", "datasets"))
		for _, d := range datasets {
			if d.Unfinished {
				fmt.Fprintf(std.out, "MISSING  the load of %s was cut off\n                  → run the same mapper load again\n", d.ID)
			}
		}
		return nil
	}
	fmt.Fprintln(std.out, "NEO4J_URI is not set: the mapper's own Neo4j is used.")
	found := local.Inspect(ctx, local.Options{Home: to.Home, Jars: to.Jars})
	for _, f := range found {
		mark := "ok     "
		if !f.OK {
			mark = "MISSING"
		}
		fmt.Fprintf(std.out, "%s  %-8s %s\n", mark, f.Name, f.Found)
		if f.Todo != "" {
			fmt.Fprintf(std.out, "                  → %s\n", f.Todo)
		}
	}
	if !found.Ready() {
		return graph.Errorf(graph.Unavailable, "something is missing: see above")
	}
	return nil
}
