package web

import (
	"cmp"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"mapper/cypher"
	"mapper/graph"
)

// fake is a graph small enough to test what HTTP does with one. What a real graph
// answers is tested against a real Neo4j, elsewhere.
type fake struct {
	err        error // of everything
	consoleErr error
	result     *graph.Result // of the console
	ruleErr    error         // of rules
	panics     bool
	search     graph.SearchQuery
	mapped     []graph.MapQuery
	console    graph.ConsoleQuery
	values     map[string]string
	claims     graph.ClaimQuery
	datasets   []graph.Collection
	versions   int // how often the version was asked for
	answers    int
	schemas    int
	large      bool
	version    string
	many       int       // rows of an answer, when they come one by one
	passing    func(int) // called before each row
	rowErr     error     // after the last row
	nodes      int       // how many an export has
	exported   graph.ExportQuery
}

var (
	trust = graph.Ref{ID: "ods:RRV", Name: "A trust", Kinds: []string{"AcuteTrust"}}
	board = graph.Ref{ID: "a/b+c", Name: "A board", Kinds: []string{"Commissioner"}}
)

func said(id string, from graph.Ref, relation string, to graph.Ref, at string) graph.Evidence {
	return graph.Evidence{ID: "d:" + id, From: from, Relation: relation, To: to, Status: graph.Stated,
		Document: graph.Ref{ID: "doc", Name: "A document"}, Locator: at, Dataset: "d", Sentence: "It is so."}
}

func (f *fake) Ping(context.Context) error { return f.err }
func (f *fake) Version(context.Context) (string, error) {
	f.versions++
	return cmp.Or(f.version, "1"), f.err
}
func (f *fake) Vocabulary(context.Context) (*graph.Vocabulary, error) {
	return graph.Standard(), f.err
}

func (f *fake) Search(_ context.Context, q graph.SearchQuery) (graph.Hits, error) {
	if f.panics {
		panic("a secret cause")
	}
	f.search = q
	hits := graph.Hits{}
	if f.large {
		hits.Items = []graph.Hit{{Ref: graph.Ref{ID: "x", Name: strings.Repeat("long ", 1000)}}}
	}
	return hits, f.err
}

func (f *fake) Entity(_ context.Context, id string, _ graph.Day) (*graph.Profile, error) {
	if id != board.ID && id != trust.ID {
		return nil, graph.Errorf(graph.NotFound, "there is no entity %q", id)
	}
	return &graph.Profile{Entity: graph.Entity{ID: id, Name: "An entity"}}, f.err
}

func (f *fake) Claims(_ context.Context, q graph.ClaimQuery) (graph.Claims, error) {
	f.claims = q
	claims := graph.Claims{Shown: graph.Shown{Shown: 1, Total: 500}}
	if f.large {
		claims.Items = []graph.Evidence{said("1", board, "COMMISSIONS", trust, "")}
	}
	return claims, f.err
}

func (f *fake) Neighbours(context.Context, graph.NeighbourQuery) (graph.Subgraph, error) {
	return graph.Subgraph{}, f.err
}

func (f *fake) NeighbourCounts(context.Context, string, graph.Filter) ([]graph.Neighbourhood, error) {
	return nil, f.err
}

func (f *fake) Edge(_ context.Context, id string) (*graph.Explanation, error) {
	return &graph.Explanation{Sentence: "It is so.", Edge: graph.Edge{ID: id}, From: trust, To: board}, f.err
}

func (f *fake) Paths(context.Context, graph.PathQuery) (*graph.Paths, error) {
	return &graph.Paths{}, f.err
}

func (f *fake) Shared(context.Context, graph.SharedQuery) (*graph.Common, error) {
	return &graph.Common{}, f.err
}

func (f *fake) Around(context.Context, graph.AroundQuery) (*graph.Around, error) {
	return &graph.Around{}, f.err
}

func (f *fake) Events(context.Context, graph.MapQuery) (*graph.Events, error) {
	return &graph.Events{}, f.err
}

func (f *fake) Proof(ctx context.Context, q graph.MapQuery, _, _ int) (*graph.Proof, error) {
	g, err := f.Map(ctx, q)
	return &graph.Proof{Map: g}, err
}

func (f *fake) Taken(ctx context.Context, q graph.MapQuery) (*graph.Taken, error) {
	g, err := f.Map(ctx, q)
	return &graph.Taken{Subgraph: g, Words: graph.Standard()}, err
}

