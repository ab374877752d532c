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
	if len(q.Show) > 0 {
		return s.chosen(ctx, q)
	}
	limit := orDefault(q.Limit, 150)
	params := filterParams(q.Filter)
	params["limit"] = max(limit, overview)
	rows, err := s.read(ctx, explore("map"), params)
	if err != nil {
		return graph.Subgraph{}, err
	}
	g, err := s.picture(ctx, nodesOf(rows[0]["nodes"]), number(rows[0]["total"]), q.Filter)
	if err != nil || len(g.Nodes) <= limit {
		return g, err
	}
	g.Nodes, g.Edges = graph.Densest(g.Nodes, g.Edges, limit)
	g.Shown.Shown = len(g.Nodes)
	g.Why = fmt.Sprintf("the %d best connected with each other of %d", g.Shown.Shown, g.Total)
	return g, nil
}

// overview is from how many of the best-connected entities a picture is chosen:
// those with most neighbours alone may have none in common.
const overview = 600

// chosen gives the map of entities named one by one; one that is not in the
// graph, or not on that day, is missing from the answer, which says so.
func (s *Store) chosen(ctx context.Context, q graph.MapQuery) (graph.Subgraph, error) {
	ids := slices.Compact(slices.Sorted(slices.Values(q.Show)))
	rows, err := s.read(ctx, explore("nodes"), map[string]any{"ids": ids, "as_at": q.AsAt})
	if err != nil {
		return graph.Subgraph{}, err
	}
	picture, err := s.picture(ctx, nodesOf(rows[0]["nodes"]), len(ids), q.Filter)
	if picture.Why != "" {
		picture.Why = fmt.Sprintf("%d of the entities asked for are not in the graph%s", picture.Total-picture.Shown.Shown, onDay(q.AsAt))
	}
	return picture, err
}

// Neighbours gives an entity, what stands around it and all edges between these.
func (s *Store) Neighbours(ctx context.Context, q graph.NeighbourQuery) (graph.Subgraph, error) {
	centre, err := s.read(ctx, explore("nodes"), map[string]any{"ids": []string{q.ID}, "as_at": graph.Day{}})
	if err != nil {
		return graph.Subgraph{}, err
	}
	nodes := nodesOf(centre[0]["nodes"])
	if len(nodes) == 0 {
		return graph.Subgraph{}, noEntity(q.ID)
	}
	params := filterParams(q.Filter)
	params["id"], params["direction"], params["limit"] = q.ID, orText(q.Direction, "both"), orDefault(q.Limit, 100)
	rows, err := s.read(ctx, explore("neighbours"), params)
	if err != nil {
		return graph.Subgraph{}, err
	}
	for _, n := range nodesOf(rows[0]["nodes"]) {
		if n.ID != q.ID { // an edge from an entity to itself
			nodes = append(nodes, n)
		}
	}
	return s.picture(ctx, nodes, max(number(rows[0]["total"])+1, len(nodes)), graph.Filter{AsAt: q.AsAt})
}

// picture adds all edges between the nodes that pass the filter.
func (s *Store) picture(ctx context.Context, nodes []graph.Node, total int, f graph.Filter) (graph.Subgraph, error) {
	g := graph.Subgraph{Nodes: nodes, Edges: []graph.Edge{}}
	g.Shown = graph.Shown{Shown: len(nodes), Total: total}
	if total > len(nodes) {
		g.Why = fmt.Sprintf("the %d best connected of %d", len(nodes), total)
	}
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = n.ID
	}
	vocabulary, err := s.Vocabulary(ctx)
	if err != nil {
		return g, err
	}
	rows, err := s.read(ctx, explore("between"), map[string]any{"ids": ids, "relations": list(f.Relations), "statuses": list(f.Statuses), "as_at": f.AsAt})
	if err != nil {
		return g, err
	}
	if edges := graph.Bundle(evidence(rows, vocabulary), vocabulary); len(edges) > 0 {
		g.Edges = edges
	}
	return g, nil
}

// NeighbourCounts says what an expansion by each relation would add.
func (s *Store) NeighbourCounts(ctx context.Context, id string, f graph.Filter) ([]graph.Neighbourhood, error) {
	vocabulary, err := s.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	return s.counts(ctx, vocabulary, id, f)
}

func (s *Store) counts(ctx context.Context, vocabulary *graph.Vocabulary, id string, f graph.Filter) ([]graph.Neighbourhood, error) {
	params := filterParams(f)
	params["id"] = id
	rows, err := s.read(ctx, explore("relations"), params)
	if err != nil {
		return nil, err
	}
	counts := []graph.Neighbourhood{}
	for _, r := range rows {
		counts = addCount(counts, r, vocabulary)
	}
	return counts, nil
}

// addCount adds one direction of a relation; the two of a symmetric one are one.
func addCount(counts []graph.Neighbourhood, r row, v *graph.Vocabulary) []graph.Neighbourhood {
	n := graph.Neighbourhood{Relation: text(r["relation"]), Direction: "in", Entities: number(r["entities"]), Claims: number(r["claims"])}
	relation := v.Relation(n.Relation)
	if relation == nil {
		relation = &graph.Relation{Forward: n.Relation, Backward: n.Relation}
	}
	n.Phrase = relation.Backward
	if outward, _ := r["outward"].(bool); outward {
		n.Direction, n.Phrase = "out", relation.Forward
	}
	if relation.Symmetric {
		n.Direction = "both"
		if last := len(counts) - 1; last >= 0 && counts[last].Relation == n.Relation {
			counts[last].Entities += n.Entities
			counts[last].Claims += n.Claims
			return counts
		}
	}
	return append(counts, n)
}

func filterParams(f graph.Filter) map[string]any {
	return map[string]any{"relations": list(f.Relations), "kinds": list(f.Kinds), "statuses": list(f.Statuses), "as_at": f.AsAt}
}

func nodesOf(v any) []graph.Node {
	nodes := []graph.Node{}
	values, _ := v.([]any)
	for _, one := range values {
		nodes = append(nodes, nodeOf(one))
	}
	return nodes
}

func noEntity(id string) error {
	return graph.Errorf(graph.NotFound, "there is no entity %q in the graph: search for it by name", id)
}

func onDay(d graph.Day) string {
	if d.IsZero() {
		return ""
	}
	return " on " + d.Words()
}

func orDefault(n, standard int) int {
	if n <= 0 {
		return standard
	}
	return n
}

func orText(s, standard string) string {
	if strings.TrimSpace(s) == "" {
		return standard
	}
	return s
}
