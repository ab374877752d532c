package web

import (
	"context"

	"mapper/graph"
)

type pathfinder interface {
	Paths(context.Context, graph.PathQuery) (*graph.Paths, error)
}

// paths answers /api/paths.
type paths struct {
	*site
	graph pathfinder
}

type pathsInput struct {
	Dated
	From     string   `query:"from" required:"true" minLength:"1" maxLength:"200" doc:"id of the entity to start at"`
	To       string   `query:"to" required:"true" minLength:"1" maxLength:"200" doc:"id of the entity to reach"`
	Relation []string `query:"relation,explode" maxItems:"50" doc:"types of relation to follow, in either direction; may be repeated; left out, all but speech"`
	Max      int      `query:"max" minimum:"1" maximum:"8" default:"6" doc:"the longest path looked for, in steps"`
}

func (p paths) find(ctx context.Context, in *pathsInput) (*graph.Paths, error) {
	filter, err := p.filter(ctx, in.Dated, Narrowed{Relation: in.Relation}, 0)
	if err != nil {
		return nil, err
	}
	return p.graph.Paths(ctx, graph.PathQuery{From: in.From, To: in.To, Relations: filter.Relations, AsAt: filter.AsAt, Max: in.Max})
}
