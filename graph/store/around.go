package store

import (
	"context"
	"slices"

	"mapper/graph"
)

// Bounds on steps, so that a graph of any size answers: of what a step reaches, so many
// entities with the most edges are drawn from and stepped on from.
const stepped = 300

// Around gives what stands within some steps of an entity, the best connected first.
func (s *Store) Around(ctx context.Context, q graph.AroundQuery) (*graph.Around, error) {
	walk, err := s.walked(ctx, q.Relations)
	if err != nil {
		return nil, err
	}
	if err := s.allThere(ctx, []string{q.ID}); err != nil {
		return nil, err
	}
	steps, at, err := s.walk(ctx, q, walk)
	if err != nil {
		return nil, err
	}
	show := make([]string, 0, len(at))
	for id := range at {
		show = append(show, id)
	}
	g, err := s.draw(ctx, graph.MapQuery{Show: show, Filter: graph.Filter{Relations: walk, AsAt: q.AsAt}})
	if err != nil {
		return nil, err
	}
	near := graph.Nearest(q.ID, g.Nodes, g.Edges, orDefault(q.Limit, 60)+1)
	found := &graph.Around{Steps: steps, Subgraph: g.Subgraph}
	if len(q.Relations) == 0 { // what was walked along chooses the entities; between these nothing is left out
		if found.Subgraph, err = s.Map(ctx, graph.MapQuery{Show: near, Filter: graph.Filter{AsAt: q.AsAt}}); err != nil {
			return nil, err
		}
	} else {
		found.Nodes, found.Edges = graph.Only(g.Nodes, g.Edges, near)
	}
	found.Shown = graph.Shown{Shown: len(found.Nodes), Total: 1}
	for i, step := range steps {
		for _, n := range found.Nodes {
			if at[n.ID] == step.Step && n.ID != q.ID {
				steps[i].Shown++
			}
		}
		found.Total += step.Total
		found.AtLeast = found.AtLeast || step.AtLeast
	}
	if found.Shown.Shown < found.Total {
		found.Why = "the best connected"
	}
	return found, nil
}

// walk takes step after step, and gives how many entities each reaches and by which
// step each of those with the most edges is reached.
func (s *Store) walk(ctx context.Context, q graph.AroundQuery, relations []string) ([]graph.Step, map[string]int, error) {
	at, seen, from := map[string]int{q.ID: 0}, []string{q.ID}, []string{q.ID}
	steps, cut := []graph.Step{}, false
	for n := 1; n <= q.Steps && len(from) > 0; n++ {
		rows, err := s.read(ctx, explore("step"), map[string]any{"ids": from, "seen": seen, "relations": relations, "as_at": q.AsAt, "limit": stepped})
		if err != nil {
			return nil, nil, err
		}
		step := graph.Step{Step: n, Total: number(rows[0]["total"]), AtLeast: cut}
		from = texts(rows[0]["ids"])
		for _, id := range from {
			at[id] = n
		}
		seen = slices.Concat(seen, from)
		cut = cut || step.Total > len(from)
		steps = append(steps, step)
	}
	return steps, at, nil
}
