package web

import (
	"bytes"
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

// mapForm is a way to take a map away.
type mapForm struct {
	name, label, media string
	write              func(io.Writer, *graph.Taken) error
}

var mapForms = []mapForm{
	{"csv", "CSV", "text/csv; charset=utf-8", forms.MapCSV},
	{"graphml", "GraphML", "application/graphml+xml", forms.GraphML},
	{"gexf", "GEXF", "application/gexf+xml", forms.GEXF},
	{"json", "JSON", "application/json", forms.MapJSON},
}

type exportInput struct {
	MapChoice
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"80" example:"80" doc:"how many entities at most, when show is left out"`
	Format string `query:"format" enum:"csv,graphml,gexf,json" required:"true" example:"graphml" doc:"how the map is written"`
}

// export answers with a file of exactly what /api/map shows.
func (m atlas) export(ctx context.Context, in *exportInput) (*viewOutput, error) {
	q, err := m.query(ctx, &in.MapChoice, in.Limit)
	if err != nil {
		return nil, err
	}
	taken, err := m.graph.Taken(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, f := range mapForms {
		if f.name == in.Format {
			var text bytes.Buffer
			err := f.write(&text, taken)
			return &viewOutput{f.media, `attachment; filename="` + fileName(q) + "." + f.name + `"`, text.Bytes()}, err
		}
	}
	return nil, unknown("format", in.Format, mapForms, func(f mapForm) string { return f.name })
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
	content := map[string]*huma.MediaType{}
	for _, f := range mapForms {
		name, _, _ := strings.Cut(f.media, ";")
		content[name] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
		if f.name == "json" {
			content[name].Schema = api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[forms.MapAnswer](), true, "")
		}
		content[name].Example = written(f.name, func(w io.Writer) error { return f.write(w, &taken) })
	}
	answersWith(&operation, content)
	huma.Register(api, operation, m.export)
}
