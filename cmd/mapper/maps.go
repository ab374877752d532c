package main

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"mapper/graph"
)

// mapped is the choice of a map, as its address in the web app has it.
type mapped struct {
	dated
	Show []string `placeholder:"ID" help:"Exactly these entities, by id; left out, the best-connected."`
	Hide []string `placeholder:"ID" help:"Entities taken off what would be shown."`
	narrowed
	Links int    `placeholder:"N" help:"Only entities joined to at least so many of those shown."`
	Was   string `placeholder:"DATE" help:"A day to compare with --as-at, or with today."`
}

// drawable is how many entities a map holds at all.
const drawable = 500

// ask asks for a map of so many entities at most where none are named, once the choice is
// known to be right.
func (m mapped) ask(ctx context.Context, std streams, to *connection, bounds error, most int, do func(*connected, graph.MapQuery) error) error {
	filter, unknown := m.filter()
	filter.Limit = max(most, len(m.Show))
	q := graph.MapQuery{Show: m.Show, Hide: m.Hide, Links: m.Links, Filter: filter}
	var err, was error
	q.AsAt, err = m.day()
	q.Was, was = dayOf("--was", m.Was)
	if err = cmp.Or(err, was, bounds, within("--show", len(m.Show), 0, drawable), within("--links", m.Links, 0, drawable), unknown); err != nil {
		return err
	}
	if !q.Was.IsZero() && q.AsAt.IsZero() {
		q.AsAt = graph.DayOf(time.Now())
	}
	return to.ask(ctx, std, func(s *connected) error {
		if err := s.knows(ctx, q.Filter); err != nil {
			return err
		}
		return do(s, q)
	})
}

// overviewed is a map of the best-connected entities, where none are named.
type overviewed struct {
	mapped
	limited `set:"of=entities" set:"when=, when --show is left out" set:"usual=80" set:"most=500"`
}

// ask asks for such a map.
func (o overviewed) ask(ctx context.Context, std streams, to *connection, do func(*connected, graph.MapQuery) error) error {
	return o.mapped.ask(ctx, std, to, o.bounds(drawable), o.Limit, do)
}

type mapCommand struct {
	overviewed
	pictured
}

// Help shows examples below the options.
func (mapCommand) Help() string {
	return "Examples:\n  mapper map --kind Provider --as-at 2021-04-25\n  mapper map --show tda --show monitor -f graphml -o map.graphml\n  mapper map --was 2016-01-01 -f gexf -o changes.gexf"
}

// Run gives a map, a row for each line.
func (c mapCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.ask(ctx, std, to, func(s *connected, q graph.MapQuery) error {
		found, err := s.Map(ctx, q)
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.picture(ctx, std, s, found, func() graph.Table { return lineTable(found) }, func() (*graph.Taken, error) { return s.Taken(ctx, q) })
	})
}

type eventsCommand struct {
	overviewed
	output
}

// Help shows examples below the options.
func (eventsCommand) Help() string {
	return "Events at any time: --as-at and --was do not narrow them. What is merely planned or denied is no event.\n\n" +
		"Examples:\n  mapper events --show tda --show monitor\n  mapper events --kind Commissioner -f csv -o events.csv"
}

// Run tells what happened to the entities of a map, in the order of the dates.
func (c eventsCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.ask(ctx, std, to, func(s *connected, q graph.MapQuery) error {
		found, err := s.Events(ctx, q)
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.answer(std, found, func() graph.Table { return eventTable(found) })
	})
}

func eventTable(found *graph.Events) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "day", Type: "text"}, {Name: "event", Type: "text"}, {Name: "entities", Type: "entities"}, {Name: "sentence", Type: "text"}, {Name: "edge", Type: "text"}}}
	for _, e := range found.Items {
		t.Rows = append(t.Rows, []any{string(e.Day), e.Kind, e.Entities, e.Sentence, e.Edge})
	}
	return allRows(t)
}

type evidenceCommand struct {
	mapped
	Entities int `default:"80" placeholder:"N" help:"What --limit is to mapper map (${default})."`
	paged    `set:"of=claims" set:"usual=500" set:"most=2,000"`
	output
}

// Help shows examples below the options.
func (evidenceCommand) Help() string {
	return "Examples:\n  mapper evidence --show tda --show monitor\n  mapper evidence --document nhs-voices-five-factors -f csv -o evidence.csv"
}

// Run gives the claims behind the lines of a map; how many documents they rest on is said
// on standard error.
func (c evidenceCommand) Run(ctx context.Context, std streams, to *connection) error {
	bounds := cmp.Or(within("--entities", c.Entities, 1, drawable), c.bounds(2000))
	return c.ask(ctx, std, to, bounds, c.Entities, func(s *connected, q graph.MapQuery) error {
		found, err := s.Proof(ctx, q, c.Skip, c.Limit)
		if err != nil {
			return err
		}
		fmt.Fprintln(std.err, plural(found.Total, "claim", "claims")+" in "+plural(len(found.Documents), "document", "documents"))
		cut(std, found.Shown)
		return c.answer(std, found, func() graph.Table { return claimTable(found.Items, found.Shown) })
	})
}
