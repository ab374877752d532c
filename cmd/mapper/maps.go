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
	Show     []string `placeholder:"ID" help:"Exactly these entities, by id; left out, the best-connected."`
	Hide     []string `placeholder:"ID" help:"Entities taken off what would be shown."`
	Kind     []string `placeholder:"KIND" predictor:"kind" help:"Only entities of these kinds or ones below them."`
	Relation []string `placeholder:"TYPE" predictor:"relation" help:"Only these types of relation."`
	Status   []string `placeholder:"STATUS" help:"Only what is said so firmly: stated, reported, planned, opinion, denied."`
	Document []string `placeholder:"ID" help:"Only what these documents say."`
	Links    int      `placeholder:"N" help:"Only entities joined to at least so many of those shown."`
	Was      string   `placeholder:"DATE" help:"A day to compare with --as-at, or with today."`
}

// drawable is how many entities a map holds at all.
const drawable = 500

// ask asks for a map, once the choice is known to be right.
func (m mapped) ask(ctx context.Context, std streams, to *connection, bounds error, limit int, do func(*connected, graph.MapQuery) error) error {
	q := graph.MapQuery{Show: m.Show, Hide: m.Hide, Links: m.Links, Filter: graph.Filter{Relations: m.Relation, Kinds: m.Kind, Documents: m.Document, Limit: max(limit, len(m.Show))}}
	for _, status := range m.Status {
		q.Statuses = append(q.Statuses, graph.Status(status))
	}
	var err, was error
	q.AsAt, err = m.day()
	q.Was, was = dayOf("--was", m.Was)
	if err = cmp.Or(err, was, bounds, within("--show", len(m.Show), 0, drawable), within("--links", m.Links, 0, drawable), graph.CheckStatuses(q.Statuses)); err != nil {
		return err
	}
	if !q.Was.IsZero() && q.AsAt.IsZero() {
		q.AsAt = graph.DayOf(time.Now())
	}
	return to.ask(ctx, std, func(s *connected) error {
		vocabulary, err := s.Vocabulary(ctx)
		if err != nil {
			return err
		}
		if err := cmp.Or(vocabulary.CheckRelations(q.Relations), vocabulary.CheckKinds(q.Kinds)); err != nil {
			return err
		}
		return do(s, q)
	})
}

type mapCommand struct {
	mapped
	Limit int `default:"80" placeholder:"N" help:"How many entities at most, when --show is left out, up to 500 (${default})."`
	pictured
}

// Help shows examples below the options.
func (mapCommand) Help() string {
	return "Examples:\n  mapper map --kind Provider --as-at 2021-04-25\n  mapper map --show tda --show monitor -f graphml -o map.graphml\n  mapper map --was 2016-01-01 -f gexf -o changes.gexf"
}

// Run gives a map, a row for each line.
func (c mapCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.ask(ctx, std, to, within("--limit", c.Limit, 1, drawable), c.Limit, func(s *connected, q graph.MapQuery) error {
		found, err := s.Map(ctx, q)
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.picture(ctx, std, s, found, func() graph.Table { return lineTable(found) }, func() (*graph.Taken, error) { return s.Taken(ctx, q) })
	})
}

type eventsCommand struct {
	mapped
	Limit int `default:"80" placeholder:"N" help:"How many entities at most, when --show is left out, up to 500 (${default})."`
	output
}

// Help shows examples below the options.
func (eventsCommand) Help() string {
	return "Events at any time: --as-at and --was do not narrow them. What is merely planned or denied is no event.\n\n" +
		"Examples:\n  mapper events --show tda --show monitor\n  mapper events --kind Commissioner -f csv -o events.csv"
}

// Run tells what happened to the entities of a map, in the order of the dates.
func (c eventsCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.ask(ctx, std, to, within("--limit", c.Limit, 1, drawable), c.Limit, func(s *connected, q graph.MapQuery) error {
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
	Entities int `default:"80" placeholder:"N" help:"How many entities at most, when --show is left out, up to 500 (${default})."`
	Skip     int `placeholder:"N" help:"How many claims to pass over."`
	Limit    int `default:"500" placeholder:"N" help:"How many claims at most, up to 2,000 (${default})."`
	output
}

// Help shows examples below the options.
func (evidenceCommand) Help() string {
	return "Examples:\n  mapper evidence --show tda --show monitor\n  mapper evidence --document nhs-voices-five-factors -f csv -o evidence.csv"
}

// Run gives the claims behind the lines of a map; how many documents they rest on is said
// on standard error.
func (c evidenceCommand) Run(ctx context.Context, std streams, to *connection) error {
	bounds := cmp.Or(within("--entities", c.Entities, 1, drawable), within("--limit", c.Limit, 1, 2000))
	if c.Skip < 0 {
		bounds = graph.Errorf(graph.Invalid, "--skip: %d is below 0", c.Skip)
	}
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
