package store

import (
	"context"
	"slices"

	"mapper/graph"
)

// perRelation is how many claims of one relation and direction a profile has; of an
// entity with more claims than sortable the first are any, and not those of the
// first names: reading 20,000 names takes a second.
const (
	perRelation = 100
	sortable    = 20_000
)

// Entity gives everything about one entity as it stands on the day, and the first
// claims of each relation.
func (s *Store) Entity(ctx context.Context, id string, day graph.Day) (*graph.Profile, error) {
	rows, err := s.read(ctx, explore("entity"), map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, noEntity(id)
	}
	b, err := s.background(ctx)
	if err != nil {
		return nil, err
	}
	p := profileOf(rows[0], b)
	if p.Relations, err = s.counts(ctx, b, id, graph.Filter{AsAt: day}); err != nil {
		return nil, err
	}
	for _, r := range p.Relations {
		p.Total += r.Claims
	}
	p.Claims, err = s.someClaims(ctx, b, graph.ClaimQuery{ID: id, AsAt: day, Limit: perRelation}, p.Total)
	if p.Shown.Shown = len(p.Claims); p.Shown.Shown < p.Total {
		p.Why = "the first 100 of each relation"
	}
	return p, err
}

func profileOf(r row, b *background) *graph.Profile {
	properties := mapOf(r["entity"])
	p := &graph.Profile{Entity: entityOf(properties), Datasets: texts(properties["datasets"]), Seen: b.seenBy(properties),
		Labels: texts(r["labels"]), Documents: []graph.Source{}, AlsoCalled: []graph.Hit{}}
	for _, one := range sliceOf(r["documents"]) {
		d := mapOf(mapOf(one)["document"])
		p.Documents = append(p.Documents, graph.Source{Document: documentOf(d), Datasets: texts(d["datasets"]), Claims: number(mapOf(one)["claims"])})
	}
	for _, one := range sliceOf(r["also"]) {
		node, code := nodeOf(one), text(mapOf(one)["code"])
		p.AlsoCalled = append(p.AlsoCalled, graph.Hit{Ref: node.Ref, Span: node.Span, Matched: code, Codes: bore(mapOf(mapOf(one)["entity"]), code)})
	}
	return p
}

// bore gives those of an entity's codes that have one of the given identifiers, with
// the dates.
func bore(entity map[string]any, identifiers ...string) []graph.Code {
	var codes []graph.Code
	for _, text := range texts(entity["codes"]) {
		if code, err := graph.ParseCode(text); err == nil && slices.Contains(identifiers, code.Scheme+":"+code.Value) {
			codes = append(codes, code)
		}
	}
	return codes
}

// Claims gives some of the claims about an entity, those of one relation or, without
// one, the first of each.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (graph.Claims, error) {
	b, err := s.background(ctx)
	if err != nil {
		return graph.Claims{}, err
	}
	counts, err := s.counts(ctx, b, q.ID, graph.Filter{AsAt: q.AsAt, Relations: given(q.Relation)})
	if err != nil {
		return graph.Claims{}, err
	}
	if len(counts) == 0 {
		if err := s.allThere(ctx, []string{q.ID}); err != nil {
			return graph.Claims{}, err
		}
	}
	found := graph.Claims{}
	about := 0
	for _, r := range counts {
		about += r.Claims
		if q.Direction == "" || r.Direction == q.Direction || r.Direction == "both" {
			found.Total += r.Claims
		}
	}
	if found.Items, err = s.someClaims(ctx, b, q, about); err != nil {
		return found, err
	}
	if found.Shown.Shown = len(found.Items); found.Shown.Shown < found.Total {
		found.Why = "a part at a time: ask for the next with skip"
	}
	return found, nil
}

// someClaims reads a part of each relation and direction; total is how many claims
// there are to choose from.
func (s *Store) someClaims(ctx context.Context, b *background, q graph.ClaimQuery, total int) ([]graph.Evidence, error) {
	rows, err := s.read(ctx, explore("entity-claims"), map[string]any{"id": q.ID, "relation": unless(q.Relation), "direction": orText(q.Direction, "both"),
		"symmetric": b.symmetric(), "as_at": q.AsAt, "by_name": total <= sortable, "skip": q.Skip, "limit": orDefault(q.Limit, perRelation)})
	return evidence(rows, b), err
}

// evidence reads rows of from, to, relation, claim and, where asked for, document
// and speaker.
func evidence(rows []row, b *background) []graph.Evidence {
	all := make([]graph.Evidence, 0, len(rows))
	for _, r := range rows {
		c := mapOf(r["claim"])
		e := graph.Evidence{ID: text(c["id"]), From: refOf(r["from"]), Relation: text(r["relation"]), To: refOf(r["to"]),
			Span: spanOf(c), Status: graph.Status(text(c["status"])), Role: text(c["role"]), Count: number(c["count"]),
			Document: refOf(r["document"]), Locator: text(c["locator"]), Phrase: text(c["phrase"]), Note: text(c["note"]),
			Dataset: text(c["dataset"]), Seen: b.seen(c)}
		if d := mapOf(r["document"]); d != nil {
			e.Publisher, e.Published = text(d["publisher"]), graph.Date(text(d["published"]))
		}
		if e.Document.ID == "" { // not asked for
			e.Document.ID = text(c["document"])
		}
		if speaker := refOf(r["speaker"]); speaker.ID != "" {
			e.Speaker = &speaker
		}
		e.Sentence = b.Sentence(e)
		all = append(all, e)
	}
	return all
}

func given(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}
