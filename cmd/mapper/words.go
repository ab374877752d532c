package main

import (
	"context"
	"strings"

	"mapper/graph"
)

type vocabularyCommand struct{ output }

// Help shows examples below the options.
func (vocabularyCommand) Help() string {
	return "Examples:\n  mapper vocabulary\n  mapper vocabulary -f csv -o vocabulary.csv"
}

// Run lists the kinds of entity and the relations of the graph.
func (c vocabularyCommand) Run(ctx context.Context, std streams, to *connection) error {
	return to.ask(ctx, std, func(s *connected) error {
		v, err := s.Vocabulary(ctx)
		if err != nil {
			return err
		}
		return c.answer(std, v, func() graph.Table { return wordTable(v) })
	})
}

// wordTable has a row for each kind, with the wider kind it belongs to, and for each
// relation, with the kinds that it joins.
func wordTable(v *graph.Vocabulary) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "what", Type: "text"}, {Name: "name", Type: "text"}, {Name: "label", Type: "text"}, {Name: "within", Type: "text"},
		{Name: "from", Type: "text"}, {Name: "to", Type: "text"}, {Name: "note", Type: "text"}}}
	for _, k := range v.Kinds {
		t.Rows = append(t.Rows, []any{"kind", k.Name, k.Label, k.Parent, "", "", k.Note})
	}
	for _, r := range v.Relations {
		t.Rows = append(t.Rows, []any{"relation", r.Type, r.Forward, "", strings.Join(r.From, "|"), strings.Join(r.To, "|"), r.Note})
	}
	return allRows(t)
}

type schemaCommand struct{ output }

// Help shows examples below the options.
func (schemaCommand) Help() string { return "Examples:\n  mapper schema\n  mapper schema -f json" }

// Run says what a statement of one's own may speak of.
func (c schemaCommand) Run(ctx context.Context, std streams, to *connection) error {
	return to.ask(ctx, std, func(s *connected) error {
		schema, err := s.Schema(ctx)
		if err != nil {
			return err
		}
		return c.answer(std, schema, func() graph.Table { return schemaTable(schema) })
	})
}

func schemaTable(s *graph.Schema) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "what", Type: "text"}, {Name: "name", Type: "text"}, {Name: "description", Type: "text"}}}
	for _, some := range []struct {
		what string
		all  []string
	}{{"label", s.Labels}, {"type", s.Types}, {"property", s.Properties}} {
		for _, name := range some.all {
			t.Rows = append(t.Rows, []any{some.what, name, ""})
		}
	}
	for _, p := range s.Patterns {
		t.Rows = append(t.Rows, []any{"pattern", "(:" + p.From + ")-[:" + p.Type + "]->(:" + p.To + ")", ""})
	}
	for _, f := range s.Functions {
		t.Rows = append(t.Rows, []any{"function", f.Signature, f.Description})
	}
	for _, p := range s.Procedures {
		t.Rows = append(t.Rows, []any{"procedure", p.Signature, p.Description})
	}
	return allRows(t)
}
