package main

import (
	"cmp"
	"context"

	"mapper/cypher"
	"mapper/graph"
	"mapper/web"
)

type draftCommand struct {
	Name string `arg:"" help:"Name of the view and of its file: lower-case words joined by -."`
	worded
	Title    string `help:"Its title; left out, that of the statement's own header."`
	Question string `help:"The question it answers; likewise."`
	viewFolders
	filed
}

// Help shows examples below the options.
func (draftCommand) Help() string {
	return "The statement is run once, since only its values tell what its columns hold; what its own header says stays. Put into a folder given by --views, the file is a view.\n\n" +
		"Examples:\n  mapper draft people 'MATCH (p:Person) RETURN p AS person ORDER BY p.name' --title People -o my-views/people.cypher\n" +
		"  mapper draft leads --saved trusts-without-a-lead -p as_at=2021-04-25 -o my-views/leads.cypher"
}

// Run writes the view file that the console of the web app makes by "Save as view".
func (c draftCommand) Run(ctx context.Context, std streams, to *connection) error {
	draft := cypher.Draft{Name: c.Name, Title: c.Title, Question: c.Question}
	views, err := cypher.Views(c.Views...)
	if err = cmp.Or(err, cypher.CheckName("view", c.Name), draft.IsNew(views)); err != nil {
		return err
	}
	asked, err := c.read(std, to)
	if err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		result, err := s.Console(ctx, graph.ConsoleQuery{Statement: asked.whole, Parameters: asked.parameters, Limit: cypher.DraftRows})
		if err != nil {
			return err
		}
		text, err := draft.FileOf(asked.whole, result.Table)
		if err != nil {
			return err
		}
		return c.file(std, text, web.ViewFile{Name: c.Name, File: text})
	})
}
