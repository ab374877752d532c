package web

import (
	"context"

	"mapper/graph"
)

type pathfinder interface {
	Paths(context.Context, graph.PathQuery) (*graph.Paths, error)
	Shared(context.Context, graph.SharedQuery) (*graph.Common, error)
	Around(context.Context, graph.AroundQuery) (*graph.Around, error)
}

// paths answers /api/paths, /api/shared and /api/around: how entities hang together.
type paths struct {
	*site
	graph pathfinder
}

// Walked is what all three take.
type Walked struct {
	Dated
	Relation []string `query:"relation,explode" maxItems:"50" doc:"types of relation to follow, in either direction; may be repeated; left out, all but speech"`
}

type pathsInput struct {
	From string   `query:"from" maxLength:"200" example:"nhs-providers" doc:"id of the entity to start at"`
	To   string   `query:"to" maxLength:"200" example:"nhs-clinical-commissioners" doc:"id of the entity to reach"`
	Via  []string `query:"via,explode" maxItems:"5" example:"nhs-providers,nhs-clinical-commissioners" doc:"in place of from and to: ids of two to five entities, to be joined each with each"`
	Walked
	Max int `query:"max" minimum:"1" maximum:"8" default:"6" example:"6" doc:"the longest path looked for, in steps"`
}

func (p paths) find(ctx context.Context, in *pathsInput) (*graph.Paths, error) {
	filter, err := p.filter(ctx, in.Dated, Narrowed{Relation: in.Relation}, 0)
	if err != nil {
		return nil, err
	}
	via := given(in.Via)
	switch {
	case len(via) > 0 && in.From+in.To != "":
		return nil, graph.Errorf(graph.Invalid, "Give either from and to, or via; not both.")
	case len(via) == 0 && (in.From == "" || in.To == ""):
		return nil, graph.Errorf(graph.Invalid, "Paths are between two entities: give the ids of both as from and to, or of two to five as via.")
	case len(via) == 1:
		return nil, graph.Errorf(graph.Invalid, "via names one entity only: give two to five.")
	case len(via) == 0:
		via = []string{in.From, in.To}
	}
	return p.graph.Paths(ctx, graph.PathQuery{Via: via, Relations: filter.Relations, AsAt: filter.AsAt, Max: in.Max})
}

type sharedInput struct {
	ID []string `query:"id,explode" required:"true" minItems:"2" maxItems:"10" example:"nhs-providers,nhs-clinical-commissioners" doc:"ids of two to ten entities"`
	Walked
	Limit int `query:"limit" minimum:"1" maximum:"300" default:"60" example:"60" doc:"how many shared ones at most"`
}

func (p paths) shared(ctx context.Context, in *sharedInput) (*graph.Common, error) {
	filter, err := p.filter(ctx, in.Dated, Narrowed{Relation: in.Relation}, in.Limit)
	if err != nil {
		return nil, err
	}
	wanted := given(in.ID)
	if len(wanted) < 2 {
		return nil, graph.Errorf(graph.Invalid, "Something is shared by two at least: give the ids of two to ten entities.")
	}
	return p.graph.Shared(ctx, graph.SharedQuery{IDs: wanted, Relations: filter.Relations, AsAt: filter.AsAt, Limit: in.Limit})
}

type aroundInput struct {
	ID    string `query:"id" required:"true" minLength:"1" maxLength:"200" example:"nhs-providers" doc:"id of the entity to start at"`
	Steps int    `query:"steps" minimum:"1" maximum:"4" default:"2" example:"2" doc:"how many steps to go"`
	Walked
	Limit int `query:"limit" minimum:"1" maximum:"300" default:"60" example:"60" doc:"how many entities around it at most"`
}

func (p paths) around(ctx context.Context, in *aroundInput) (*graph.Around, error) {
	filter, err := p.filter(ctx, in.Dated, Narrowed{Relation: in.Relation}, in.Limit)
	if err != nil {
		return nil, err
	}
	return p.graph.Around(ctx, graph.AroundQuery{ID: in.ID, Steps: in.Steps, Relations: filter.Relations, AsAt: filter.AsAt, Limit: in.Limit})
}
