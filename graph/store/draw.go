package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"mapper/graph"
)

// Map gives a picture: the entities asked for and all edges between them, or the
// best-connected entities when none is named.
func (s *Store) Map(ctx context.Context, q graph.MapQuery) (graph.Subgraph, error) {
	g, err := s.draw(ctx, q)
	return g.Subgraph, err
}

func (s *Store) draw(ctx context.Context, q graph.MapQuery) (drawn, error) {
	if err := s.knownDocuments(ctx, q.Documents); err != nil {
		return drawn{}, err
	}
	draw := s.onDay
	if !q.Was.IsZero() {
		draw = s.compared
	}
	g, err := draw(ctx, q)
	if err != nil {
		return g, err
	}
	g = trimmed(g, q)
	if g.Compared != nil {
		g.Compared.Count(g.Subgraph)
	}
	return g, nil
}

// drawnOn draws, and gives the vocabulary and the releases that the picture is read by.
func (s *Store) drawnOn(ctx context.Context, q graph.MapQuery) (drawn, *background, error) {
	g, err := s.draw(ctx, q)
	if err != nil {
		return g, nil, err
	}
	b, err := s.background(ctx)
	return g, b, err
}

// onDay draws one day.
func (s *Store) onDay(ctx context.Context, q graph.MapQuery) (drawn, error) {
	if len(q.Show) > 0 {
		return s.chosen(ctx, q)
	}
	return s.overall(ctx, q.Filter)
}

// chosen gives the map of entities named one by one; one that is not in the
// graph, or not on that day, is missing from the answer, which says so.
func (s *Store) chosen(ctx context.Context, q graph.MapQuery) (drawn, error) {
	wanted := slices.Compact(slices.Sorted(slices.Values(q.Show)))
	found, err := s.nodes(ctx, wanted, q.AsAt)
	if err != nil {
		return drawn{}, err
	}
	nodes, err := s.ofKinds(ctx, found, q.Kinds)
	if err != nil {
		return drawn{}, err
	}
	g, err := s.picture(ctx, nodes, len(wanted), q.Filter)
	var why []string
	if missing := len(wanted) - len(found); missing > 0 {
		why = append(why, fmt.Sprintf("%d of the entities asked for are not in the graph%s", missing, onDay(q.AsAt)))
	}
	if others := len(found) - len(nodes); others > 0 {
		why = append(why, fmt.Sprintf("%d are of other kinds", others))
	}
	g.Why = strings.Join(why, "; ")
	return g, err
}

// ofKinds leaves the nodes of the given kinds, all without any.
func (s *Store) ofKinds(ctx context.Context, nodes []graph.Node, kinds []string) ([]graph.Node, error) {
	if len(kinds) == 0 {
		return nodes, nil
	}
	v, err := s.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(nodes, func(n graph.Node) bool {
		return !slices.ContainsFunc(v.Labels(n.Kinds), func(label string) bool { return slices.Contains(kinds, label) })
	}), nil
}

// trimmed takes off a picture what is hidden or has too few links, and says so.
func trimmed(g drawn, q graph.MapQuery) drawn {
	before := len(g.Nodes)
	g.Nodes, g.Edges = graph.Without(g.Nodes, g.Edges, q.Hide)
	hidden := before - len(g.Nodes)
	g.Nodes, g.Edges = graph.Linked(g.Nodes, g.Edges, q.Links)
	few := before - hidden - len(g.Nodes)
	if hidden+few == 0 {
		return g
	}
	if hidden > 0 {
		g.Why = strings.TrimPrefix(fmt.Sprintf("%s; %d hidden", g.Why, hidden), "; ")
	}
	if few > 0 {
		g.Why = strings.TrimPrefix(fmt.Sprintf("%s; %d joined to fewer than %d of those shown", g.Why, few, q.Links), "; ")
	}
	g.Shown.Shown = len(g.Nodes)
	in := map[string]bool{}
	for _, n := range g.Nodes {
		in[n.ID] = true
	}
	g.claims = slices.DeleteFunc(g.claims, func(c graph.Evidence) bool { return !in[c.From.ID] || !in[c.To.ID] })
	return g
}

// knownDocuments holds a choice of documents against the graph.
func (s *Store) knownDocuments(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	found, err := s.cited(ctx, ids)
	for _, id := range ids {
		if err == nil && !slices.ContainsFunc(found, func(d graph.Document) bool { return d.ID == id }) {
			return graph.Errorf(graph.NotFound, "there is no document %q in the graph: see the list of documents", id)
		}
	}
	return err
}

// cited gives documents by their ids, the oldest first.
func (s *Store) cited(ctx context.Context, ids []string) ([]graph.Document, error) {
	rows, err := s.read(ctx, explore("cited"), map[string]any{"ids": ids})
	found := make([]graph.Document, 0, len(rows))
	for _, r := range rows {
		found = append(found, documentOf(mapOf(r["document"])))
	}
	return found, err
}
