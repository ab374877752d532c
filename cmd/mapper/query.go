package main

import (
	"context"
	"fmt"
	"io"

	"mapper/graph"
	"mapper/graph/format"
)

type queryCommand struct {
	worded
	Format string `short:"f" default:"table" enum:"${answers}" help:"One of ${enum}."`
	into
	Limit   int  `default:"1000" placeholder:"N" help:"Rows at most (${default})."`
	Plan    bool `help:"Print the execution plan on standard error."`
	Explain bool `help:"Print the execution plan and run nothing."`
}

// Help shows examples below the options.
func (queryCommand) Help() string {
	return "A statement with the header of a view (docs/writing-views.md) has its parameters checked and typed by it. Without one, a value that is JSON " +
		"(3, true, [\"a\"]) is taken as that, and any other as a text. Formats of graphs (graphml, gexf, jsongraph, cypher, ftm) take the nodes and relationships of the answer, what those relationships join, and their evidence.\n\n" +
		"Examples:\n  mapper query 'MATCH (p:Person) RETURN p.name ORDER BY p.name'\n  mapper query 'MATCH (e:Entity {id: $id})-[r]-(o) RETURN type(r), o' -p id=tda -f json\n" +
		"  mapper query - < question.cypher\n  mapper query @question.cypher -p @parameters.json -f csv -o answer.csv\n  mapper query 'MATCH (:Regulator)-[r]->() RETURN r' -f graphml -o regulators.graphml\n" +
		"  mapper query --saved trusts-without-a-lead -p as_at=2021-04-25 -f csv"
}

// Run asks a statement that may only read: it is explained first and refused
// unless its plan is a plain read.
func (c queryCommand) Run(ctx context.Context, std streams, to *connection) error {
	f, err := format.Find(c.Format)
	if err != nil {
		return err
	}
	if c.Explain && c.Format != "table" && c.Format != "json" {
		return graph.Errorf(graph.Invalid, "--explain gives a plan, as a text or in JSON: leave out --format %s", c.Format)
	}
	asked, err := c.read(std, to)
	if err != nil {
		return err
	}
	q := graph.ConsoleQuery{Statement: asked.Text, Parameters: asked.parameters, Limit: c.Limit, Plan: c.Plan, Explain: c.Explain}
	return to.ask(ctx, std, func(s *connected) error {
		result, err := s.Console(ctx, q)
		if err != nil {
			return err
		}
		notes := append(result.Notifications, result.Why)
		if c.Plan {
			notes = append(notes, result.Plan.String())
		}
		for _, note := range notes {
			if note != "" {
				fmt.Fprintln(std.err, note)
			}
		}
		if c.Explain && c.Format == "table" {
			return c.write(std, func(w io.Writer) error {
				_, err := io.WriteString(w, result.Plan.String())
				return err
			})
		}
		if !f.NeedsGraph {
			return output{c.Format, c.into}.answer(std, result, func() graph.Table { return result.Table })
		}
		q, err := result.Part()
		if err != nil {
			return err
		}
		return c.write(std, func(w io.Writer) error { return s.export(ctx, w, f, q) })
	})
}
