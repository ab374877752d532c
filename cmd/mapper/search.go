package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"mapper/graph"
)

type searchCommand struct {
	Text  string `arg:"" name:"text" help:"Part of a name or alias, or a code; a kind and a colon look only among that kind."`
	Kind  string `placeholder:"KIND" predictor:"kind" help:"Only entities of this kind or one below it."`
	paged `set:"of=entities" set:"usual=10" set:"most=100"`
	dated
	output
}

// Help shows examples below the options.
func (searchCommand) Help() string {
	return "Examples:\n  mapper search tertiary\n  mapper search 'acute trust: royal' --as-at 2021-04-25\n  mapper search ods:RRV -f json"
}

// Run finds entities as the search of the web app does.
func (c searchCommand) Run(ctx context.Context, std streams, to *connection) error {
	day, err := c.day()
	if err == nil {
		err = cmp.Or(c.limited.bounds(100), within("--skip", c.Skip, 0, 900))
	}
	if err != nil {
		return err
	}
	if strings.TrimSpace(c.Text) == "" {
		return graph.Errorf(graph.Invalid, "there is nothing to search for: give part of a name, or a code")
	}
	q := graph.SearchQuery{Text: c.Text, AsAt: day, Skip: c.Skip, Limit: c.Limit}
	if c.Kind != "" {
		q.Kinds = []string{c.Kind}
	}
	return to.ask(ctx, std, func(s *connected) error {
		found, err := graph.Find(ctx, s, s.Vocabulary, q)
		if err != nil {
			return err
		}
		if found.Note != "" {
			fmt.Fprintln(std.err, found.Note)
		}
		if found.Items == nil {
			found.Items = []graph.Hit{}
		}
		cut(std, found.Shown)
		return c.answer(std, found, func() graph.Table { return hitTable(found) })
	})
}

func hitTable(found graph.Hits) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "entity", Type: "entity"}, {Name: "kinds", Type: "text"}, {Name: "dates", Type: "span"}, {Name: "matched", Type: "text"}}, Shown: found.Shown}
	for _, hit := range found.Items {
		t.Rows = append(t.Rows, []any{hit.Ref, strings.Join(hit.Kinds, "|"), hit.Span.String(), hit.Matched})
	}
	return t
}
