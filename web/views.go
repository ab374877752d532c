package web

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

type answerer interface {
	Answer(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Answer, error)
	Run(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Running, error)
	Named(ctx context.Context, view *cypher.Statement, values map[string]string) (graph.ExportQuery, error)
	exporter
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
		operation.Parameters = append(append(parametersOf(view), partParameters(view)...), formatParameter())
		answersWith(&operation, answerContent(api, view))
		operation.Responses["200"].Headers["Link"] = linkHeader
		huma.Register(api, operation, func(ctx context.Context, in *viewInput) (*runOutput, error) {
			return v.answer(ctx, view, in)
		})
	}
}

// viewInput takes the query as it stands, since each view declares its own.
type viewInput struct {
	query url.Values
	known string // the ETag that the client has
}

// Resolve gives huma's context to the input.
func (in *viewInput) Resolve(c huma.Context) []error {
	u := c.URL()
	in.query, in.known = u.Query(), c.Header("If-None-Match")
	return nil
}

// viewOutput is an answer that is a file.
type viewOutput struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Disposition string `header:"Content-Disposition" hidden:"true"`
	Body        []byte
}

// runOutput is an answer that is written as it comes.
type runOutput struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Disposition string `header:"Content-Disposition" hidden:"true"`
	ETag        string `header:"ETag" hidden:"true"`
	Link        string `header:"Link" hidden:"true"`
	Body        func(huma.Context)
}

// answer answers a view. Of one that the client has already nothing is asked but which
// state the graph is in.
func (v views) answer(ctx context.Context, view *cypher.Statement, in *viewInput) (*runOutput, error) {
	f, err := forms.Find(cmp.Or(in.query.Get("format"), formats[0].Name))
	if err != nil {
		return nil, err
	}
	skip, limit, err := partOf(view, in.query)
	if err != nil {
		return nil, err
	}
	now, err := v.words.now(ctx)
	if err != nil {
		return nil, err
	}
	out := &runOutput{ContentType: f.Media, Body: func(huma.Context) {}}
	if view.Timeless() && len(now.unfinished) == 0 {
		if out.ETag = v.tagOf(now.version, view, in.query); matches(in.known, out.ETag) {
			return out, nil
		}
	}
	if f.Name != "json" {
		out.Disposition = `attachment; filename="` + view.Name + "." + f.Extension + `"`
	}
	if f.NeedsGraph {
		if limit > 0 {
			return nil, graph.Errorf(graph.Invalid, "limit is of rows, and %s has none: leave it out.", f.Label)
		}
		out.Body, err = v.named(ctx, f, view, valuesOf(view, in.query))
		return out, err
	}
	running, err := v.run(ctx, now, view, valuesOf(view, in.query))
	if err != nil {
		return nil, err
	}
	if limit > 0 {
		running.Part(skip, limit)
	}
	if out.Body, err = sender(f, running); err == nil && limit > 0 { // all of a part has been read
		out.Link = nextPart(ctx, skip, limit, running.Extent())
	}
	return out, err
}

// named writes the part of the graph that an answer names.
func (v views) named(ctx context.Context, f forms.Format, view *cypher.Statement, values map[string]string) (func(huma.Context), error) {
	if err := v.known(ctx, view, values); err != nil {
		return nil, err
	}
	return v.file(ctx, view.Name, f, func(ctx context.Context, w io.Writer) error {
		q, err := v.graph.Named(ctx, view, values)
		if err != nil {
			return err
		}
		return writePart(ctx, w, v.graph, f, q)
	}).Body, nil
}

// known checks the parameters of a view, before anything is written.
func (v views) known(ctx context.Context, view *cypher.Statement, values map[string]string) error {
	if _, err := view.Arguments(values); err != nil {
		return err
	}
	vocabulary, err := v.words.get(ctx)
	if err != nil {
		return err
	}
	return view.Known(vocabulary, values)
}

// ask gives the whole answer, as a page shows it.
func (v views) ask(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Answer, error) {
	now, err := v.words.now(ctx)
	if err != nil {
		return nil, err
	}
	answer, err := v.short(ctx, now, view, values)
	if answer != nil || err != nil {
		return answer, err
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

// partOf reads which part of a view is asked for; a limit of 0 is all of it.
func partOf(view *cypher.Statement, query url.Values) (skip, limit int, err error) {
	for _, p := range partParameters(view) {
		text := query.Get(p.Name)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || float64(n) < *p.Schema.Minimum || p.Schema.Maximum != nil && float64(n) > *p.Schema.Maximum {
			return 0, 0, graph.Errorf(graph.Invalid, "%s=%s: expected a whole number%s", p.Name, text, bounds(p.Schema))
		}
		if p.Name == "skip" {
			skip = n
		} else {
			limit = n
		}
	}
	if skip > 0 && limit == 0 {
		limit = held
	}
	return skip, limit, nil
}
