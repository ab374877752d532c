package store

import (
	"cmp"
	"context"
	"slices"

	"mapper/graph"
)

// Changes gives everything that changed between two days: in the whole graph, where
// a map that compares two days (Map) shows a picture's worth of it.
func (s *Store) Changes(ctx context.Context, q graph.DifferenceQuery) (*graph.Changes, error) {
	if len(q.Entities) > 0 {
		if err := s.allThere(ctx, q.Entities); err != nil {
			return nil, err
		}
	}
	b, err := s.background(ctx)
	if err != nil {
		return nil, err
	}
	if err := known(b.Vocabulary, graph.Filter{Kinds: q.Kinds, Relations: q.Relations}); err != nil {
		return nil, err
	}
	d := graph.Difference{From: q.From, To: q.To, Renamed: map[string]bool{}, Succeeded: map[string]bool{}}
	told, ends, err := s.tookOver(ctx, b, &d, q)
	if err != nil {
		return nil, err
	}
	found := &graph.Changes{Comparison: graph.Comparison{From: graph.Date(q.From.String()), To: graph.Date(q.To.String())}, Items: []graph.Changed{}}
	if len(q.Relations) == 0 {
		if err := s.changedEntities(ctx, found, d, ends, q); err != nil {
			return nil, err
		}
	}
	for _, one := range told {
		if len(q.Relations) == 0 || slices.Contains(q.Relations, one.Relation) {
			found.Add(one)
		}
	}
	return found, s.changedEdges(ctx, found, b, q)
}

// changedEntities adds the entities that came or went, and those that another name
// or body took over from.
func (s *Store) changedEntities(ctx context.Context, found *graph.Changes, d graph.Difference, ends []graph.Node, q graph.DifferenceQuery) error {
	rows, err := s.readLong(ctx, exploreOf("changed-entities", q.Kinds, nil), map[string]any{"earlier": q.From, "later": q.To, "ids": list(q.Entities)})
	if err != nil {
		return err
	}
	nodes := ends
	for _, r := range rows {
		nodes = append(nodes, nodeOf(map[string]any(r)))
	}
	slices.SortStableFunc(nodes, func(a, b graph.Node) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	nodes = slices.CompactFunc(nodes, func(a, b graph.Node) bool { return a.ID == b.ID })
	for _, n := range nodes {
		if change := d.Of(n.ID, n.Span); change != "" {
			found.Add(graph.Changed{Change: change, What: "entity", From: n.Ref, Span: n.Span})
		}
	}
	return nil
}

// tookOver finds the successions between the days, notes in the difference whom they
// happened to, and gives them as edges and the entities at their ends that are asked for.
func (s *Store) tookOver(ctx context.Context, b *background, d *graph.Difference, q graph.DifferenceQuery) (told []graph.Changed, ends []graph.Node, err error) {
	types := b.events()
	if len(types) == 0 {
		return nil, nil, nil
	}
	rows, err := s.readLong(ctx, exploreOf("changed-names", nil, types), map[string]any{"after": q.From, "until": q.To, "kinds": list(q.Kinds), "ids": list(q.Entities)})
	if err != nil {
		return nil, nil, err
	}
	at := map[[3]string]int{}
	for i, c := range evidence(rows, b) {
		renamed, _ := rows[i]["renamed"].(bool)
		change := graph.Succeeded
		switch {
		case b.Relation(c.Relation).Symmetric: // which of the two goes on, it does not say
		case renamed:
			change = graph.Renamed
			d.Renamed[c.From.ID], d.Renamed[c.To.ID] = true, true
		default:
			d.Succeeded[c.From.ID] = true
		}
		for _, end := range []any{rows[i]["from"], rows[i]["to"]} {
			if n := nodeOf(map[string]any{"entity": end}); s.asked(b, n, q) {
				ends = append(ends, n)
			}
		}
		line := [3]string{c.From.ID, c.Relation, c.To.ID}
		claim := graph.ClaimRef{ID: c.ID, Status: c.Status}
		if n, seen := at[line]; seen {
			told[n].Claims = append(told[n].Claims, claim)
			continue
		}
		at[line] = len(told)
		told = append(told, graph.Changed{Change: change, What: "edge", From: c.From, Relation: c.Relation, To: &c.To, Span: c.Span, Status: c.Status, Claims: []graph.ClaimRef{claim}})
	}
	return told, ends, nil
}

// asked says whether an entity is among those that a difference is about.
func (s *Store) asked(b *background, n graph.Node, q graph.DifferenceQuery) bool {
	return (len(q.Entities) == 0 || slices.Contains(q.Entities, n.ID)) &&
		(len(q.Kinds) == 0 || slices.ContainsFunc(b.Labels(n.Kinds), func(label string) bool { return slices.Contains(q.Kinds, label) }))
}

// changedEdges adds the edges that came or went; those that tell of one day are
// successions, and no edges that stand.
func (s *Store) changedEdges(ctx context.Context, found *graph.Changes, b *background, q graph.DifferenceQuery) error {
	walk, err := s.walked(ctx, q.Relations)
	if err != nil {
		return err
	}
	types := slices.DeleteFunc(slices.Clone(walk), func(typ string) bool { return b.Relation(typ).Event })
	if len(types) == 0 {
		return nil
	}
	rows, err := s.readLong(ctx, exploreOf("changed-edges", nil, types), map[string]any{"earlier": q.From, "later": q.To, "kinds": list(q.Kinds), "ids": list(q.Entities)})
	if err != nil {
		return err
	}
	for _, r := range rows {
		to := refOf(r["to"])
		one := graph.Changed{Change: graph.Went, What: "edge", From: refOf(r["from"]), Relation: text(r["relation"]), To: &to}
		if came, _ := r["came"].(bool); came {
			one.Change = graph.Came
		}
		claims := sliceOf(r["claims"])
		slices.SortStableFunc(claims, func(a, b any) int { return cmp.Compare(firmness(a), firmness(b)) })
		for _, claim := range claims {
			one.Claims = append(one.Claims, graph.ClaimRef{ID: text(mapOf(claim)["id"]), Status: graph.Status(text(mapOf(claim)["status"]))})
		}
		one.Status, one.Span = one.Claims[0].Status, spanOf(mapOf(claims[0]))
		found.Add(one)
	}
	return nil
}

// firmness orders claims by how firmly they are made.
func firmness(claim any) int {
	return slices.Index(graph.Statuses, graph.Status(text(mapOf(claim)["status"])))
}
