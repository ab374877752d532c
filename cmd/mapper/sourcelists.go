package main

import (
	"context"
	"fmt"
	"strings"

	"mapper/graph"
)

type documentsCommand struct{ output }

// Help shows examples below the options.
func (documentsCommand) Help() string {
	return "Examples:\n  mapper documents\n  mapper documents -f csv -o documents.csv"
}

// Run lists the documents with how much each says.
func (c documentsCommand) Run(ctx context.Context, std streams, to *connection) error {
	return to.ask(ctx, std, func(s *connected) error {
		found, err := s.Documents(ctx)
		if err != nil {
			return err
		}
		return c.answer(std, found, func() graph.Table { return documentTable(found) })
	})
}

func documentTable(found graph.Sources) graph.Table {
	t := graph.Table{Shown: found.Shown, Columns: []graph.Column{{Name: "document", Type: "document"}, {Name: "publisher", Type: "text"}, {Name: "published", Type: "text"},
		{Name: "claims", Type: "integer"}, {Name: "entities", Type: "integer"}, {Name: "datasets", Type: "text"}, {Name: "url", Type: "text"}}}
	for _, d := range found.Items {
		t.Rows = append(t.Rows, []any{graph.Ref{ID: d.ID, Name: d.Title}, d.Publisher, string(d.Published), int64(d.Claims), int64(d.Entities), strings.Join(d.Datasets, "|"), d.URL})
	}
	return t
}

type documentCommand struct {
	ID    string `arg:"" name:"id" help:"Id of the document; mapper documents lists them."`
	paged `set:"of=claims" set:"usual=500" set:"most=1,000"`
	output
}

// Help shows examples below the options.
func (documentCommand) Help() string {
	return "Examples:\n  mapper document nhs-voices-five-factors\n  mapper document nhs-voices-five-factors -f csv -o claims.csv"
}

// Run gives one document: its title on standard error, the claims it makes on standard output.
func (c documentCommand) Run(ctx context.Context, std streams, to *connection) error {
	if err := c.bounds(1000); err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		found, err := s.Document(ctx, c.ID, c.Skip, c.Limit)
		if err != nil {
			return err
		}
		fmt.Fprintln(std.err, strings.Join(parts(found.Title, found.Publisher, string(found.Published), found.URL), "; "))
		cut(std, found.Shown)
		return c.answer(std, found, func() graph.Table { return claimTable(found.Evidence, found.Shown) })
	})
}

// parts leaves out what is not known.
func parts(all ...string) (known []string) {
	for _, one := range all {
		if one != "" {
			known = append(known, one)
		}
	}
	return known
}

type datasetsCommand struct{ output }

// Help shows examples below the options.
func (datasetsCommand) Help() string {
	return "Examples:\n  mapper datasets\n  mapper datasets -f json"
}

// Run lists the datasets that have been loaded.
func (c datasetsCommand) Run(ctx context.Context, std streams, to *connection) error {
	return to.ask(ctx, std, func(s *connected) error {
		all, err := s.Datasets(ctx)
		if err != nil {
			return err
		}
		return c.answer(std, list[graph.Collection]{all}, func() graph.Table { return datasetTable(all) })
	})
}

func datasetTable(all []graph.Collection) graph.Table {
	t := graph.Table{Shown: graph.Shown{Shown: len(all), Total: len(all)}, Columns: []graph.Column{{Name: "id", Type: "text"}, {Name: "title", Type: "text"}, {Name: "licence", Type: "text"},
		{Name: "documents", Type: "integer"}, {Name: "entities", Type: "integer"}, {Name: "claims", Type: "integer"}, {Name: "loaded", Type: "text"}, {Name: "unfinished", Type: "boolean"}}}
	for _, d := range all {
		t.Rows = append(t.Rows, []any{d.ID, d.Title, d.Licence, int64(d.Documents), int64(d.Entities), int64(d.Claims), d.Loaded, d.Unfinished})
	}
	return t
}
