package store

import (
	"context"
	"slices"

	"mapper/graph"
)

// compared draws what stood on either of two days, and says what became of it.
func (s *Store) compared(ctx context.Context, q graph.MapQuery) (drawn, error) {
	b, err := s.background(ctx)
	if err != nil {
		return drawn{}, err
	}
	d := graph.Difference{From: q.Was, To: q.AsAt, Renamed: map[string]bool{}, Succeeded: map[string]bool{}}
	if d.To.Time().Before(d.From.Time()) {
		d.From, d.To = d.To, d.From
	}
	before, now := q, q
	before.AsAt, now.AsAt = d.From, d.To
	was, err := s.onDay(ctx, before)
	if err != nil {
		return was, err
	}
	is, err := s.onDay(ctx, now)
	if err != nil {
		return is, err
	}
	g := united(was, is, len(q.Show) > 0)
	chosen := ids(g.Nodes)
	told, err := s.successions(ctx, b, &d, chosen)
	if err != nil {
		return g, err
	}
	for i, n := range g.Nodes {
		g.Nodes[i].Change = d.Of(n.ID, n.Span)
	}
	if was.claims, err = s.between(ctx, b, chosen, before.Filter); err != nil {
		return g, err
	}
	if is.claims, err = s.between(ctx, b, chosen, now.Filter); err != nil {
		return g, err
	}
	told = slices.DeleteFunc(told, func(c graph.Evidence) bool { return !passes(c, q.Filter, chosen) })
	g.claims = graph.Distinct(slices.Concat(was.claims, is.claims, told))
	g.Edges = d.Edges(was.claims, is.claims, told, b.Vocabulary)
	g.Compared = &graph.Comparison{From: graph.Date(d.From.String()), To: graph.Date(d.To.String())}
	if len(q.Show) == 0 {
		g = densest(g, orDefault(q.Limit, 150))
	}
	return g, nil
}

// united puts the entities of two days together. How many stood on one day or the other
// is not counted, only how many on each.
func united(was, is drawn, chosen bool) drawn {
	g := is
	for _, n := range was.Nodes {
		if !slices.ContainsFunc(is.Nodes, func(o graph.Node) bool { return o.ID == n.ID }) {
			g.Nodes = append(g.Nodes, n)
		}
	}
	g.Shown.Shown = len(g.Nodes)
	if chosen {
		g.Why = ""
		if g.Shown.Shown < g.Total {
			g.Why = "the others asked for stood on neither day, or are of other kinds"
		}
		return g
	}
	g.AtLeast = was.Shown.Shown < was.Total || is.Shown.Shown < is.Total
	if g.Total = max(was.Total, is.Total, len(g.Nodes)); g.Why == "" {
		g.Why = was.Why
	}
	return g
}

// successions finds which of the entities another took over from between the days of
// the difference, notes that there, and gives the claims that say so.
func (s *Store) successions(ctx context.Context, b *background, d *graph.Difference, ids []string) ([]graph.Evidence, error) {
	types := b.events()
	if len(types) == 0 {
		return nil, nil
	}
	rows, err := s.read(ctx, exploreOf("successions", nil, types), map[string]any{"ids": ids, "after": d.From, "until": d.To})
	if err != nil {
		return nil, err
	}
	claims := evidence(rows, b)
	for i, c := range claims {
		if b.Relation(c.Relation).Symmetric {
			continue // which of the two goes on, it does not say
		}
		if renamed, _ := rows[i]["renamed"].(bool); renamed {
			d.Renamed[c.From.ID], d.Renamed[c.To.ID] = true, true
		} else {
			d.Succeeded[c.From.ID] = true
		}
	}
	return claims, nil
}

// events lists the types of the relations that tell of one day.
func (b *background) events() []string {
	var types []string
	for _, r := range b.Relations {
		if r.Event {
			types = append(types, r.Type)
		}
	}
	return types
}

// passes says whether a claim is between the entities and passes the filter, whatever
// the day.
func passes(c graph.Evidence, f graph.Filter, ids []string) bool {
	allows := func(list []string, one string) bool { return len(list) == 0 || slices.Contains(list, one) }
	return slices.Contains(ids, c.From.ID) && slices.Contains(ids, c.To.ID) &&
		allows(f.Relations, c.Relation) && allows(list(f.Statuses), string(c.Status)) && allows(f.Documents, c.Document.ID)
}
