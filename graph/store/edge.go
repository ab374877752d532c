package store

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"mapper/cypher"
	"mapper/graph"
)

// Edge explains the line that a claim is part of: every claim behind it, the
// firmest first.
func (s *Store) Edge(ctx context.Context, id string) (*graph.Explanation, error) {
	b, err := s.background(ctx)
	if err != nil {
		return nil, err
	}
	ends, err := s.ends(ctx, b, id)
	if err != nil {
		return nil, err
	}
	relation := b.Relation(text(ends["relation"]))
	behind := exploreOf("edge-claims", nil, []string{relation.Type})
	params := map[string]any{"from": ends["from"], "to": ends["to"], "symmetric": relation.Symmetric}
	rows, err := s.read(ctx, behind, params)
	if err != nil {
		return nil, err
	}
	claims := evidence(rows, b)
	if len(claims) == 0 {
		return nil, noEdge(id) // a load has just removed it
	}
	slices.SortStableFunc(claims, func(a, b graph.Evidence) int {
		return slices.Index(graph.Statuses, a.Status) - slices.Index(graph.Statuses, b.Status)
	})
	first := claims[0]
	e := &graph.Explanation{Edge: graph.Bundle(claims, b.Vocabulary)[0], From: first.From, To: first.To, Evidence: claims,
		Meaning: relation.Note, Cypher: inline(behind.Text, params)}
	e.Sentence = b.Sentence(graph.Evidence{From: e.From, Relation: first.Relation, To: e.To, Count: e.Edge.Count, Span: e.Edge.Span})
	return e, nil
}

// ends finds the relation and the two ends of a claim. Its type is not known, and an
// index serves one type only: so each type is asked, by its index where it has many
// claims, by a look at all of them where it has few.
func (s *Store) ends(ctx context.Context, b *background, id string) (row, error) {
	var parts []string
	for _, r := range b.Relations {
		parts = append(parts, exploreOf("edge-ends", nil, []string{r.Type}).Text)
	}
	find := *explore("edge-ends")
	find.Text = strings.Join(parts, "\nUNION ALL\n")
	rows, err := s.read(ctx, &find, map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, noEdge(id)
	}
	return rows[0], nil
}

func noEdge(id string) error {
	return graph.Errorf(graph.NotFound, "there is no edge %q in the graph: an edge's id is dataset:claim, such as articles:C001", id)
}

// exploreOf puts labels and types of relationships, which must be of the vocabulary,
// into a statement in the places of KIND and TYPE, where Cypher takes no parameter.
// Without kinds any entity is meant, without types any relationship.
func exploreOf(name string, kinds, types []string) *cypher.Statement {
	s := *explore(name)
	if len(types) == 0 {
		s.Text = strings.ReplaceAll(s.Text, ":TYPE", "")
	}
	if len(kinds) == 0 {
		kinds = []string{"Entity"}
	}
	s.Text = strings.NewReplacer("TYPE", words(types), "KIND", words(kinds)).Replace(s.Text)
	return &s
}

// words joins labels or types. The check of a vocabulary lets nothing through that is
// not a plain word, and nothing else may come into a statement.
func words(names []string) string {
	for _, name := range names {
		if strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") != "" || name == "" {
			panic("store: " + name + " is no label and no type")
		}
	}
	return strings.Join(names, "|")
}

// remarkForm finds the lines of a statement that are for its readers here.
var remarkForm = regexp.MustCompile(`(?m)^//.*\n`)

// inline writes the parameters into a statement that is shown to be copied and
// run by hand; it is never run in this form.
func inline(statement string, params map[string]any) string {
	statement = remarkForm.ReplaceAllString(statement, "")
	for name, value := range params {
		text, _ := json.Marshal(value) // texts, booleans, lists and days always have a JSON form
		if day, ok := value.(graph.Day); ok && !day.IsZero() {
			text = []byte("date(" + string(text) + ")")
		}
		statement = strings.ReplaceAll(statement, "$"+name, string(text))
	}
	return statement
}
