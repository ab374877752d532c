package main

import (
	"context"
	"fmt"
	"time"

	"mapper/graph"
)

type diffCommand struct {
	From     string   `required:"" placeholder:"DATE" help:"The earlier day, YYYY-MM-DD."`
	To       string   `placeholder:"DATE" help:"The later day (default: today)."`
	Kind     []string `placeholder:"KIND" predictor:"kind" help:"Only entities of these kinds, and edges with such an end."`
	Relation []string `placeholder:"TYPE" predictor:"relation" help:"Only edges of these types; left out, entities and all edges but speech."`
	Entity   []string `placeholder:"ID" help:"Only these entities, by id, and the edges at them."`
	output
}

// Help shows examples below the options.
func (diffCommand) Help() string {
	return "Each row is an entity or an edge that came (stood on the later day only), went (on the earlier only), was renamed, or was succeeded by another.\n" +
		"What is denied does not count. The exit code is 0 whether anything changed or not.\n\n" +
		"Examples:\n  mapper diff --from 2016-01-01 --to 2022-12-31\n  mapper diff --from 2019-04-01 --kind Commissioner -f csv -o commissioners.csv\n  mapper diff --from 2016-01-01 --to 2019-04-01 --entity tda -f json"
}

// Run tells what changed between two days: the counts on standard error, a row a
// change on standard output.
func (c diffCommand) Run(ctx context.Context, std streams, to *connection) error {
	q, err := c.query()
	if err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		found, err := s.Changes(ctx, q)
		if err != nil {
			return err
		}
		fmt.Fprintf(std.err, "%s to %s: %d entities came, %d went, %d renamed, %d succeeded; %d edges came, %d went\n",
			found.From, found.To, found.Came, found.Went, found.Renamed, found.Succeeded, found.EdgesCame, found.EdgesWent)
		return c.answer(std, found, func() graph.Table { return changeTable(found) })
	})
}

func (c diffCommand) query() (q graph.DifferenceQuery, err error) {
	q = graph.DifferenceQuery{Kinds: c.Kind, Relations: c.Relation, Entities: c.Entity}
	if q.From, err = dayOf("--from", c.From); err != nil {
		return q, err
	}
	if q.To, err = dayOf("--to", c.To); err != nil {
		return q, err
	}
	if q.From.IsZero() {
		return q, graph.Errorf(graph.Invalid, "--from: give a day, YYYY-MM-DD")
	}
	if q.To.IsZero() {
		q.To = graph.DayOf(time.Now())
	}
	if q.To.Time().Before(q.From.Time()) {
		return q, graph.Errorf(graph.Invalid, "--from %s is after --to %s: the earlier day comes first", q.From, q.To)
	}
	return q, nil
}

func changeTable(found *graph.Changes) graph.Table {
	t := graph.Table{Shown: found.Shown, Columns: []graph.Column{{Name: "change", Type: "text"}, {Name: "what", Type: "text"}, {Name: "from", Type: "entity"},
		{Name: "relation", Type: "relation"}, {Name: "to", Type: "entity"}, {Name: "dates", Type: "span"}, {Name: "status", Type: "status"}, {Name: "claims", Type: "claims"}}}
	for _, one := range found.Items {
		var to any
		if one.To != nil {
			to = *one.To
		}
		t.Rows = append(t.Rows, []any{string(one.Change), one.What, one.From, one.Relation, to, one.Span.String(), string(one.Status), one.Claims})
	}
	return t
}
