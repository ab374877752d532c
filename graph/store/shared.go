package store

import (
	"context"

	"mapper/graph"
)

// Shared gives what is joined to at least two of the entities, joined to most first,
// with the entities themselves and all edges between these.
func (s *Store) Shared(ctx context.Context, q graph.SharedQuery) (*graph.Common, error) {
	walk, err := s.walked(ctx, q.Relations)
	if err != nil {
		return nil, err
	}
	if err := s.allThere(ctx, q.IDs); err != nil {
		return nil, err
	}
	rows, err := s.read(ctx, explore("shared"), map[string]any{"ids": q.IDs, "relations": walk, "as_at": q.AsAt, "limit": orDefault(q.Limit, 60)})
	if err != nil {
		return nil, err
	}
	found, show := &graph.Common{Shared: []graph.SharedBy{}}, q.IDs
	for _, one := range sliceOf(rows[0]["shared"]) {
		m := mapOf(one)
		by := graph.SharedBy{ID: text(m["id"]), With: texts(m["with"])}
		by.Shared = len(by.With)
		found.Shared, show = append(found.Shared, by), append(show[:len(show):len(show)], by.ID)
	}
	found.Subgraph, err = s.Map(ctx, graph.MapQuery{Show: show, Filter: graph.Filter{Relations: q.Relations, AsAt: q.AsAt}})
	if total := number(rows[0]["total"]); total > len(found.Shared) {
		found.Total += total - len(found.Shared)
		found.Why = "those joined to most of them"
	}
	return found, err
}
