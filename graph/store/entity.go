package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"mapper/graph"
)

// Entity gives everything about one entity as it stands on the day.
func (s *Store) Entity(ctx context.Context, id string, at graph.Day) (*graph.Profile, error) {
	rows, err := s.read(ctx, explore("entity"), map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, noEntity(id)
	}
	r := rows[0]
	properties := r["entity"].(map[string]any)
	p := &graph.Profile{Entity: entityOf(properties), Datasets: texts(properties["datasets"]), Labels: texts(r["labels"]),
		Documents: []graph.Source{}, AlsoCalled: []graph.Hit{}}
	documents, _ := r["documents"].([]any)
	for _, one := range documents {
		m := one.(map[string]any)
		d := m["document"].(map[string]any)
		p.Documents = append(p.Documents, graph.Source{Document: documentOf(d), Datasets: texts(d["datasets"]), Claims: number(m["claims"])})
	}
	also, _ := r["also"].([]any)
	for _, one := range also {
		m := one.(map[string]any)
		node := nodeOf(m)
		p.AlsoCalled = append(p.AlsoCalled, graph.Hit{Ref: node.Ref, Span: node.Span, Matched: text(m["code"])})
	}
	vocabulary, err := s.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	if p.Relations, err = s.counts(ctx, vocabulary, id, graph.Filter{AsAt: at}); err != nil {
		return nil, err
	}
	p.Claims, err = s.claims(ctx, vocabulary, "entity-claims", map[string]any{"id": id, "as_at": at})
	return p, err
}

// claims reads evidence in full.
func (s *Store) claims(ctx context.Context, vocabulary *graph.Vocabulary, statement string, params map[string]any) ([]graph.Evidence, error) {
	rows, err := s.read(ctx, explore(statement), params)
	if err != nil {
		return nil, err
	}
	return evidence(rows, vocabulary), nil
}

// evidence reads rows of from, to, relation, claim and, where asked for, document
// and speaker.
func evidence(rows []row, v *graph.Vocabulary) []graph.Evidence {
	all := make([]graph.Evidence, 0, len(rows))
	for _, r := range rows {
		c := r["claim"].(map[string]any)
		e := graph.Evidence{ID: text(c["id"]), From: refOf(r["from"]), Relation: text(r["relation"]), To: refOf(r["to"]),
			Span: spanOf(c), Status: graph.Status(text(c["status"])), Role: text(c["role"]), Count: number(c["count"]),
			Document: refOf(r["document"]), Locator: text(c["locator"]), Phrase: text(c["phrase"]), Note: text(c["note"]),
			Dataset: text(c["dataset"])}
		if d, ok := r["document"].(map[string]any); ok {
			e.Publisher, e.Published = text(d["publisher"]), graph.Date(text(d["published"]))
		}
		if speaker := refOf(r["speaker"]); speaker.ID != "" {
			e.Speaker = &speaker
		}
		e.Sentence = v.Sentence(e)
		all = append(all, e)
	}
	return all
}

// Edge explains the line that a claim is part of: every claim behind it, the
// firmest first.
func (s *Store) Edge(ctx context.Context, id string) (*graph.Explanation, error) {
	vocabulary, err := s.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	symmetric := []string{}
	for _, r := range vocabulary.Relations {
		if r.Symmetric {
			symmetric = append(symmetric, r.Type)
		}
	}
	claims, err := s.claims(ctx, vocabulary, "edge-claims", map[string]any{"id": id, "symmetric": symmetric})
	if err != nil {
		return nil, err
	}
	if len(claims) == 0 {
		return nil, graph.Errorf(graph.NotFound, "there is no edge %q in the graph: an edge's id is dataset:claim, such as articles:C001", id)
	}
	slices.SortStableFunc(claims, func(a, b graph.Evidence) int {
		return slices.Index(graph.Statuses, a.Status) - slices.Index(graph.Statuses, b.Status)
	})
	first := claims[0]
	e := &graph.Explanation{Edge: graph.Bundle(claims, vocabulary)[0], From: first.From, To: first.To, Evidence: claims,
		Cypher: inline(explore("edge-claims").Text, id, symmetric)}
	e.Sentence = vocabulary.Sentence(graph.Evidence{From: e.From, Relation: first.Relation, To: e.To, Count: e.Edge.Count, Span: e.Edge.Span})
	if r := vocabulary.Relation(first.Relation); r != nil {
		e.Meaning = r.Note
	}
	return e, nil
}

// inline writes the parameters into a statement that is shown to be copied and
// run by hand; it is never run in this form.
func inline(statement, id string, symmetric []string) string {
	quoted, _ := json.Marshal(id)
	types, _ := json.Marshal(symmetric)
	return strings.NewReplacer("$id", string(quoted), "$symmetric", string(types)).Replace(statement)
}
