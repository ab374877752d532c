package store

import (
	"context"
	"strings"

	"mapper/graph"
)

// nearest is from how many neighbours, those with the most edges, the best connected
// are taken.
const nearest = 300

// Neighbours gives an entity, what stands around it and all edges between these.
func (s *Store) Neighbours(ctx context.Context, q graph.NeighbourQuery) (graph.Subgraph, error) {
	nodes, err := s.nodes(ctx, []string{q.ID}, graph.Day{})
	if err != nil {
		return graph.Subgraph{}, err
	}
	if len(nodes) == 0 {
		return graph.Subgraph{}, noEntity(q.ID)
	}
	params := filterParams(q.Filter)
	params["id"], params["direction"], params["limit"] = q.ID, orText(q.Direction, "both"), orDefault(q.Limit, 100)
	params["candidates"], params["many"] = max(orDefault(q.Limit, 100), nearest), manyEdges
	rows, err := s.read(ctx, explore("neighbours"), params)
	if err != nil {
		return graph.Subgraph{}, err
	}
	for _, n := range nodesOf(rows[0]["nodes"]) {
		if n.ID != q.ID { // an edge from an entity to itself
			nodes = append(nodes, n)
		}
	}
	g, err := s.picture(ctx, nodes, max(number(rows[0]["total"])+1, len(nodes)), graph.Filter{AsAt: q.AsAt})
	return g.Subgraph, err
}

// drawn is a picture and the claims behind its edges, without their documents' names.
type drawn struct {
	graph.Subgraph
	claims []graph.Evidence
}

// picture adds all edges between the nodes that pass the filter.
func (s *Store) picture(ctx context.Context, nodes []graph.Node, total int, f graph.Filter) (drawn, error) {
	g := drawn{Subgraph: graph.Subgraph{Nodes: nodes, Edges: []graph.Edge{}}}
	g.Shown = graph.Shown{Shown: len(nodes), Total: total}
	if total > len(nodes) {
		g.Why = "the best connected"
	}
	b, err := s.background(ctx)
	if err != nil {
		return g, err
	}
	if g.claims, err = s.between(ctx, b, ids(nodes), f); err != nil {
		return g, err
	}
	if edges := graph.Bundle(g.claims, b.Vocabulary); len(edges) > 0 {
		g.Edges = edges
	}
	return g, nil
}

// between gives all claims between entities that pass the filter.
func (s *Store) between(ctx context.Context, b *background, ids []string, f graph.Filter) ([]graph.Evidence, error) {
	rows, err := s.read(ctx, explore("between"), betweenParams(ids, f))
	return evidence(rows, b), err
}

func betweenParams(ids []string, f graph.Filter) map[string]any {
	return map[string]any{"ids": ids, "relations": list(f.Relations), "statuses": list(f.Statuses), "documents": list(f.Documents), "as_at": f.AsAt}
}

// NeighbourCounts says what an expansion by each relation would add.
func (s *Store) NeighbourCounts(ctx context.Context, id string, f graph.Filter) ([]graph.Neighbourhood, error) {
	b, err := s.background(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := s.counts(ctx, b, id, f)
	if err == nil && len(counts) == 0 { // nothing around it, or nobody of that id
		err = s.allThere(ctx, []string{id})
	}
	return counts, err
}

func (s *Store) counts(ctx context.Context, b *background, id string, f graph.Filter) ([]graph.Neighbourhood, error) {
	params := filterParams(f)
	params["id"] = id
	rows, err := s.read(ctx, explore("relations"), params)
	if err != nil {
		return nil, err
	}
	counts := []graph.Neighbourhood{}
	for _, r := range rows {
		counts = addCount(counts, r, b.Vocabulary)
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
	return map[string]any{"relations": list(f.Relations), "kinds": list(f.Kinds), "statuses": list(f.Statuses), "documents": list(f.Documents), "as_at": f.AsAt}
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
