package web

import (
	"encoding/json"
	"io"

	"mapper/graph"
	forms "mapper/graph/format"
)

// format is a way to write an answer. The first of formats is the default.
type format struct {
	name, label, media string
	write              func(io.Writer, *graph.Answer) error
}

var formats = []format{
	{"json", "JSON", "application/json", writeJSON},
	{"csv", "CSV", "text/csv; charset=utf-8", func(w io.Writer, a *graph.Answer) error { return forms.CSV(w, a.Table) }},
	{"ndjson", "NDJSON", "application/x-ndjson", func(w io.Writer, a *graph.Answer) error { return forms.NDJSON(w, a.Table) }},
}

func writeJSON(w io.Writer, a *graph.Answer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(a)
}
