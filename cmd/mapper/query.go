package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"mapper/graph"
	"mapper/graph/format"
)

type queryCommand struct {
	Statement string            `arg:"" name:"cypher" help:"The statement; - reads it from standard input."`
	Param     map[string]string `short:"p" placeholder:"KEY=VALUE" help:"A parameter; the value is JSON where it is JSON (3, true, [\"a\"]), else a text."`
	Format    string            `short:"f" default:"table" enum:"${answers}" help:"One of ${enum}."`
	Limit     int               `default:"1000" help:"Rows at most."`
	Plan      bool              `help:"Print the execution plan on standard error."`
}

// Help shows examples below the options.
func (queryCommand) Help() string {
	return "Examples:\n  mapper query 'MATCH (p:Person) RETURN p.name ORDER BY p.name'\n  mapper query 'MATCH (e:Entity {id: $id})-[r]-(o) RETURN type(r), o' -p id=tda -f json\n  mapper query - < question.cypher"
}

// Run asks a statement that may only read: it is explained first and refused
// unless its plan is a plain read.
func (c queryCommand) Run(ctx context.Context, std streams, to *connection) error {
	if c.Statement == "-" {
		text, err := io.ReadAll(io.LimitReader(std.in, 1<<20))
		if err != nil {
			return err
		}
		c.Statement = string(text)
	}
	params := map[string]any{}
	for name, text := range c.Param {
		var value any
		if json.Unmarshal([]byte(text), &value) != nil {
			value = text
		}
		if n, ok := value.(float64); ok && n == float64(int64(n)) {
			value = int64(n)
		}
		params[name] = value
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	result, err := s.Console(ctx, graph.ConsoleQuery{Statement: c.Statement, Parameters: params, Limit: c.Limit, Plan: c.Plan})
	if err != nil {
		return err
	}
	for _, note := range append(result.Notifications, result.Why, result.Plan) {
		if note != "" {
			fmt.Fprintln(std.err, note)
		}
	}
	return format.Write(std.out, c.Format, result.Table)
}
