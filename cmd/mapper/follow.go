package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"mapper/graph"
)

type pathsCommand struct {
	IDs []string `arg:"" name:"id" help:"Ids of two to five entities, to be joined each with each."`
	walked
	Max int `default:"6" placeholder:"N" help:"The longest path looked for, in steps, up to 8 (${default})."`
	pictured
}

// Help shows examples below the options.
func (pathsCommand) Help() string {
	return "Examples:\n  mapper paths tda bob-alexander\n  mapper paths tda monitor --relation WORKS_JOINTLY_AS --as-at 2017-01-01 -f csv\n  mapper paths tda monitor -f graphml -o paths.graphml"
}

// Run gives all shortest paths, a row for each step.
func (c pathsCommand) Run(ctx context.Context, std streams, to *connection) error {
	bounds := cmp.Or(within("entities", len(c.IDs), 2, 5), within("--max", c.Max, 1, 8))
	return c.ask(ctx, std, to, bounds, func(s *connected, day graph.Day) error {
		found, err := s.Paths(ctx, graph.PathQuery{Via: c.IDs, Relations: c.Relation, AsAt: day, Max: c.Max})
		if err != nil {
			return err
		}
		for _, pair := range found.Pairs {
			fmt.Fprintf(std.err, "%s to %s: %s\n", pair.From, pair.To, inSteps(pair))
		}
		cut(std, found.Shown)
		return c.picture(ctx, std, s, found, func() graph.Table { return pathTable(found) }, func() (*graph.Taken, error) { return s.TakenOf(ctx, found.Subgraph, day, graph.Held...) })
	})
}

func inSteps(p graph.Pair) string {
	if p.Paths == 0 {
		return "no path"
	}
	return plural(p.Paths, "path", "paths") + " of " + plural(p.Length, "step", "steps")
}

// pathTable has a row for each line on each path; two lines between the same two
// entities are two rows of one step.
func pathTable(found *graph.Paths) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "path", Type: "integer"}, {Name: "step", Type: "integer"}, {Name: "from", Type: "entity"},
		{Name: "relation", Type: "relation"}, {Name: "to", Type: "entity"}, {Name: "dates", Type: "span"}, {Name: "status", Type: "status"}, {Name: "edge", Type: "text"}}}
	names := refs(found.Subgraph)
	for i, path := range found.Paths {
		for step := range len(path) - 1 {
			for _, e := range found.Edges {
				if e.From == path[step] && e.To == path[step+1] || e.To == path[step] && e.From == path[step+1] {
					t.Rows = append(t.Rows, []any{int64(i + 1), int64(step + 1), names[e.From], e.Relation, names[e.To], e.Span.String(), string(e.Status), e.ID})
				}
			}
		}
	}
	return allRows(t)
}

func refs(g graph.Subgraph) map[string]graph.Ref {
	names := map[string]graph.Ref{}
	for _, n := range g.Nodes {
		names[n.ID] = n.Ref
	}
	return names
}

type sharedCommand struct {
	IDs []string `arg:"" name:"id" help:"Ids of two to ten entities."`
	walked
	limited `set:"of=shared ones" set:"usual=60" set:"most=300"`
	pictured
}

// Help shows examples below the options.
func (sharedCommand) Help() string {
	return "Examples:\n  mapper shared ods:X24 monitor tda\n  mapper shared ods:RRV ods:RJ1 --relation MEMBER_OF -f csv"
}

// Run gives what entities have in common, a row for each that is shared.
func (c sharedCommand) Run(ctx context.Context, std streams, to *connection) error {
	bounds := cmp.Or(within("entities", len(c.IDs), 2, 10), c.bounds(300))
	return c.ask(ctx, std, to, bounds, func(s *connected, day graph.Day) error {
		found, err := s.Shared(ctx, graph.SharedQuery{IDs: c.IDs, Relations: c.Relation, AsAt: day, Limit: c.Limit})
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.picture(ctx, std, s, found, func() graph.Table { return sharedTable(found) }, func() (*graph.Taken, error) { return s.TakenOf(ctx, found.Subgraph, day, graph.Held...) })
	})
}

func sharedTable(found *graph.Common) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "entity", Type: "entity"}, {Name: "kinds", Type: "text"}, {Name: "shared", Type: "integer"}, {Name: "with", Type: "entities"}}}
	names := refs(found.Subgraph)
	for _, one := range found.Shared {
		with := make([]graph.Ref, len(one.With))
		for i, id := range one.With {
			with[i] = names[id]
		}
		t.Rows = append(t.Rows, []any{names[one.ID], strings.Join(names[one.ID].Kinds, "|"), int64(one.Shared), with})
	}
	return allRows(t)
}

type aroundCommand struct {
	ID    string `arg:"" name:"id" help:"Id of the entity to start at."`
	Steps int    `default:"2" placeholder:"N" help:"How many steps to go, up to 4 (${default})."`
	walked
	limited `set:"of=entities around it" set:"usual=60" set:"most=300"`
	pictured
}

// Help shows examples below the options.
func (aroundCommand) Help() string {
	return "Examples:\n  mapper around tda --steps 1\n  mapper around ods:X24 --relation COMMISSIONS --as-at 2021-04-25 -f json"
}

// Run gives what stands within some steps, a row for each line.
func (c aroundCommand) Run(ctx context.Context, std streams, to *connection) error {
	bounds := cmp.Or(within("--steps", c.Steps, 1, 4), c.bounds(300))
	return c.ask(ctx, std, to, bounds, func(s *connected, day graph.Day) error {
		found, err := s.Around(ctx, graph.AroundQuery{ID: c.ID, Steps: c.Steps, Relations: c.Relation, AsAt: day, Limit: c.Limit})
		if err != nil {
			return err
		}
		cut(std, found.Shown)
		return c.picture(ctx, std, s, found, func() graph.Table { return lineTable(found.Subgraph) }, func() (*graph.Taken, error) { return s.TakenOf(ctx, found.Subgraph, day, graph.Held...) })
	})
}

// lineTable has a row for each line of a picture.
func lineTable(g graph.Subgraph) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "from", Type: "entity"}, {Name: "relation", Type: "relation"}, {Name: "to", Type: "entity"},
		{Name: "dates", Type: "span"}, {Name: "status", Type: "status"}, {Name: "claims", Type: "integer"}, {Name: "edge", Type: "text"}}}
	names := refs(g)
	for _, e := range g.Edges {
		t.Rows = append(t.Rows, []any{names[e.From], e.Relation, names[e.To], e.Span.String(), string(e.Status), int64(e.Claims), e.ID})
	}
	return allRows(t)
}
