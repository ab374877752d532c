package store

import (
	"cmp"
	"context"
	"slices"

	"mapper/graph"
)

// Bounds on what a picture is chosen from.
const (
	overview  = 600  // best-connected entities it is chosen from: those with most neighbours alone may have none in common
	small     = 5000 // entities of a graph in which every edge is looked at
	wideView  = 300  // entities with the most edges that it is chosen from in a larger graph
	manyEdges = 300  // edges of an entity from which on they are counted, and not looked at one by one
)

// overall gives a picture of the best-connected entities.
func (s *Store) overall(ctx context.Context, f graph.Filter) (drawn, error) {
	size, err := s.size(ctx, nil)
	if err != nil {
		return drawn{}, err
	}
	limit := orDefault(f.Limit, 150)
	if size > small {
		return s.large(ctx, f, size, limit)
	}
	params := filterParams(f)
	params["limit"] = max(limit, overview)
	rows, err := s.read(ctx, explore("map"), params)
	if err != nil {
		return drawn{}, err
	}
	g, err := s.picture(ctx, nodesOf(rows[0]["nodes"]), number(rows[0]["total"]), f)
	return densest(g, limit), err
}

// densest leaves the part of a picture that hangs together best.
func densest(g drawn, limit int) drawn {
	if len(g.Nodes) > limit {
		g.Nodes, g.Edges = graph.Densest(g.Nodes, g.Edges, limit)
		g.Shown.Shown = len(g.Nodes)
		g.Why = "those best connected with each other"
	}
	return g
}

// large draws a graph in which nobody can look at every edge: from the entities with
// the most edges, whatever their dates, and those of the edges that pass the filter.
func (s *Store) large(ctx context.Context, f graph.Filter, size, limit int) (drawn, error) {
	b, err := s.background(ctx)
	if err != nil {
		return drawn{}, err
	}
	nodes, err := s.busiest(ctx, b, f, max(wideView, 2*limit))
	if err != nil {
		return drawn{}, err
	}
	total, atLeast := len(nodes), true
	if len(f.Relations)+len(f.Statuses)+len(f.Documents) == 0 && f.AsAt.IsZero() {
		if total, err = s.size(ctx, f.Kinds); err != nil {
			return drawn{}, err
		}
		atLeast = false
	}
	g, err := s.picture(ctx, nodes, total, f)
	if err != nil {
		return g, err
	}
	g = densest(g, limit)
	g.AtLeast = atLeast && g.Shown.Shown < size
	exact, err := s.nodes(ctx, ids(g.Nodes), f.AsAt)
	for _, n := range exact {
		if i := slices.IndexFunc(g.Nodes, func(o graph.Node) bool { return o.ID == n.ID }); i >= 0 {
			g.Nodes[i].Degree = n.Degree
		}
	}
	return g, err
}

// busiest gives the entities with the most edges.
func (s *Store) busiest(ctx context.Context, b *background, f graph.Filter, limit int) ([]graph.Node, error) {
	if err := known(b.Vocabulary, f); err != nil {
		return nil, err
	}
	statement, params := exploreOf("map-large", f.Kinds, f.Relations), map[string]any{"lonely": len(f.Relations) == 0, "as_at": f.AsAt, "limit": limit}
	if len(f.Statuses) > 0 && !slices.Contains(f.Statuses, graph.Stated) {
		statement, params = exploreOf("map-status", f.Kinds, f.Relations), map[string]any{"statuses": list(f.Statuses), "as_at": f.AsAt, "limit": limit}
	}
	if len(f.Documents) > 0 {
		rows, err := s.read(ctx, exploreOf("map-document", f.Kinds, nil), map[string]any{"documents": f.Documents, "as_at": f.AsAt, "limit": limit})
		if err != nil {
			return nil, err
		}
		if nodes := nodesOf(rows[0]["nodes"]); len(nodes) > 0 { // a release mentions nobody, since it would mention everybody
			return nodes, nil
		}
	}
	rows, err := s.read(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	return nodesOf(rows[0]["nodes"]), nil
}

// known holds a choice of kinds and relations, which are put into statements as they
// are, against the vocabulary.
func known(v *graph.Vocabulary, f graph.Filter) error {
	return cmp.Or(v.CheckKinds(f.Kinds), v.CheckRelations(f.Relations))
}

// size counts the entities of the kinds, all without any.
func (s *Store) size(ctx context.Context, kinds []string) (int, error) {
	rows, err := s.read(ctx, exploreOf("map-size", kinds, nil), nil)
	if err != nil {
		return 0, err
	}
	return number(rows[0]["total"]), nil
}

// nodes gives those of the entities that are in the graph on the day.
func (s *Store) nodes(ctx context.Context, ids []string, day graph.Day) ([]graph.Node, error) {
	rows, err := s.read(ctx, explore("nodes"), map[string]any{"ids": ids, "as_at": day, "many": manyEdges})
	if err != nil {
		return nil, err
	}
	return nodesOf(rows[0]["nodes"]), nil
}

func ids(nodes []graph.Node) []string {
	all := make([]string, len(nodes))
	for i, n := range nodes {
		all[i] = n.ID
	}
	return all
}
