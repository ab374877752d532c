package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"mapper/graph"
)

func TestProblems(t *testing.T) {
	tests := []struct {
		name, method, target, body string
		status                     int
		detail                     string
	}{
		{"wrong day", "GET", "/api/search?q=x&as_at=2021", "", 400, "as_at=2021: not a day: write YYYY-MM-DD"},
		{"mistyped parameter", "GET", "/api/search?q=x&asat=2021-01-01", "", 400, `no parameter "asat"`},
		{"parameters there are", "GET", "/api/paths?form=x", "", 400, "from, to, via, as_at, relation, max"},
		{"given twice", "GET", "/api/search?q=x&q=y", "", 400, "q is given 2 times"},
		{"empty parameter", "GET", "/api/search?q=x&as_at=", "", 400, "as_at is empty: give it a value, or leave it out"},
		{"unreadable query", "GET", "/api/search?q=%zz", "", 400, "cannot be read"},
		{"missing parameter", "GET", "/api/search", "", 400, "q: required query parameter is missing"},
		{"beyond the limit", "GET", "/api/search?q=x&limit=101", "", 400, "limit=101: expected number <= 100"},
		{"unknown kind", "GET", "/api/search?q=x&kind=Trust", "", 400, `no kind "Trust"; there are Person,`},
		{"unknown relation", "GET", "/api/map?relation=LIKES", "", 400, `no relation "LIKES"; there are `},
		{"unknown status", "GET", "/api/map?status=sure", "", 400, "stated, reported"},
		{"unknown kind of a view", "GET", "/api/views/of-kind?kind=Trust", "", 400, `no kind "Trust"`},
		{"missing parameter of a view", "GET", "/api/views/of-kind", "", 400, "kind is missing"},
		{"wrong parameter of a view", "GET", "/api/views/per-trust?most=many", "", 400, "most"},
		{"mistyped parameter of a view", "GET", "/api/views/per-trust?asat=x", "", 400, "as_at, most, skip, limit, format"},
		{"unknown format", "GET", "/api/views/per-trust?format=xml", "", 400, "json, csv, ndjson"},
		{"no such view", "GET", "/api/views/none", "", 404, "/api/views lists them"},
		{"no such route", "GET", "/api/none", "", 404, "/openapi.json lists them"},
		{"no such entity", "GET", "/api/entities/none", "", 404, `no entity "none"`},
		{"wrong method", "DELETE", "/api/search", "", 405, "allowed is GET, HEAD"},
		{"no body", "POST", "/api/cypher", "", 400, "body is required"},
		{"no JSON", "POST", "/api/cypher", "{", 400, "body: "},
		{"unknown member", "POST", "/api/cypher", `{"statement":"RETURN 1","rows":1}`, 400, "rows"},
		{"too long", "POST", "/api/cypher", `{"statement":"` + strings.Repeat("x", maxBody) + `"}`, 413, "too large"},
	}
	app := serve(t, &fake{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := ask(app, tt.method, tt.target, tt.body, "Content-Type", "application/json")
			var p Problem
			if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
				t.Fatalf("%v: %s", err, w.Body)
			}
			if w.Code != tt.status || p.Status != tt.status || !strings.Contains(p.Detail, tt.detail) {
				t.Errorf("got %d %+v, want %d with %q", w.Code, p, tt.status, tt.detail)
			}
			if p.Title != http.StatusText(tt.status) || p.Kind != kindOf(tt.status) || p.Type != "/docs#problem-"+p.Kind {
				t.Errorf("title %q, kind %q, type %q", p.Title, p.Kind, p.Type)
			}
			if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
				t.Errorf("content type %q", got)
			}
		})
	}
	if allow := ask(app, "DELETE", "/api/search", "").Header().Get("Allow"); allow != "GET, HEAD" {
		t.Errorf("Allow: %q", allow)
	}
}

func TestKindsOfError(t *testing.T) {
	for kind, status := range map[graph.ErrorKind]int{
		graph.Unparsable: 422, graph.Refused: 403, graph.Timeout: 408, graph.TooLarge: 413, graph.Unavailable: 503, graph.Internal: 500,
	} {
		app := serve(t, &fake{err: graph.Errorf(kind, "the message").Because(http.ErrHandlerTimeout)})
		w := ask(app, "GET", "/api/documents", "")
		var p Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != status {
			t.Errorf("%s: %d %s", kind, w.Code, w.Body)
		}
		fault := status >= 500
		if fault == strings.Contains(p.Detail, "the message") || fault != (p.Request != "" && p.Request == w.Header().Get("X-Request-Id")) {
			t.Errorf("%s: %+v", kind, p)
		}
		if w := ask(app, "GET", "/documents", ""); w.Code != status || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s: page %d %s", kind, w.Code, w.Header())
		}
	}
}

