package web

import (
	"io"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

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

// partParameters let a view be answered a part at a time, where it has no parameters
// of these names itself.
func partParameters(view *cypher.Statement) []*huma.Param {
	if view.Param("skip") != nil || view.Param("limit") != nil {
		return nil
	}
	none, one, most := 0.0, 1.0, float64(held)
	return []*huma.Param{
		{Name: "skip", In: "query", Description: "how many rows to pass over", Example: 0, Schema: &huma.Schema{Type: huma.TypeInteger, Minimum: &none}},
		{Name: "limit", In: "query", Description: "how many rows at most; left out, all, or behind skip 1000", Example: 100, Schema: &huma.Schema{Type: huma.TypeInteger, Minimum: &one, Maximum: &most}},
	}
}

func formatParameter() *huma.Param {
	schema := formatSchema(viewFormats)
	schema.Default = formats[0].Name
	return &huma.Param{Name: "format", In: "query", Description: "how the answer is written: all its rows, or in a format of graphs the entities and claims that they name", Schema: schema, Example: formats[0].Name}
}

// answerContent describes the answer of a view in every format.
func answerContent(api huma.API, view *cypher.Statement) map[string]*huma.MediaType {
	example := forms.Filled(answerOf(view))
	content := contentOf(viewFormats, func(w io.Writer, f forms.Format) error {
		if f.NeedsGraph {
			flow := taken.Flow()
			flow.Stored = storedExample()
			return f.Graph(w, flow)
		}
		return writeAnswer(w, f, example)
	})
	content["application/json"].Schema = api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[graph.Answer](), true, "")
	return content
}
