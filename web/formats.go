package web

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"mapper/graph"
	forms "mapper/graph/format"
)

// formats are the forms in which a table is given, viewFormats those of the answer of a
// view, which may name a part of the graph; JSON is the first of both and what is meant
// when none is named. mapForms are those that know nodes and edges.
var (
	formats     = forms.Tables()
	viewFormats = forms.Answers
	mapForms    = forms.Graphs()
)

// listed are those that a page offers.
func listed(all []forms.Format) []forms.Format {
	return slices.DeleteFunc(slices.Clone(all), func(f forms.Format) bool { return f.Unlisted })
}

// mediaType gives a format's media type without the character set.
func mediaType(f forms.Format) string {
	name, _, _ := strings.Cut(f.Media, ";")
	return name
}

// writeAnswer writes an answer; in JSON it comes with its question and its sentence.
func writeAnswer(w io.Writer, f forms.Format, a *graph.Answer) error {
	if f.Name != "json" {
		return forms.Write(w, f.Name, a.Table)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(a)
}

// contentOf describes files in these formats, each with an example; where two have the
// same media type, the first stands for both.
func contentOf(all []forms.Format, example func(io.Writer, forms.Format) error) map[string]*huma.MediaType {
	content := map[string]*huma.MediaType{}
	for _, f := range all {
		if content[mediaType(f)] == nil {
			content[mediaType(f)] = &huma.MediaType{Schema: textOrJSON(f),
				Example: written(f, func(w io.Writer) error { return example(w, f) })}
		}
	}
	return content
}

// textOrJSON describes what a file of a format holds: it is a text to the caller, save
// where its media type says that it is JSON.
func textOrJSON(f forms.Format) *huma.Schema {
	if isJSON(f) {
		return &huma.Schema{Type: huma.TypeObject, Description: f.Label, AdditionalProperties: true}
	}
	return &huma.Schema{Type: huma.TypeString}
}

func isJSON(f forms.Format) bool { return f.Name == "json" || strings.HasSuffix(mediaType(f), "+json") }

// graphContent describes a graph in every format.
func graphContent() map[string]*huma.MediaType {
	return contentOf(mapForms, func(w io.Writer, f forms.Format) error {
		flow := taken.Flow()
		flow.Stored = storedExample()
		return f.Graph(w, flow)
	})
}

// graphForm finds a format of graphs.
func graphForm(name string) (forms.Format, error) {
	f, err := forms.Find(name)
	if err == nil && !slices.Contains(forms.Names(mapForms), name) {
		err = unknown("format of graphs", name, mapForms, func(f forms.Format) string { return f.Name })
	}
	return f, err
}

// graphFormat is the name of a format of graphs as a parameter.
type graphFormat string

// Schema lists the names; huma asks for it.
func (graphFormat) Schema(huma.Registry) *huma.Schema { return formatSchema(mapForms) }

func formatSchema(all []forms.Format) *huma.Schema {
	schema := &huma.Schema{Type: huma.TypeString}
	for _, f := range all {
		schema.Enum = append(schema.Enum, f.Name)
	}
	return schema
}
