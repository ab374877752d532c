package main

import (
	"cmp"
	"context"

	"mapper/graph"
)

// beside is an entity and what is asked about around it.
type beside struct {
	ID string `arg:"" name:"id" help:"Id of the entity; mapper search finds it."`
	dated
	narrowed
}

// ask asks about it, once the choice is known to be right.
func (b beside) ask(ctx context.Context, std streams, to *connection, bounds error, do func(*connected, graph.Filter) error) error {
	filter, unknown := b.filter()
	var err error
	filter.AsAt, err = b.day()
	if err = cmp.Or(err, bounds, unknown); err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		if err := s.knows(ctx, filter); err != nil {
			return err
		}
		return do(s, filter)
	})
}

type neighboursCommand struct {
	beside
	directed
	limited `set:"of=neighbours" set:"usual=60" set:"most=300"`
	pictured
}

// Help shows examples below the options.
func (neighboursCommand) Help() string {
	return "The best-connected come first, with all edges between those that come; mapper relations counts how many there are.\n\n" +
		"Examples:\n  mapper neighbours tda\n  mapper neighbours ods:X24 --relation COMMISSIONS --direction in --as-at 2021-04-25 -f csv\n  mapper neighbours tda --kind Person -f graphml -o people.graphml"
}

// Run gives an entity with what it is joined to, a row for each line.
func (c neighboursCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.ask(ctx, std, to, c.bounds(300), func(s *connected, f graph.Filter) error {
		f.Limit = c.Limit
		found, err := s.Neighbours(ctx, graph.NeighbourQuery{ID: c.ID, Direction: c.way(), Filter: f})
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.picture(ctx, std, s, found, func() graph.Table { return lineTable(found) }, func() (*graph.Taken, error) { return s.TakenOf(ctx, found, f.AsAt) })
	})
}

type relationsCommand struct {
	beside
	output
}

// Help shows examples below the options.
func (relationsCommand) Help() string {
	return "The same entity may be joined by several relations, and is counted with each; the relations that there are at all, mapper vocabulary lists.\n\n" +
		"Examples:\n  mapper relations tda\n  mapper relations ods:X24 --kind Provider --as-at 2021-04-25 -f csv"
}

// Run counts what an entity is joined to, a row for each relation and direction.
func (c relationsCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.ask(ctx, std, to, nil, func(s *connected, f graph.Filter) error {
		found, err := s.NeighbourCounts(ctx, c.ID, f)
		if err != nil {
			return err
		}
		return c.answer(std, list[graph.Neighbourhood]{found}, func() graph.Table { return relationTable(found) })
	})
}

func relationTable(found []graph.Neighbourhood) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "relation", Type: "relation"}, {Name: "direction", Type: "text"}, {Name: "phrase", Type: "text"},
		{Name: "entities", Type: "integer"}, {Name: "claims", Type: "integer"}}}
	for _, n := range found {
		t.Rows = append(t.Rows, []any{n.Relation, n.Direction, n.Phrase, int64(n.Entities), int64(n.Claims)})
	}
	return allRows(t)
}

type claimsCommand struct {
	ID string `arg:"" name:"id" help:"Id of the entity; mapper search finds it."`
	dated
	Relation string `placeholder:"TYPE" predictor:"relation" help:"Only claims of this type; left out, the first of every type."`
	directed
	paged `set:"of=claims" set:"when= of each relation and direction" set:"usual=100" set:"most=1,000"`
	output
}

// Help shows examples below the options.
func (claimsCommand) Help() string {
	return "They come by relation and direction, in the order of the other ends' names. With --relation and --direction, --skip goes through all there are.\n\n" +
		"Examples:\n  mapper claims tda -f csv\n  mapper claims ods:X24 --relation MEMBER_OF --direction in --skip 100 --limit 100 -f ndjson"
}

// Run gives a part of the claims about an entity.
func (c claimsCommand) Run(ctx context.Context, std streams, to *connection) error {
	day, err := c.day()
	if err = cmp.Or(err, c.bounds(1000)); err != nil {
		return err
	}
	q := graph.ClaimQuery{ID: c.ID, Relation: c.Relation, Direction: c.way(), AsAt: day, Skip: c.Skip, Limit: c.Limit}
	var wanted graph.Filter
	if c.Relation != "" {
		wanted.Relations = []string{c.Relation}
	}
	return to.ask(ctx, std, func(s *connected) error {
		if err := s.knows(ctx, wanted); err != nil {
			return err
		}
		found, err := s.Claims(ctx, q)
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.answer(std, found, func() graph.Table { return claimTable(found.Items, found.Shown) })
	})
}
