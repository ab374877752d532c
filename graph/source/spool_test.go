package source

import (
	"fmt"
	"strings"
	"testing"

	"mapper/graph"
)

// spooled feeds rows to a spool and gives what comes out, after a check.
func spooled(t *testing.T, known Known, entities []graph.Entity, claims []graph.Claim, endings ...Ending) (out []string, notes string) {
	t.Helper()
	s, err := NewSpool(t.TempDir(), 10)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	feed(t, s, entities, claims, endings)
	r, err := s.Stream(&graph.Dataset{ID: "test", Title: "Test"}, known)
	if err != nil {
		t.Fatal(err)
	}
	problems, err := graph.CheckStream(r, graph.Standard(), graph.Visitor{
		Entity: func(e *graph.Entity) error { out = append(out, entityText(e)); return nil },
		Claim:  func(c *graph.Claim) error { out = append(out, claimText(c)); return nil },
	})
	if err != nil || len(problems) > 0 {
		t.Errorf("%v %v", err, problems.Err())
	}
	return out, strings.Join(r.Notes, "; ")
}

func feed(t *testing.T, s Sink, entities []graph.Entity, claims []graph.Claim, endings []Ending) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Document(&graph.Document{ID: "doc", Title: "Document"}))
	for i, c := range claims {
		c.Document, c.Status = "doc", graph.Stated
		c.Place = graph.Place{File: "f.csv", Line: i + 2}
		must(s.Claim(&c))
	}
	for _, e := range entities {
		must(s.Entity(&e))
	}
	for _, e := range endings {
		must(s.Ending(e))
	}
}

func entityText(e *graph.Entity) string {
	text := fmt.Sprintf("%s %q %v %v %s", e.ID, e.Name, e.Kinds, e.Codes, e.Span)
	if e.Stub {
		text += " stub"
	}
	return strings.TrimSpace(text)
}

func claimText(c *graph.Claim) string {
	return strings.TrimSpace(fmt.Sprintf("%s: %s %s %s %s", c.ID, c.From, c.Relation, c.To, c.Span))
}

func span(t *testing.T, text string) graph.Span {
	t.Helper()
	s, err := graph.ParseSpan(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// aBody is an entity that bears codes.
func aBody(t *testing.T, id, kind string, codes ...string) graph.Entity {
	t.Helper()
	e := graph.Entity{ID: id, Name: "Name of " + id, Kinds: []string{kind}}
	for _, c := range codes {
		e.Codes = append(e.Codes, code(t, c))
	}
	return e
}
