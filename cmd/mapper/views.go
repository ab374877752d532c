package main

import (
	"context"
	"fmt"
	"strings"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/format"
)

type viewsCommand struct {
	Views  []string `env:"MAPPER_VIEWS" placeholder:"DIR" help:"Folders with views of your own (.cypher files)."`
	Format string   `short:"f" default:"table" enum:"${tables}" help:"One of ${enum}."`
}

// Run lists the views; it needs no database.
func (c viewsCommand) Run(std streams) error {
	views, err := cypher.Views(c.Views...)
	if err != nil {
		return err
	}
	t := graph.Table{Columns: []graph.Column{{Name: "name", Type: "text"}, {Name: "question", Type: "text"}, {Name: "parameters", Type: "text"}}}
	for _, v := range views {
		t.Rows = append(t.Rows, []any{v.Name, v.Question, parameters(v)})
	}
	return format.Write(std.out, c.Format, t)
}

func parameters(v *cypher.Statement) string {
	var names []string
	for _, p := range v.Params {
		name := p.Name + "=" + strings.ToUpper(p.Type)
		if p.Optional {
			name = "[" + name + "]"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

type viewCommand struct {
	Name   string            `arg:"" help:"Name of the view; mapper views lists them."`
	Param  map[string]string `short:"p" placeholder:"KEY=VALUE" help:"A parameter of the view, such as -p as_at=2021-04-25."`
	Format string            `short:"f" default:"table" enum:"${answers}" help:"One of ${enum}."`
	Views  []string          `env:"MAPPER_VIEWS" placeholder:"DIR" help:"Folders with views of your own (.cypher files)."`
}

// Help shows examples below the options.
func (viewCommand) Help() string {
	return "Examples:\n  mapper view who-regulates-whom\n  mapper view standing-edges -p as_at=2021-04-25 --format csv"
}

// Run answers one view: the rows on stdout, the answer in words on stderr.
func (c viewCommand) Run(ctx context.Context, std streams, to *connection) error {
	views, err := cypher.Views(c.Views...)
	if err != nil {
		return err
	}
	view, err := find(views, c.Name, "view")
	if err != nil {
		return err
	}
	if _, err := view.Arguments(c.Param); err != nil {
		return err
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	if !view.Own() {
		if err := s.Check(ctx, view); err != nil {
			return err
		}
	}
	answer, err := s.Answer(ctx, view, c.Param)
	if err != nil {
		return err
	}
	fmt.Fprintln(std.err, answer.Sentence)
	return format.Write(std.out, c.Format, answer.Table)
}

// find gives the statement of that name, or says which there are.
func find(all []*cypher.Statement, name, what string) (*cypher.Statement, error) {
	var names []string
	for _, s := range all {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return nil, graph.Errorf(graph.NotFound, "there is no %s %q; there are: %s", what, name, strings.Join(names, ", "))
}
