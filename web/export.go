package web

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

type exporter interface {
	Export(context.Context, graph.ExportQuery) (*graph.Flow, error)
}

type exportable interface {
	answerer
	Within(ctx context.Context, id string, steps int, day graph.Day) ([]string, error)
}

// exports answers /api/export: the whole graph or a part of it as a file.
type exports struct {
	*site
	graph exportable
	views views
}

type exportGraphInput struct {
	Dated
	Format graphFormat `query:"format" required:"true" example:"graphml" doc:"how the graph is written"`
	View   string      `query:"view" example:"who-regulates-whom" doc:"name of a view: only the entities and claims that its answer names"`
	Param  []string    `query:"p,explode" maxItems:"50" example:"as_at=2021-04-01" doc:"a parameter of the view, as key=value; may be repeated"`
	Around string      `query:"around" example:"tda" doc:"id of an entity: only what stands within some steps of it"`
	Hops   int         `query:"hops" minimum:"1" maximum:"6" default:"1" example:"1" doc:"how many steps"`
}

func (e exports) answer(ctx context.Context, in *exportGraphInput) (*huma.StreamResponse, error) {
	f, err := graphForm(string(in.Format))
	if err != nil {
		return nil, err
	}
	day, err := in.day()
	if err != nil {
		return nil, err
	}
	name := "graph"
	part := func(context.Context) (graph.ExportQuery, error) { return graph.ExportQuery{}, nil }
	switch {
	case in.View != "" && in.Around != "":
		return nil, graph.Errorf(graph.Invalid, "view and around each name a part of the graph: give one of them.")
	case in.View != "":
		view, values, err := e.view(ctx, in)
		if err != nil {
			return nil, err
		}
		name, part = view.Name, func(ctx context.Context) (graph.ExportQuery, error) { return e.graph.Named(ctx, view, values) }
	case len(in.Param) > 0:
		return nil, graph.Errorf(graph.Invalid, "p is a parameter of a view: name the view too.")
	case in.Around != "":
		name, part = "around", func(ctx context.Context) (graph.ExportQuery, error) {
			ids, err := e.graph.Within(ctx, in.Around, in.Hops, day)
			return graph.ExportQuery{Part: true, Entities: ids}, err
		}
	}
	name = strings.Join(given([]string{name, day.String()}), "-")
	return e.file(ctx, name, f, func(ctx context.Context, w io.Writer) error {
		q, err := part(ctx)
		if err != nil {
			return err
		}
		q.AsAt = day
		return writePart(ctx, w, e.graph, f, q)
	}), nil
}

// writePart writes a part of the graph in a format of graphs, claim by claim.
func writePart(ctx context.Context, w io.Writer, g exporter, f forms.Format, q graph.ExportQuery) error {
	flow, err := g.Export(ctx, q)
	if err != nil {
		return err
	}
	return f.Graph(w, flow)
}

// view finds the view of that name and reads its parameters; one that takes a day is
// asked about that of the export.
func (e exports) view(ctx context.Context, in *exportGraphInput) (*cypher.Statement, map[string]string, error) {
	i := slices.IndexFunc(e.site.views, func(s *cypher.Statement) bool { return s.Name == in.View })
	if i < 0 {
		return nil, nil, graph.Errorf(graph.NotFound, "There is no view %q; /api/views lists them.", in.View)
	}
	view, values := e.site.views[i], map[string]string{}
	for _, p := range in.Param {
		key, value, ok := strings.Cut(p, "=")
		if !ok || view.Param(key) == nil {
			return nil, nil, graph.Errorf(graph.Invalid, "p=%s: write key=value with a parameter of the view %s", p, view.Name)
		}
		values[key] = value
	}
	if view.Param("as_at") != nil && in.AsAt != "" && values["as_at"] == "" {
		values["as_at"] = in.AsAt
	}
	return view, values, e.views.known(ctx, view, values)
}

func (e exports) register(api huma.API) {
	operation := op("/api/export", "export", tagExplore, "The graph as a file",
		"The whole graph, or what a view names, or what stands within some steps of an entity: every claim with its evidence. It is written as it is read, whatever its size.")
	operation.Method = http.MethodGet
	content := graphContent()
	content["application/json"].Schema = &huma.Schema{Type: huma.TypeObject, Description: "as /api/map/export has it, and of each edge, which is one claim, the evidence", AdditionalProperties: true}
	answersWith(&operation, content)
	huma.Register(api, operation, e.answer)
}