func TestPanicIsAProblem(t *testing.T) {
	app := serve(t, &fake{panics: true})
	for _, target := range []string{"/api/search?q=x", "/search?q=x"} {
		w := ask(app, "GET", target, "")
		if w.Code != 500 || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), w.Header().Get("X-Request-Id")) {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

func TestListsAreNeverNull(t *testing.T) {
	app := serve(t, &fake{})
	for _, target := range []string{
		"/api/search?q=x", "/api/entities/ods:RRV", "/api/entities/ods:RRV/neighbours", "/api/entities/ods:RRV/relations",
		"/api/edges/d:1", "/api/paths?from=a&to=b", "/api/documents", "/api/documents/x", "/api/datasets",
	} {
		w := ask(app, "GET", target, "")
		if w.Code != 200 || strings.Contains(w.Body.String(), "null") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
}

func TestParametersReachTheGraph(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	ask(app, "GET", "/api/search?q=RRV&kind=Provider&as_at=2021-04-01", "")
	if q := f.search; q.Text != "RRV" || strings.Join(q.Kinds, " ") != "Provider" || q.AsAt.String() != "2021-04-01" || q.Limit != 10 {
		t.Errorf("search %+v", q)
	}
	ask(app, "GET", "/api/map?show=a&show=b&relation=COMMISSIONS&relation=REGULATES&status=planned&limit=1", "")
	if q := f.mapped[0]; len(q.Show) != 2 || len(q.Relations) != 2 || q.Statuses[0] != graph.Planned || q.Limit != 2 {
		t.Errorf("map %+v", q)
	}
	for _, target := range []string{"/api/entities/a%2Fb+c", "/entities/a%2Fb%2Bc", "/api/entities/ods%3ARRV", "/entities/ods:RRV"} {
		if w := ask(app, "GET", target, ""); w.Code != 200 {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
	}
	ask(app, "POST", "/api/cypher", `{"statement":"RETURN $n","parameters":{"n":5,"l":[1.5,2]},"plan":true}`, "Content-Type", "application/json")
	if q := f.console; q.Parameters["n"] != int64(5) || q.Parameters["l"].([]any)[1] != int64(2) || q.Limit != 1000 || !q.Plan {
		t.Errorf("console %+v", q)
	}
}

func TestFormats(t *testing.T) {
	app := serve(t, &fake{})
	tests := map[string][2]string{
		"csv":    {"text/csv; charset=utf-8", "trust,trust_id,boards\nA trust,ods:RRV,4\n'=cmd(),e,-1\n"},
		"ndjson": {"application/x-ndjson", `{"trust":{"id":"ods:RRV","name":"A trust","kinds":["AcuteTrust"]},"boards":4}` + "\n" + `{"trust":{"id":"e","name":"=cmd()"},"boards":-1}` + "\n"},
	}
	for name, want := range tests {
		w := ask(app, "GET", "/api/views/per-trust?format="+name, "")
		if w.Header().Get("Content-Type") != want[0] || w.Body.String() != want[1] {
			t.Errorf("%s: %s %q", name, w.Header().Get("Content-Type"), w.Body)
		}
	}
	if w := ask(app, "GET", "/api/views/per-trust", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"sentence":"There are two."`) {
		t.Errorf("json: %d %s", w.Code, w.Body)
	}
}

// binary says which answers are no text, and have no example in a text.
func binary(media string) bool {
	return strings.Contains(media, "parquet") || strings.Contains(media, "spreadsheet") || strings.Contains(media, "zip")
}

func TestOpenAPI(t *testing.T) {
	text, err := OpenAPI(testViews(t))
	if err != nil {
		t.Fatal(err)
	}
	again, _ := OpenAPI(testViews(t))
	if !bytes.Equal(text, again) {
		t.Error("the document differs from one time to the next")
	}
	if served := ask(serve(t, &fake{}), "GET", "/openapi.json", ""); served.Body.String() != string(text) {
		t.Error("the app serves another document")
	}
	type parameter struct {
		Name, In, Description string
		Example               any
	}
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID, Summary, Description string
			Parameters                        []parameter
			RequestBody                       *struct {
				Content map[string]struct{ Example any }
			}
			Responses map[string]struct {
				Ref     string `json:"$ref"`
				Content map[string]struct{ Example any }
			}
		}
		Components struct {
			Schemas   map[string]any
			Responses map[string]struct {
				Content map[string]struct{ Example *Problem }
			}
		}
	}
	if err := json.Unmarshal(text, &doc); err != nil || !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Fatal(err, doc.OpenAPI)
	}
	for _, ref := range regexp.MustCompile(`"\$ref": "#/components/schemas/([^"]+)"`).FindAllSubmatch(text, -1) {
		if doc.Components.Schemas[string(ref[1])] == nil {
			t.Errorf("there is no schema %s", ref[1])
		}
	}
	ids := map[string]bool{}
	for path, methods := range doc.Paths {
		for method, operation := range methods {
			if ids[operation.OperationID] || operation.OperationID == "" || operation.Summary == "" || operation.Description == "" {
				t.Errorf("%s %s: %+v", method, path, operation)
			}
			ids[operation.OperationID] = true
			if operation.Responses["400"].Ref == "" || operation.Responses["500"].Ref == "" || len(operation.Responses["200"].Content) == 0 {
				t.Errorf("%s %s: responses %v", method, path, operation.Responses)
			}
			for media, content := range operation.Responses["200"].Content {
				if content.Example == nil && !binary(media) {
					t.Errorf("%s %s: no example of %s: add one to examples.go", method, path, media)
				}
			}
			if body := operation.RequestBody; body != nil && body.Content["application/zip"].Example == nil && len(body.Content) > 0 && path != "/api/queries" && body.Content["application/json"].Example == nil {
				t.Errorf("%s %s: no example of the body", method, path)
			}
			for _, p := range operation.Parameters {
				if p.Description == "" || p.In == "path" && !strings.Contains(path, "{"+p.Name+"}") {
					t.Errorf("%s %s: parameter %+v", method, path, p)
				}
				if p.Example == nil {
					t.Errorf("%s %s: no example of parameter %s: give it the tag example", method, path, p.Name)
				}
			}
		}
	}
	for _, kind := range problemKinds {
		example := doc.Components.Responses[kind.Name].Content["application/problem+json"].Example
		if example == nil || example.Kind != kind.Name || example.Status != kind.Status || example.Detail == "" {
			t.Errorf("%s: example %+v", kind.Name, example)
		}
	}
	if doc.Paths["/api/views/of-kind"] == nil || len(doc.Paths) != 30 {
		t.Errorf("%d paths", len(doc.Paths))
	}
}

// An example that is not what the schema says would mislead whoever builds on it.
func TestExamplesAreAsDescribed(t *testing.T) {
	api := newAPI(newEngine())
	newSite(Options{Views: testViews(t)}.withDefaults()).routes(nil, api)
	schemas := api.OpenAPI().Components.Schemas
	for path, item := range api.OpenAPI().Paths {
		for _, op := range []*huma.Operation{item.Get, item.Post} {
			if op == nil || op.Responses["200"].Content["application/json"] == nil {
				continue
			}
			media := op.Responses["200"].Content["application/json"]
			var example any
			if text, err := json.Marshal(media.Example); err != nil || json.Unmarshal(text, &example) != nil {
				t.Fatal(path, err)
			}
			found := &huma.ValidateResult{}
			huma.Validate(schemas, media.Schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, example, found)
			for _, err := range found.Errors {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	app := serve(t, &fake{large: true})
	for target, next := range map[string]string{
		"/api/entities/ods:RRV/claims?limit=100":          `</api/entities/ods:RRV/claims?limit=100&skip=100>; rel="next"`,
		"/api/entities/a%2Fb+c/claims?skip=300&limit=100": `</api/entities/a%2Fb+c/claims?limit=100&skip=400>; rel="next"`,
		"/api/entities/ods:RRV/claims?skip=400&limit=100": "",
		"/api/entities/ods:RRV":                           "",
		"/api/documents":                                  "",
		"/api/documents/d?limit=200":                      `</api/documents/d?limit=200&skip=200>; rel="next"`,
		"/api/documents/d?limit=200&skip=200":             "",
	} {
		if w := ask(app, "GET", target, ""); w.Code != 200 || w.Header().Get("Link") != next {
			t.Errorf("%s: %d, Link %q, want %q", target, w.Code, w.Header().Get("Link"), next)
		}
	}
}

func TestGuide(t *testing.T) {
	w := ask(serve(t, &fake{}), "GET", "/docs", "")
	for _, part := range []string{"GET /api/search", `id="problem-not-found"`, `id="type-Hits"`, "per-trust", "curl -H"} {
		if w.Code != 200 || !strings.Contains(w.Body.String(), part) {
			t.Errorf("%d: no %s", w.Code, part)
		}
	}
	for _, ref := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(w.Body.String(), -1) {
		if !strings.Contains(w.Body.String(), `id="`+ref[1]+`"`) {
			t.Errorf("nothing at #%s", ref[1])
		}
	}
}
