package web

import (
	"context"

	"mapper/graph"
)

type profiler interface {
	Entity(ctx context.Context, id string, at graph.Day) (*graph.Profile, error)
	Claims(context.Context, graph.ClaimQuery) (graph.Claims, error)
	Neighbours(context.Context, graph.NeighbourQuery) (graph.Subgraph, error)
	NeighbourCounts(ctx context.Context, id string, f graph.Filter) ([]graph.Neighbourhood, error)
}

// entities answers /api/entities/{id} with what is below it, and /entities/{id}
// (entity_page.go).
type entities struct {
	*site
	graph profiler
}

// Identified is the entity that a route is about.
type Identified struct {
	ID string `path:"id" maxLength:"200" example:"ods:RRV" doc:"id of the entity"`
}

type entityInput struct {
	Identified
	Dated
}

func (e entities) profile(ctx context.Context, in *entityInput) (*graph.Profile, error) {
	day, err := in.day()
	if err != nil {
		return nil, err
	}
	return e.graph.Entity(ctx, in.ID, day)
}

type claimsInput struct {
	Identified
	Dated
	Relation  string `query:"relation" doc:"only claims of this type; left out, the first of every type"`
	Direction string `query:"direction" enum:"out,in" example:"out" doc:"only claims that start at the entity (out) or point to it (in); left out, both"`
	Paging
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"100" example:"100" doc:"how many at most, of each relation and direction"`
}

func (in *claimsInput) part() (skip, limit int) { return in.Skip, in.Limit }

func (e entities) claims(ctx context.Context, in *claimsInput) (graph.Claims, error) {
	filter, err := e.filter(ctx, in.Dated, Narrowed{Relation: []string{in.Relation}}, in.Limit)
	if err != nil {
		return graph.Claims{}, err
	}
	return e.graph.Claims(ctx, graph.ClaimQuery{ID: in.ID, Relation: in.Relation, Direction: in.Direction, AsAt: filter.AsAt, Skip: in.Skip, Limit: in.Limit})
}

type neighboursInput struct {
	Identified
	Dated
	Narrowed
	Direction string `query:"direction" enum:"out,in" example:"out" doc:"only edges that start at the entity (out) or point to it (in); left out, both"`
	Limit     int    `query:"limit" minimum:"1" maximum:"300" default:"60" example:"60" doc:"how many neighbours at most"`
}

func (e entities) neighbours(ctx context.Context, in *neighboursInput) (graph.Subgraph, error) {
	filter, err := e.filter(ctx, in.Dated, in.Narrowed, in.Limit)
	if err != nil {
		return graph.Subgraph{}, err
	}
	return e.graph.Neighbours(ctx, graph.NeighbourQuery{ID: in.ID, Direction: in.Direction, Filter: filter})
}

type relationsInput struct {
	Identified
	Dated
	Narrowed
}

func (e entities) relations(ctx context.Context, in *relationsInput) (list[graph.Neighbourhood], error) {
	filter, err := e.filter(ctx, in.Dated, in.Narrowed, 0)
	if err != nil {
		return list[graph.Neighbourhood]{}, err
	}
	counts, err := e.graph.NeighbourCounts(ctx, in.ID, filter)
	return list[graph.Neighbourhood]{counts}, err
}

// filter checks a choice of edges against the vocabulary of the graph.
func (s *site) filter(ctx context.Context, d Dated, n Narrowed, limit int) (graph.Filter, error) {
	day, err := d.day()
	if err != nil {
		return graph.Filter{}, err
	}
	vocabulary, err := s.words.get(ctx)
	if err != nil {
		return graph.Filter{}, err
	}
	return n.filter(vocabulary, day, limit)
}
