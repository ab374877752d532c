package main

import (
	"context"
	"io"

	"mapper/graph"
	"mapper/graph/format"
)

// pictured is how and where something is written that is a picture too: as a table, or
// in a format of graphs.
type pictured struct {
	Format string `short:"f" default:"table" enum:"${answers}" help:"One of ${enum}."`
	into
}

// picture writes what a command found: as JSON just what the API answers, as a table, or
// as the graph that its picture shows.
func (p pictured) picture(ctx context.Context, std streams, s *connected, found any, table func() graph.Table, take func() (*graph.Taken, error)) error {
	f, err := format.Find(p.Format)
	if err != nil {
		return err
	}
	if !f.NeedsGraph {
		return output{p.Format, p.into}.answer(std, found, table)
	}
	taken, err := take()
	if err != nil {
		return err
	}
	return p.write(std, func(w io.Writer) error {
		if f.Lines {
			return f.Graph(w, taken.Flow())
		}
		return s.export(ctx, w, f, taken.Query())
	})
}
