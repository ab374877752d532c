package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// guide answers /openapi.json, and /docs, which is the same document for people.
type guide struct {
	*site
	api  huma.API
	mu   sync.Mutex // the document is completed in place
	once sync.Once
	data GuidePage
}

func (g *guide) document(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	vocabulary, err := g.words.get(r.Context())
	if err != nil {
		vocabulary = g.words.known() // what the API looks like can be read while Neo4j does not answer
	}
	g.mu.Lock()
	text, err := described(g.api, vocabulary)
	g.mu.Unlock()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(text) // fails only when the client is gone
	return nil
}

func (g *guide) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := g.site.page(r, "docs", "API")
	if err != nil {
		return err
	}
	g.once.Do(func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.data = guideTo(g.api)
	})
	data := g.data
	data.Page = page
	return g.show(w, http.StatusOK, "guide", data)
}

// guideTo makes the reference from the OpenAPI document.
func guideTo(api huma.API) GuidePage {
	complete(api)
	doc := api.OpenAPI()
	page := GuidePage{Purpose: purpose, Chapters: chapters, Problems: problemKinds}
	for _, tag := range doc.Tags {
		t := GuideTag{Name: tag.Name, About: tag.Description}
		for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
			for _, op := range []*huma.Operation{doc.Paths[path].Get, doc.Paths[path].Post, doc.Paths[path].Put, doc.Paths[path].Delete} {
				if op != nil && slices.Contains(op.Tags, tag.Name) {
					t.Operations = append(t.Operations, guideOperation(op))
				}
			}
		}
		page.Tags = append(page.Tags, t)
	}
	schemas := doc.Components.Schemas.Map()
	for _, name := range slices.Sorted(maps.Keys(schemas)) {
		page.Types = append(page.Types, guideType(name, schemas[name]))
	}
	return page
}

func guideOperation(op *huma.Operation) GuideOperation {
	o := GuideOperation{ID: op.OperationID, Method: op.Method, Path: op.Path, Title: op.Summary, About: op.Description}
	path, query := op.Path, url.Values{}
	for _, p := range op.Parameters {
		f := guideField(p.Name, p.Schema)
		f.In, f.About, f.Required = p.In, cmp.Or(p.Description, f.About), p.Required
		value := exampleOfParam(p)
		f.Example = strings.Join(value, ", ")
		o.Params = append(o.Params, f)
		if p.In == "path" {
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(f.Example))
		} else if p.Required {
			query[p.Name] = value
		}
	}
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	o.Curl = "curl '$MAPPER" + path + "'"
	o.Try = path
	if op.RequestBody != nil {
		o.Try = ""
		for media, body := range op.RequestBody.Content {
			o.Curl = "curl -H 'Content-Type: " + media + "' --data-binary @FILE '$MAPPER" + path + "'"
			if body.Example != nil {
				o.Curl = "curl -H 'Content-Type: " + media + "' -d '" + inJSON(body.Example, "") + "' '$MAPPER" + path + "'"
			}
		}
	}
	if op.Method == http.MethodPut || op.Method == http.MethodDelete {
		o.Try, o.Curl = "", strings.Replace(o.Curl, "curl ", "curl -X "+op.Method+" ", 1)
	}
	o.Curl = strings.ReplaceAll(o.Curl, "'$MAPPER", "$MAPPER'") // the shell fills it in
	for _, status := range slices.Sorted(maps.Keys(op.Responses)) {
		if n, _ := strconv.Atoi(status); n >= 400 {
			o.Refuses = append(o.Refuses, problemKinds[slices.IndexFunc(problemKinds, func(k ProblemKind) bool { return k.Status == n })])
		}
	}
	well := op.Responses["200"].Content
	o.Media = slices.Sorted(maps.Keys(well))
	if media := well["application/json"]; media != nil {
		o.Answers, o.Example = guideField("", media.Schema), inJSON(media.Example, "  ")
	}
	return o
}

// exampleOfParam gives the values of a parameter's example.
func exampleOfParam(p *huma.Param) []string {
	many := reflect.ValueOf(p.Example)
	if many.Kind() != reflect.Slice {
		return []string{fmt.Sprint(p.Example)}
	}
	values := make([]string, many.Len())
	for i := range values {
		values[i] = fmt.Sprint(many.Index(i))
	}
	return values
}

func guideType(name string, s *huma.Schema) GuideType {
	t := GuideType{Name: name, About: s.Description}
	for _, field := range slices.Sorted(maps.Keys(s.Properties)) {
		f := guideField(field, s.Properties[field])
		f.Required = slices.Contains(s.Required, field)
		t.Fields = append(t.Fields, f)
	}
	return t
}

// guideField says in words what values a schema stands for.
func guideField(name string, s *huma.Schema) GuideField {
	f := GuideField{Name: name, About: s.Description}
	lists := 0
	for s.Type == huma.TypeArray && s.Items != nil {
		s, lists = s.Items, lists+1
	}
	f.Of = strings.TrimPrefix(s.Ref, "#/components/schemas/")
	f.Type = strings.Repeat("list of ", lists)
	switch {
	case f.Of != "":
	case len(s.Enum) > 0:
		words := make([]string, len(s.Enum))
		for i, value := range s.Enum {
			words[i] = fmt.Sprint(value)
		}
		f.Type += strings.Join(words, ", ")
	case s.Format == "date":
		f.Type += "day"
	default:
		f.Type += cmp.Or(s.Type, "any value") + bounds(s)
	}
	return f
}

// bounds says which numbers may be given.
func bounds(s *huma.Schema) string {
	text := ""
	switch {
	case s.Minimum != nil && s.Maximum != nil:
		text = fmt.Sprintf(", %v to %v", *s.Minimum, *s.Maximum)
	case s.Minimum != nil:
		text = fmt.Sprintf(", %v or more", *s.Minimum)
	}
	if s.Default != nil {
		text += fmt.Sprintf(", else %v", s.Default)
	}
	return text
}

// inJSON writes an example as it is answered.
func inJSON(value any, indent string) string {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return ""
	}
	return strings.TrimSpace(text.String())
}
