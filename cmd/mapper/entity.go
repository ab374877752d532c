package main

import (
	"context"
	"fmt"
	"strings"

	"mapper/graph"
)

type entityCommand struct {
	ID string `arg:"" name:"id" help:"Id of the entity, such as ods:RRV; mapper search finds it."`
	dated
	output
}

// Help shows examples below the options.
func (entityCommand) Help() string {
	return "Examples:\n  mapper entity tda\n  mapper entity ods:X24 --as-at 2021-04-25 -f csv -o nhs-england.csv"
}

// Run gives everything about one entity: who it is on standard error, the claims
// about it on standard output.
func (c entityCommand) Run(ctx context.Context, std streams, to *connection) error {
	day, err := c.day()
	if err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		found, err := s.Entity(ctx, c.ID, day)
		if err != nil {
			return err
		}
		fmt.Fprintln(std.err, headline(found.Entity))
		cut(std, found.Shown)
		return c.answer(std, found, func() graph.Table { return claimTable(found.Claims, found.Shown) })
	})
}

// headline says who an entity is in one line.
func headline(e graph.Entity) string {
	parts := []string{e.Name, strings.Join(e.Kinds, ", ")}
	if dates := e.Span.String(); dates != "" {
		parts = append(parts, dates)
	}
	for _, code := range e.Codes {
		parts = append(parts, code.String())
	}
	return strings.Join(parts, "; ")
}

type edgeCommand struct {
	ID string `arg:"" name:"id" help:"Id of the edge: dataset:claim, such as articles:C001."`
	output
}

// Help shows examples below the options.
func (edgeCommand) Help() string {
	return "Examples:\n  mapper edge articles:C001\n  mapper edge articles:C137 -f json"
}

// Run explains an edge: the edge in words on standard error, every claim behind it on
// standard output.
func (c edgeCommand) Run(ctx context.Context, std streams, to *connection) error {
	return to.ask(ctx, std, func(s *connected) error {
		found, err := s.Edge(ctx, c.ID)
		if err != nil {
			return err
		}
		fmt.Fprintln(std.err, found.Sentence)
		return c.answer(std, found, func() graph.Table {
			return claimTable(found.Evidence, graph.Shown{Shown: len(found.Evidence), Total: len(found.Evidence)})
		})
	})
}

// claimTable is claims with who says so, where.
func claimTable(claims []graph.Evidence, shown graph.Shown) graph.Table {
	t := graph.Table{Shown: shown, Columns: []graph.Column{{Name: "claim", Type: "text"}, {Name: "from", Type: "entity"}, {Name: "relation", Type: "relation"}, {Name: "to", Type: "entity"},
		{Name: "dates", Type: "span"}, {Name: "status", Type: "status"}, {Name: "role", Type: "text"}, {Name: "speaker", Type: "entity"},
		{Name: "document", Type: "document"}, {Name: "locator", Type: "text"}, {Name: "phrase", Type: "text"}}}
	for _, e := range claims {
		var speaker any
		if e.Speaker != nil {
			speaker = *e.Speaker
		}
		t.Rows = append(t.Rows, []any{e.ID, e.From, e.Relation, e.To, e.Span.String(), string(e.Status), e.Role, speaker, e.Document, e.Locator, e.Phrase})
	}
	return t
}
