package store

import (
	"context"
	"slices"

	"mapper/graph"
)

// Paths gives all shortest paths between two entities, and the nodes and edges on
// them. Without relations it walks along all but speech.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) (*graph.Paths, error) {
	vocabulary, err := s.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	if len(q.Relations) == 0 {
		for _, r := range vocabulary.Relations {
			if !r.Speech {
				q.Relations = append(q.Relations, r.Type)
			}
		}
	}
	ends, err := s.nodes(ctx, []string{q.From, q.To}, graph.Day{})
	if err != nil {
		return nil, err
	}
	for _, id := range []string{q.From, q.To} {
		if !slices.ContainsFunc(ends, func(n graph.Node) bool { return n.ID == id }) {
			return nil, noEntity(id)
		}
	}
	found := &graph.Paths{Paths: [][]string{}}
	if q.From == q.To {
		return nil, graph.Errorf(graph.Invalid, "from and to are the same entity: give two different ones")
	}
	rows, err := s.read(ctx, explore("paths"), map[string]any{"from": q.From, "to": q.To, "relations": q.Relations,
		"as_at": q.AsAt, "max": min(orDefault(q.Max, 6), 8), "limit": 100})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		found.Paths = append(found.Paths, texts(r["path"]))
	}
	if len(found.Paths) == 0 {
		found.Subgraph = graph.Subgraph{Nodes: []graph.Node{}, Edges: []graph.Edge{}}
		return found, nil
	}
	found.Length = len(found.Paths[0]) - 1
	found.Subgraph, err = s.Map(ctx, graph.MapQuery{Show: slices.Concat(found.Paths...), Filter: graph.Filter{Relations: q.Relations, AsAt: q.AsAt}})
	return found, err
}
