package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/format"
)

type queryCommand struct {
	Statement string `arg:"" name:"cypher" help:"The statement; - reads it from standard input, @FILE from a file."`
	given
	Format string `short:"f" default:"table" enum:"${answers}" help:"One of ${enum}."`
	into
	Limit int  `default:"1000" placeholder:"N" help:"Rows at most (${default})."`
	Plan  bool `help:"Print the execution plan on standard error."`
}

// Help shows examples below the options.
func (queryCommand) Help() string {
	return "A statement with the header of a view (docs/writing-views.md) has its parameters checked and typed by it. Without one, a value that is JSON " +
		"(3, true, [\"a\"]) is taken as that, and any other as a text. Formats of graphs (graphml, gexf, jsongraph, cypher, ftm) take the nodes and relationships of the answer, what those relationships join, and their evidence.\n\n" +
		"Examples:\n  mapper query 'MATCH (p:Person) RETURN p.name ORDER BY p.name'\n  mapper query 'MATCH (e:Entity {id: $id})-[r]-(o) RETURN type(r), o' -p id=tda -f json\n" +
		"  mapper query - < question.cypher\n  mapper query @question.cypher -p @parameters.json -f csv -o answer.csv\n  mapper query 'MATCH (:Regulator)-[r]->() RETURN r' -f graphml -o regulators.graphml"
}

// Run asks a statement that may only read: it is explained first and refused
// unless its plan is a plain read.
func (c queryCommand) Run(ctx context.Context, std streams, to *connection) error {
	q, err := c.query(std)
	if err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		result, err := s.Console(ctx, q)
		if err != nil {
			return err
		}
		for _, note := range append(result.Notifications, result.Why, result.Plan.String()) {
			if note != "" {
				fmt.Fprintln(std.err, note)
			}
		}
		f, err := format.Find(c.Format)
		if err != nil {
			return err
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

// query reads the statement and its parameters.
func (c queryCommand) query(std streams) (graph.ConsoleQuery, error) {
	q := graph.ConsoleQuery{Limit: c.Limit, Plan: c.Plan}
	text, file, err := c.text(std.in)
	if err != nil {
		return q, err
	}
	if !strings.HasPrefix(text, "// title:") {
		q.Statement = text
		q.Parameters, err = c.untyped(std.in)
		return q, err
	}
	statement, err := cypher.Parse(file, "query", text)
	if err != nil {
		return q, err
	}
	q.Statement = statement.Text
	q.Parameters, err = c.typed(statement, std.in)
	return q, err
}

// text gives the statement, and what it is called in messages.
func (c queryCommand) text(in io.Reader) (text, file string, err error) {
	name, named := strings.CutPrefix(c.Statement, "@")
	switch {
	case c.Statement == "-":
		file = "standard input"
	case named:
		f, err := os.Open(name)
		if err != nil {
			return "", name, graph.Errorf(graph.Invalid, "%v", err)
		}
		defer f.Close()
		in, file = f, name
	default:
		return c.Statement, "the statement", nil
	}
	all, err := io.ReadAll(io.LimitReader(in, 1<<20))
	return string(all), file, err
}
