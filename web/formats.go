package web

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"mapper/graph"
	forms "mapper/graph/format"
)

// formats are the forms in which the answer of a view is given; JSON is the first and
// what is meant when none is named.
var formats = forms.Tables()

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
