package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

type profiler interface {
	Entity(ctx context.Context, id string, at graph.Day) (*graph.Profile, error)
	Neighbours(context.Context, graph.NeighbourQuery) (graph.Subgraph, error)
	NeighbourCounts(ctx context.Context, id string, f graph.Filter) ([]graph.Neighbourhood, error)
}

// entities answers /api/entities/{id} with what is below it, and /entities/{id}.
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

type neighboursInput struct {
	Identified
	Dated
	Narrowed
	Direction string `query:"direction" enum:"out,in" doc:"only edges that start at the entity (out) or point to it (in); left out, both"`
	Limit     int    `query:"limit" minimum:"1" maximum:"300" default:"60" doc:"how many neighbours at most"`
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

// around is how many neighbours the map on an entity's page shows.
const around = 40

func (e entities) page(w http.ResponseWriter, r *http.Request, params gin.Params) error {
	page, err := e.site.page(r, "", "")
	if err != nil {
		return err
	}
	id := params.ByName("id")
	profile, err := e.graph.Entity(r.Context(), id, page.AsAt)
	if err != nil {
		return err
	}
	near, err := e.graph.Neighbours(r.Context(), graph.NeighbourQuery{ID: id, Filter: graph.Filter{AsAt: page.AsAt, Limit: around}})
	if err != nil {
		return err
	}
	page.Title = profile.Name
	return e.show(w, http.StatusOK, "entity", EntityPage{page, profile, groups(profile, page.Words.Vocabulary), filled(near)})
}

// groups reads an entity's claims from the entity: a group a relation and
// direction, in the order of the vocabulary; in it a line for each other end,
// those with the most claims first.
func groups(p *graph.Profile, v *graph.Vocabulary) []Group {
	var groups []Group
	for _, r := range v.Relations {
		for _, backward := range []bool{false, true} {
			phrase := r.Forward
			if backward {
				phrase = r.Backward
			}
			if lines := linesOf(p, v, r, backward); len(lines) > 0 {
				groups = append(groups, Group{Phrase: phrase, Relation: r, Lines: lines})
			}
		}
	}
	return groups
}

func linesOf(p *graph.Profile, v *graph.Vocabulary, r graph.Relation, backward bool) []Line {
	var lines []Line
	for _, claim := range p.Claims {
		other, reads := otherEnd(p.ID, claim, r.Symmetric)
		if claim.Relation != r.Type || other == nil || reads != backward {
			continue
		}
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Other.ID == other.ID })
		if i < 0 {
			i = len(lines)
			lines = append(lines, Line{Other: *other})
		}
		lines[i].Evidence = append(lines[i].Evidence, claim)
	}
	for i := range lines {
		lines[i].Edge = graph.Bundle(lines[i].Evidence, v)[0] // same ends, same relation: one edge
	}
	slices.SortStableFunc(lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(b.Edge.Claims, a.Edge.Claims), cmp.Compare(a.Other.Name, b.Other.Name))
	})
	return lines
}

// otherEnd gives the far end of a claim and whether it reads backward from the
// entity; nil when the entity is at neither end.
func otherEnd(id string, claim graph.Evidence, symmetric bool) (other *graph.Ref, backward bool) {
	switch id {
	case claim.From.ID:
		return &claim.To, false
	case claim.To.ID:
		return &claim.From, !symmetric
	}
	return nil, false
}
