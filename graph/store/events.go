package store

import (
	"context"

	"mapper/graph"
)

// Events gives what happened to the entities of a map, at any time: the days that are
// looked at or compared do not narrow it.
func (s *Store) Events(ctx context.Context, q graph.MapQuery) (*graph.Events, error) {
	q.AsAt, q.Was = graph.Day{}, graph.Day{}
	g, b, err := s.drawnOn(ctx, q)
	if err != nil {
		return nil, err
	}
	told, err := s.successions(ctx, b, &graph.Difference{Renamed: map[string]bool{}, Succeeded: map[string]bool{}}, ids(g.Nodes))
	if err != nil {
		return nil, err
	}
	return graph.EventsOf(g.Subgraph, told), nil
}
