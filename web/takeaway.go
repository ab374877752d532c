package web

import (
	"context"
	"io"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"mapper/graph"
	forms "mapper/graph/format"
)

func (m atlas) events(ctx context.Context, in *mapInput) (*graph.Events, error) {
	q, err := m.query(ctx, &in.MapChoice, in.Limit)
	if err != nil {
		return nil, err
	}
	return m.graph.Events(ctx, q)
}

type evidenceInput struct {
	MapChoice
	Entities int `query:"entities" minimum:"1" maximum:"500" default:"80" example:"80" doc:"what limit is to /api/map: how many entities at most, when show is left out"`
	Paging
	Limit int `query:"limit" minimum:"1" maximum:"2000" default:"500" example:"500" doc:"how many claims at most"`
}

func (in *evidenceInput) part() (skip, limit int) { return in.Skip, in.Limit }

func (m atlas) evidence(ctx context.Context, in *evidenceInput) (*graph.Proof, error) {
	q, err := m.query(ctx, &in.MapChoice, in.Entities)
	if err != nil {
		return nil, err
	}
	return m.graph.Proof(ctx, q, in.Skip, in.Limit)
}

type exportInput struct {
	MapChoice
	Limit  int         `query:"limit" minimum:"1" maximum:"500" default:"80" example:"80" doc:"how many entities at most, when show is left out"`
	Format graphFormat `query:"format" required:"true" example:"graphml" doc:"how the map is written"`
}

// export answers with a file of exactly what /api/map shows.
func (m atlas) export(ctx context.Context, in *exportInput) (*huma.StreamResponse, error) {
	f, err := graphForm(string(in.Format))
	if err != nil {
		return nil, err
	}
	q, err := m.query(ctx, &in.MapChoice, in.Limit)
	if err != nil {
		return nil, err
	}
	taken, err := m.graph.Taken(ctx, q)
	if err != nil {
		return nil, err
	}
	return m.file(ctx, fileName(q), f, func(ctx context.Context, w io.Writer) error {
		if f.Lines {
			return f.Graph(w, taken.Flow())
		}
		return writePart(ctx, w, m.graph, f, taken.Query())
	}), nil
}

// fileName names a file of a map: with the days, since they are what differs most.
func fileName(q graph.MapQuery) string {
	return strings.Join(given([]string{"map", q.Was.String(), q.AsAt.String()}), "-")
}

// registerExport registers the route whose answers are files.
func (m atlas) registerExport(api huma.API) {
	operation := op("/api/map/export", "map-export", tagExplore, "A map as a file",
		"Exactly the entities and edges that /api/map shows, with dates, status, number of claims and documents.")
	operation.Method = http.MethodGet
	content := graphContent()
	content["application/json"].Schema = api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[forms.MapAnswer](), true, "")
	answersWith(&operation, content)
	huma.Register(api, operation, m.export)
}
