package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"mapper/graph"
)

// Chapter is what the reference says of the API as a whole, on one subject.
type Chapter struct{ Title, Text string }

// purpose is what the API is for.
const purpose = "Who works with, commissions and regulates whom, and who says so, where and when."

// chapters hold for every route.
var chapters = []Chapter{
	{"Reading only", "Nothing that is asked here changes the graph. A parameter that a route does not know is refused, since a mistyped as_at would otherwise answer another question."},
	{"Errors", "Every error is a problem document (RFC 9457, application/problem+json). Its kind never changes its meaning; detail says what is wrong, where, and what to do next."},
	{"Lists", `Every list says how much of it is shown (shown), how much there is (total), and why it is cut (why). Where a list takes skip and limit, the Link header says where its next part is (rel="next").`},
	{"Asking again", "Every answer to GET has an ETag. Send it as If-None-Match, and the answer is 304 without a body when nothing has changed. HEAD answers as GET does, without the body. Text is compressed with gzip for whoever accepts it."},
	{"Other sites", "There are no CORS headers, so a page of another site cannot read the API. A program can."},
}

// about is the same as Markdown, for the OpenAPI document.
func about() string {
	text := purpose
	for _, c := range chapters {
		text += "\n\n**" + c.Title + ".** " + c.Text
	}
	return text
}

// answersWith says what an operation answers, well or badly.
func answersWith(op *huma.Operation, content map[string]*huma.MediaType) {
	well := &huma.Response{Description: "The answer", Content: content, Headers: map[string]*huma.Param{}}
	op.Responses = map[string]*huma.Response{"200": well}
	refuses(op, http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusRequestTimeout,
		http.StatusRequestEntityTooLarge, http.StatusInternalServerError, http.StatusServiceUnavailable)
	if op.Method == http.MethodGet {
		well.Headers["ETag"] = etagHeader
		op.Responses["304"] = &huma.Response{Description: "Nothing has changed since the answer whose ETag the If-None-Match header names."}
	} else {
		refuses(op, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity)
	}
}

var (
	etagHeader = &huma.Param{Description: "Fingerprint of the answer, for If-None-Match.", Schema: &huma.Schema{Type: huma.TypeString},
		Example: `W/"2b3c1f0a9d8e7c6b5a493827"`}
	linkHeader = &huma.Param{Description: "Where the next part of the list is (RFC 8288); absent with the last.", Schema: &huma.Schema{Type: huma.TypeString},
		Example: `</api/entities/nhs-providers/claims?limit=100&skip=100>; rel="next"`}
)

// inParts is the input of a route that gives a part of a list.
type inParts interface{ part() (skip, limit int) }

// Paging is where a part of a list begins.
type Paging struct {
	Skip int `query:"skip" minimum:"0" maximum:"1000000" example:"0" doc:"how many to pass over: the Link header has the next part's"`
}

// links gives the Link header of a part of a list: where the next one is.
func links(ctx context.Context, in, value any) string {
	p, ok := in.(inParts)
	if !ok {
		return ""
	}
	all, ok := value.(interface{ Extent() graph.Shown })
	if !ok {
		return ""
	}
	skip, limit := p.part()
	return nextPart(ctx, skip, limit, all.Extent())
}

// nextPart gives the Link header of a part: where the next one is, "" when there is none.
func nextPart(ctx context.Context, skip, limit int, extent graph.Shown) string {
	if skip+limit >= extent.Total && !(extent.AtLeast && extent.Shown == limit) {
		return ""
	}
	next := exchangeOf(ctx).url
	query := next.Query()
	query.Set("skip", strconv.Itoa(skip+limit))
	return fmt.Sprintf(`<%s>; rel="next"`, (&url.URL{Path: next.Path, RawPath: next.RawPath, RawQuery: query.Encode()}).String())
}

// named are the parameters that take a word of the vocabulary, with the schema
// that lists these words.
var named = map[string]string{"kind": "KindName", "relation": "RelationType"}

// complete says of the parameters what their types cannot: that none may be empty,
// and which take a word of the vocabulary. Which words there are is checked against
// the graph, not here: a dataset may add some.
func complete(api huma.API) {
	schemas := api.OpenAPI().Components.Schemas.Map()
	schemas["KindName"] = &huma.Schema{Type: huma.TypeString, Description: "A kind of entity."}
	schemas["RelationType"] = &huma.Schema{Type: huma.TypeString, Description: "A type of relation."}
	for _, path := range api.OpenAPI().Paths {
		for _, operation := range []*huma.Operation{path.Get, path.Put, path.Delete} {
			if operation == nil {
				continue
			}
			for _, p := range operation.Parameters {
				p.Schema = completed(p, *p.Schema)
			}
		}
	}
}

// completeBodies says of the bodies that whatever may be left out may be null as well,
// as encoding/json has it, and which formats there are.
func completeBodies(api huma.API) {
	for _, path := range api.OpenAPI().Paths {
		for _, operation := range []*huma.Operation{path.Post, path.Put} {
			if operation == nil || operation.RequestBody == nil || operation.RequestBody.Content["application/json"] == nil {
				continue
			}
			body := operation.RequestBody.Content["application/json"].Schema
			if body.Ref != "" {
				body = api.OpenAPI().Components.Schemas.SchemaFromRef(body.Ref)
			}
			for name, s := range body.Properties {
				s.Nullable = s.Nullable || s.Ref == "" && !slices.Contains(body.Required, name)
				if name == "format" {
					s.Enum = []any{nil}
					for _, f := range viewFormats {
						s.Enum = append(s.Enum, f.Name)
					}
				}
				s.PrecomputeMessages()
			}
		}
	}
}

// completed gives the schema of a parameter; that by which huma checks stays as it is.
func completed(p *huma.Param, s huma.Schema) *huma.Schema {
	if p.Example == nil && len(s.Examples) > 0 {
		p.Example = s.Examples[0]
	}
	s.Examples = nil
	value := &s
	if s.Type == huma.TypeArray {
		item := *s.Items
		s.Items, value = &item, &item
	}
	least := 1
	switch {
	case named[p.Name] != "":
		p.Example = wordFor(p)
		*value = huma.Schema{Ref: "#/components/schemas/" + named[p.Name]}
	case value.Type == huma.TypeString && value.MinLength == nil && value.Enum == nil && value.Format == "":
		value.MinLength = &least
	}
	return &s
}

// wordFor gives an example of a parameter that takes a word of the vocabulary.
func wordFor(p *huma.Param) any {
	word := tie.Relation
	if p.Name == "kind" {
		word = kinds[0]
	}
	if p.Schema.Type == huma.TypeArray {
		return []string{word}
	}
	return word
}

// described gives the OpenAPI document with the words of a vocabulary.
func described(api huma.API, v *graph.Vocabulary) ([]byte, error) {
	complete(api)
	schemas := api.OpenAPI().Components.Schemas.Map()
	for _, k := range v.Kinds {
		schemas["KindName"].Enum = append(schemas["KindName"].Enum, k.Name)
	}
	for _, r := range v.Relations {
		schemas["RelationType"].Enum = append(schemas["RelationType"].Enum, r.Type)
	}
	text, err := json.MarshalIndent(api.OpenAPI(), "", "  ")
	return append(text, '\n'), err
}
