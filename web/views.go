package web

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"net/http"
	"net/url"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

type answerer interface {
	Answer(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Answer, error)
}

// views answers /api/views, a route a view below it, and the pages of the same
// names (view_pages.go).
type views struct {
	*site
	graph answerer
	maps  atlas
}

func (v views) list(context.Context, *struct{}) (list[*cypher.Statement], error) {
	return list[*cypher.Statement]{v.views}, nil
}

// register gives every view a route of its own, documented with its parameters:
// that a view is a file and nothing else rests on this.
func (v views) register(api huma.API) {
	for _, view := range v.views {
		operation := op("/api/views/"+view.Name, "view-"+view.Name, tagViews, view.Title, view.Question)
		operation.Method = http.MethodGet
		operation.Parameters = append(parametersOf(view), formatParameter())
		answersWith(&operation, answerContent(api, view))
		huma.Register(api, operation, func(ctx context.Context, in *viewInput) (*viewOutput, error) {
			return v.answer(ctx, view, in.query)
		})
	}
}

// viewInput takes the query as it stands, since each view declares its own.
type viewInput struct{ query url.Values }

// Resolve gives huma's context to the input.
func (in *viewInput) Resolve(c huma.Context) []error {
	u := c.URL()
	in.query = u.Query()
	return nil
}

type viewOutput struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Disposition string `header:"Content-Disposition" hidden:"true"`
	Body        []byte
}

func (v views) answer(ctx context.Context, view *cypher.Statement, query url.Values) (*viewOutput, error) {
	f, err := forms.Find(cmp.Or(query.Get("format"), formats[0].Name))
	if err != nil {
		return nil, err
	}
	values := valuesOf(view, query)
	answer, err := v.ask(ctx, view, values)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := writeAnswer(&text, f, filled(answer)); err != nil {
		return nil, err
	}
	out := &viewOutput{ContentType: f.Media, Body: text.Bytes()}
	if f.Name != "json" {
		out.Disposition = `attachment; filename="` + view.Name + "." + f.Extension + `"`
	}
	return out, nil
}

// ask checks what names something of the vocabulary, then asks the graph.
func (v views) ask(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Answer, error) {
	vocabulary, err := v.words.get(ctx)
	if err != nil {
		return nil, err
	}
	if err := view.Known(vocabulary, values); err != nil {
		return nil, err
	}
	return v.graph.Answer(ctx, view, values)
}

// valuesOf takes the parameters of a view out of a query; an empty field of a form
// counts as left out.
func valuesOf(view *cypher.Statement, query url.Values) map[string]string {
	values := map[string]string{}
	for _, p := range view.Params {
		if value := query.Get(p.Name); value != "" {
			values[p.Name] = value
		}
	}
	return values
}

// schemas are the types of parameter of a view as JSON Schema.
var schemas = map[string]huma.Schema{
	"date":    {Type: huma.TypeString, Format: "date"},
	"status":  {Type: huma.TypeString, Enum: []any{"stated", "reported", "planned", "opinion", "denied"}},
	"integer": {Type: huma.TypeInteger},
	"boolean": {Type: huma.TypeBoolean},
}

// meanings explain the types that JSON Schema has no word for.
var meanings = map[string]string{
	"date":     "a day, YYYY-MM-DD",
	"entity":   "id of an entity, such as ods:RRV",
	"document": "id of a document",
	"kind":     "a kind of the vocabulary",
	"relation": "a type of relation of the vocabulary",
	"list":     "values joined by |",
}

func parametersOf(view *cypher.Statement) []*huma.Param {
	var params []*huma.Param
	for _, p := range view.Params {
		schema, ok := schemas[p.Type]
		if !ok {
			schema = huma.Schema{Type: huma.TypeString}
		}
		text := p.Help
		if meaning := meanings[p.Type]; meaning != "" && text != "" {
			text += " (" + meaning + ")"
		} else if meaning != "" {
			text = meaning
		}
		params = append(params, &huma.Param{Name: p.Name, In: "query", Description: text, Required: !p.Optional, Schema: &schema, Example: argumentOf(p)})
	}
	return params
}

func formatParameter() *huma.Param {
	schema := &huma.Schema{Type: huma.TypeString, Default: formats[0].Name}
	for _, f := range formats {
		schema.Enum = append(schema.Enum, f.Name)
	}
	return &huma.Param{Name: "format", In: "query", Description: "how the answer is written", Schema: schema, Example: formats[0].Name}
}

// answerContent describes the answer of a view in every format.
func answerContent(api huma.API, view *cypher.Statement) map[string]*huma.MediaType {
	content := map[string]*huma.MediaType{}
	example := filled(answerOf(view))
	for _, f := range formats {
		if content[mediaType(f)] != nil { // another way to write the same
			continue
		}
		media := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
		if f.Name == "json" {
			media.Schema = api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[graph.Answer](), true, "")
		}
		media.Example = written(f.Name, func(w io.Writer) error { return writeAnswer(w, f, example) })
		content[mediaType(f)] = media
	}
	return content
}
