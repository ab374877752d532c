package main

import (
	"context"
	"io"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/format"
)

type exportCommand struct {
	Format string `short:"f" required:"" enum:"${graphs}" help:"One of ${enum}."`
	into
	dated
	View   string `placeholder:"NAME" predictor:"view" help:"Only the entities and claims that the answer of this view names; -p gives its parameters."`
	Around string `placeholder:"ID" help:"Only what stands within some steps of this entity."`
	Hops   int    `default:"1" placeholder:"N" help:"How many steps; 1 when not said."`
	given
	viewFolders
}

// Help shows examples below the options.
func (exportCommand) Help() string {
	return "The whole graph, unless a part is named: every claim with its evidence. It is written as it is read, whatever its size. csv keeps spreadsheets from running a text as a formula; csv-raw leaves all texts as they are.\n\n" +
		"Examples:\n  mapper export -f graphml -o graph.graphml\n  mapper export -f gexf --as-at 2021-04-25 -o graph.gexf\n  mapper export -f cypher | cypher-shell\n  mapper export -f parquet --view who-regulates-whom -o regulators.parquet\n  mapper export -f csv --around tda --hops 2"
}

// Run takes the graph, or a part of it, away.
func (c exportCommand) Run(ctx context.Context, std streams, to *connection) error {
	f, err := format.Find(c.Format)
	if err != nil {
		return err
	}
	day, err := c.day()
	if err != nil {
		return err
	}
	if c.View != "" && c.Around != "" {
		return graph.Errorf(graph.Invalid, "--view and --around each name a part of the graph: give one of them")
	}
	if c.Hops < 1 {
		return graph.Errorf(graph.Invalid, "--hops=%d: write a whole number from 1 on", c.Hops)
	}
	var view *cypher.Statement
	arguments := map[string]string{}
	if c.View != "" {
		asked := viewCommand{Name: c.View, given: c.given, viewFolders: c.viewFolders}
		if view, arguments, err = asked.asked(std); err != nil {
			return err
		}
		if view.Param("as_at") != nil && arguments["as_at"] == "" && c.AsAt != "" {
			arguments["as_at"] = c.AsAt
		}
	} else if len(c.Param) > 0 {
		return graph.Errorf(graph.Invalid, "-p is a parameter of a view: name it with --view")
	}
	return to.ask(ctx, std, func(s *connected) error {
		q, err := c.part(ctx, s, view, arguments, day)
		if err != nil {
			return err
		}
		return c.write(std, func(w io.Writer) error { return s.export(ctx, w, f, q) })
	})
}

// export writes a part of the graph, claim by claim.
func (o *connected) export(ctx context.Context, w io.Writer, f format.Format, q graph.ExportQuery) error {
	flow, err := o.Export(ctx, q)
	if err != nil {
		return err
	}
	return f.Graph(w, flow)
}

// part finds which part of the graph is meant.
func (c exportCommand) part(ctx context.Context, s *connected, view *cypher.Statement, arguments map[string]string, day graph.Day) (q graph.ExportQuery, err error) {
	switch {
	case view != nil:
		if err = s.mayRun(ctx, view, arguments); err == nil {
			q, err = s.Named(ctx, view, arguments)
		}
	case c.Around != "":
		q.Part = true
		q.Entities, err = s.Within(ctx, c.Around, c.Hops, day)
	}
	q.AsAt = day
	return q, err
}

// mayRun makes sure that a view only reads, and that its parameters name something.
func (o *connected) mayRun(ctx context.Context, view *cypher.Statement, arguments map[string]string) error {
	if !view.Own() {
		if err := o.Check(ctx, view); err != nil {
			return err
		}
	}
	return o.knowsArguments(ctx, view, arguments)
}
