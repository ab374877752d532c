// Package web is the Gin app over the graph: an HTTP API with its OpenAPI document,
// and pages that are complete without JavaScript. It only reads. routes.go is the
// list of everything it serves; each resource has a file of its own, in which the
// handler of the API and that of the page stand next to each other and say what
// small part of the graph they need.
package web

import (
	"io"
	"log/slog"
	"net/http"
	"time"

	"mapper/cypher"
	"mapper/graph"
	"mapper/web/pages"
)

// Graph is everything the app asks of the graph: the sum of what the handlers
// declare for themselves. graph/store gives it.
type Graph interface {
	graph.Searcher
	profiler
	explainer
	pathfinder
	cartographer
	answerer
	exportable
	library
	shelf
	lexicon
	console
	pinger
}

// Options say what the app serves and to whom.
type Options struct {
	Graph   Graph
	Views   []*cypher.Statement // each becomes a page, a route and an entry in the OpenAPI document
	Rules   []*cypher.Statement // judged on one page
	Log     *slog.Logger        // requests at debug level, faults at error level; nil for slog.Default
	Version string              // of the program, shown on pages

	Auth         *Auth    // who may come in; nil for everybody
	Listen       string   // the address listened on; "" counts as loopback
	AllowedHosts []string // further names that the Host header may carry, without port

	TimeLimit time.Duration // for a statement of an analyst's own; 0 for 30 seconds
	Rows      int           // rows that such a statement may return; 0 for 1,000

	Queries *cypher.Folder // where queries are saved; nil for nowhere

	render func(io.Writer, string, any) error // draws a page; replaced in tests
}

// New gives the app as a handler. It fails when an option is missing or a view
// cannot become a route.
func New(o Options) (http.Handler, error) {
	if o.Graph == nil {
		return nil, graph.Errorf(graph.Invalid, "web: there is no graph to serve")
	}
	o = o.withDefaults()
	files, err := bundle()
	if err != nil {
		return nil, err
	}
	s := newSite(o)
	return s.shell(s.router(o, files)), nil
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.TimeLimit <= 0 {
		o.TimeLimit = 30 * time.Second
	}
	if o.Rows <= 0 {
		o.Rows = 1000
	}
	if o.render == nil {
		o.render = pages.Render
	}
	return o
}
