package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/format"
)

type viewsCommand struct {
	Favourites bool `help:"Write the views for Neo4j's own tools: as Neo4j Browser's saved scripts when the file of -o ends in .zip, else as one script for cypher-shell."`
	viewFolders
	output
}

// Help shows examples below the options.
func (viewsCommand) Help() string {
	return "Examples:\n  mapper views\n  mapper views --views my-views -f json\n  mapper views --favourites -o favourites.zip"
}

// viewFolders are folders with views of the user's own.
type viewFolders struct {
	Views []string `env:"MAPPER_VIEWS" placeholder:"DIR" predictor:"dir" help:"Folders with views of your own (.cypher files)."`
}

// Run lists the views; it needs no database.
func (c viewsCommand) Run(std streams) error {
	views, err := cypher.Views(c.Views...)
	if err != nil {
		return err
	}
	if c.Favourites {
		return c.write(std, func(w io.Writer) error { return writeFavourites(w, views, strings.HasSuffix(c.Output, ".zip")) })
	}
	t := graph.Table{Columns: []graph.Column{{Name: "name", Type: "text"}, {Name: "question", Type: "text"}, {Name: "parameters", Type: "text"}}}
	for _, v := range views {
		t.Rows = append(t.Rows, []any{v.Name, v.Question, parameters(v)})
	}
	t.Shown = graph.Shown{Shown: len(views), Total: len(views)}
	return c.answer(std, list[*cypher.Statement]{views}, func() graph.Table { return t })
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
	Name string `arg:"" predictor:"view" help:"Name of the view; mapper views lists them."`
	given
	dated
	Skip   int    `placeholder:"N" help:"How many rows to pass over."`
	Limit  int    `placeholder:"N" help:"How many rows at most; left out, all."`
	Format string `short:"f" default:"table" enum:"${answers}" help:"One of ${enum}."`
	into
	viewFolders
}

// Help shows examples below the options.
func (viewCommand) Help() string {
	return "Parameters are checked and typed by the header of the view; --as-at DATE is short for -p as_at=DATE. A table shows 10,000 rows at most; the other formats have all, written as they come.\n\n" +
		"Examples:\n  mapper view who-regulates-whom\n  mapper view standing-edges -p as_at=2021-04-25 --format csv\n  mapper view lineage -p body=tda -f json -o lineage.json"
}

// Run answers one view: the rows on stdout, the answer in words on stderr.
func (c viewCommand) Run(ctx context.Context, std streams, to *connection) error {
	f, err := format.Find(c.Format)
	if err == nil {
		err = c.bounds(f)
	}
	if err != nil {
		return err
	}
	view, arguments, err := c.asked(std)
	if err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		if err := s.mayRun(ctx, view, arguments); err != nil {
			return err
		}
		if c.Format != "table" || c.isPart() {
			return c.whole(ctx, std, s, f, view, arguments)
		}
		answer, err := s.Answer(ctx, view, arguments)
		if err != nil {
			return err
		}
		fmt.Fprintln(std.err, answer.Sentence)
		cut(std, answer.Shown)
		return output{c.Format, c.into}.answer(std, answer, func() graph.Table { return answer.Table })
	})
}

// isPart says whether only some of the rows are asked for.
func (c viewCommand) isPart() bool { return c.Skip != 0 || c.Limit != 0 }

func (c viewCommand) bounds(f format.Format) error {
	if c.isPart() && f.NeedsGraph {
		return graph.Errorf(graph.Invalid, "--skip and --limit are of rows, and %s has none: leave them out", f.Label)
	}
	return cmp.Or(within("--skip", c.Skip, 0, math.MaxInt), within("--limit", c.Limit, 0, math.MaxInt))
}

// whole writes every row asked for as it comes, or what the rows name as a graph.
func (c viewCommand) whole(ctx context.Context, std streams, s *connected, f format.Format, view *cypher.Statement, arguments map[string]string) error {
	if !f.NeedsGraph {
		return c.rows(ctx, std, s, f, view, arguments)
	}
	return c.write(std, func(w io.Writer) error {
		q, err := s.Named(ctx, view, arguments)
		if err != nil {
			return err
		}
		return s.export(ctx, w, f, q)
	})
}

// rows writes the rows, and then says the answer in words.
func (c viewCommand) rows(ctx context.Context, std streams, s *connected, f format.Format, view *cypher.Statement, arguments map[string]string) error {
	running, err := s.Unhurried(ctx, view, arguments)
	if err != nil {
		return err
	}
	if c.isPart() {
		running.Part(c.Skip, cmp.Or(c.Limit, math.MaxInt))
	}
	err = c.write(std, func(w io.Writer) error {
		out := bufio.NewWriter(w)
		return cmp.Or(f.Running(out, running, running.Each), out.Flush())
	})
	if err == nil {
		fmt.Fprintln(std.err, running.Sentence)
		cut(std, running.Shown)
	}
	return err
}

// asked finds the view and reads its parameters, before anything slow is started.
func (c viewCommand) asked(std streams) (*cypher.Statement, map[string]string, error) {
	views, err := cypher.Views(c.Views...)
	if err != nil {
		return nil, nil, err
	}
	view, err := find(views, c.Name, "view")
	if err != nil {
		return nil, nil, err
	}
	arguments, err := c.texts(std.in)
	if err != nil {
		return nil, nil, err
	}
	if c.AsAt != "" {
		arguments["as_at"] = c.AsAt
	}
	_, err = view.Arguments(arguments)
	return view, arguments, err
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