func (f *fake) Map(_ context.Context, q graph.MapQuery) (graph.Subgraph, error) {
	f.mapped = append(f.mapped, q)
	return graph.Subgraph{
		Nodes: []graph.Node{{Ref: trust}, {Ref: board}},
		Edges: []graph.Edge{{ID: "d:1", From: board.ID, To: trust.ID, Relation: "COMMISSIONS", Claims: 1, Status: graph.Stated}},
		Shown: graph.Shown{Shown: 2, Total: 2},
	}, f.err
}

func (f *fake) Documents(context.Context) (graph.Sources, error) { return graph.Sources{}, f.err }

func (f *fake) Document(_ context.Context, id string, skip, limit int) (*graph.Reading, error) {
	reading := &graph.Reading{Source: graph.Source{Document: graph.Document{ID: id, Title: "A document"}}}
	if f.large {
		reading.Shown = graph.Shown{Shown: min(limit, 250-skip), Total: 250}
		reading.More = skip+limit < 250
	}
	return reading, f.err
}

func (f *fake) Datasets(context.Context) ([]graph.Collection, error) { return f.datasets, f.err }

func (f *fake) Answer(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Answer, error) {
	f.values = values
	f.answers++
	if view.Severity != "" && f.ruleErr != nil {
		return nil, f.ruleErr
	}
	if _, err := view.Arguments(values); err != nil {
		return nil, err
	}
	arguments, _ := view.Arguments(values)
	graph.Tell(ctx, graph.Asked{File: view.File, Text: view.Whole(), Parameters: arguments})
	return &graph.Answer{Name: view.Name, Sentence: "There are two.", Table: graph.Table{
		Columns: view.Columns,
		Rows:    [][]any{{trust, int64(4)}, {graph.Ref{ID: "e", Name: "=cmd()"}, int64(-1)}},
		Shown:   graph.Shown{Shown: 2, Total: 2},
	}}, f.err
}

func (f *fake) Run(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Running, error) {
	answer, err := f.Answer(ctx, view, values)
	if err != nil {
		return nil, err
	}
	r := &graph.Running{Answer: *answer}
	rows := r.Rows
	r.Rows, r.Shown = nil, graph.Shown{}
	r.Each = func(yield func([]any, error) bool) {
		for i := 0; i < max(f.many, len(rows)); i++ {
			if f.passing != nil {
				f.passing(i)
			}
			if !yield(rows[i%len(rows)], nil) {
				return
			}
		}
		r.Shown = graph.Shown{Shown: max(f.many, len(rows)), Total: max(f.many, len(rows))}
	}
	return r, nil
}

func (f *fake) Console(_ context.Context, q graph.ConsoleQuery) (*graph.Result, error) {
	f.console = q
	return cmp.Or(f.result, &graph.Result{}), cmp.Or(f.consoleErr, f.err)
}

func (f *fake) Schema(context.Context) (*graph.Schema, error) {
	f.schemas++
	return &graph.Schema{Labels: []string{"Entity"}}, f.err
}

// testViews are one view of each sort: asked at once, and with a needed parameter.
func testViews(t *testing.T) []*cypher.Statement {
	t.Helper()
	texts := map[string]string{
		"per-trust": "// title: Per trust\n// question: How many?\n// home: 1\n// param: as_at date? \"on this day\"\n// param: most integer? \"at most\"\n" +
			"// column: trust entity\n// column: boards integer\n// chart: bar x=trust y=boards\n" +
			"MATCH (a:Entity) WHERE $as_at IS NULL AND $most IS NULL RETURN a AS trust, 1 AS boards",
		"of-kind": "// title: Of a kind\n// question: Which?\n// param: kind kind \"of these\"\n// column: trust entity\n// column: boards integer\n" +
			"MATCH (a:Entity) WHERE $kind IN labels(a) RETURN a AS trust, 1 AS boards",
	}
	var views []*cypher.Statement
	for _, name := range []string{"per-trust", "of-kind"} {
		view, err := cypher.Parse("test/"+name, name, texts[name])
		if err != nil {
			t.Fatal(err)
		}
		views = append(views, view)
	}
	return views
}

// serve gives the app over the fake, and a page drawer that needs no template.
func serve(t *testing.T, f *fake, change ...func(*Options)) http.Handler {
	t.Helper()
	o := Options{Graph: f, Views: testViews(t), Log: slog.New(slog.DiscardHandler), Version: "test"}
	for _, c := range change {
		c(&o)
	}
	app, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return app
}

// ask sends a request to the app; headers are name and value in turn.
func ask(app http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	var text io.Reader
	if body != "" {
		text = strings.NewReader(body)
	}
	r := httptest.NewRequest(method, target, text)
	r.Host = "127.0.0.1:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	app.ServeHTTP(w, r)
	return w
}
