package web

import (
	"context"

	"mapper/cypher"
	"mapper/graph"
)

func (f *fake) Named(context.Context, *cypher.Statement, map[string]string) (graph.ExportQuery, error) {
	return graph.ExportQuery{Part: true, Entities: []string{trust.ID, board.ID}}, f.err
}

func (f *fake) Within(_ context.Context, id string, _ int, _ graph.Day) ([]string, error) {
	return []string{id}, f.err
}

// Export gives what Taken would, and as many nodes as are wished for.
func (f *fake) Export(_ context.Context, q graph.ExportQuery) (*graph.Flow, error) {
	f.exported = q
	flow := (&graph.Taken{Words: graph.Standard()}).Flow()
	flow.Stored = storedExample()
	flow.Nodes = func(yield func(*graph.FlowNode, error) bool) {
		for range max(f.nodes, 1) {
			if !yield(&graph.FlowNode{Entity: graph.Entity{ID: trust.ID, Name: trust.Name, Kinds: trust.Kinds}, Alone: true}, nil) {
				return
			}
		}
		if f.rowErr != nil {
			yield(nil, f.rowErr)
		}
	}
	return flow, f.err
}
