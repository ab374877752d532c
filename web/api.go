package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

// Tags of the API: the chapters of its documentation.
const (
	tagExplore = "explore"
	tagViews   = "views"
	tagSources = "sources"
	tagConsole = "console"
	tagHealth  = "health"
)

// apiVersion is the version of the API itself, which changes when a caller must.
const apiVersion = "1"

// OpenAPI gives the OpenAPI 3.1 document of the API with these views, indented:
// what the app serves at /openapi.json when no dataset adds to the vocabulary.
func OpenAPI(views []*cypher.Statement) ([]byte, error) {
	s := newSite(Options{Views: views}.withDefaults())
	api := newAPI(newEngine())
	s.routes(nil, api)
	return described(api, graph.Standard())
}

// newAPI sets huma up on a router. It registers no route of its own: its page of
// documentation loads from another host, and the document is a route of ours.
func newAPI(router *gin.Engine) huma.API {
	config := huma.DefaultConfig("Relationship mapper", apiVersion)
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", ""
	config.CreateHooks = nil // it would add $schema to every answer
	config.Info.Description = about()
	config.Info.License = &huma.License{Name: "Apache 2.0", Identifier: "Apache-2.0"}
	config.Tags = []*huma.Tag{
		{Name: tagExplore, Description: "Find entities and follow their edges. An edge is a claim, or several that say the same."},
		{Name: tagViews, Description: "Questions that somebody has put once and for all. Each is a Cypher file."},
		{Name: tagSources, Description: "What the graph was made from, and the words it is described in."},
		{Name: tagConsole, Description: "Read-only Cypher of one's own."},
		{Name: tagHealth, Description: "For whoever keeps the app running."},
	}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"user": {Type: "http", Scheme: "basic",
		Description: "Needed only where the app was started with --auth: the name and password of one of its users."}}
	config.Security = []map[string][]string{{}, {"user": {}}}
	api := humagin.New(router, config)
	api.UseMiddleware(checkQuery(api))
	problemResponses(api)
	return api
}

// answer is an answer as huma wants it.
type answer[T any] struct {
	Link string `header:"Link" hidden:"true"`
	Body T
}

// list is an answer that is all of a short list.
type list[T any] struct {
	Items []T `json:"items"`
}

// get registers a route that answers with JSON: the handler gives the value.
func get[I, T any](api huma.API, op huma.Operation, handler func(context.Context, *I) (T, error)) {
	op.Method = http.MethodGet
	register(api, op, handler)
}

// post registers a route that takes a JSON body likewise, with an example of one.
func post[I, T any](api huma.API, op huma.Operation, example any, handler func(context.Context, *I) (T, error)) {
	op.Method = http.MethodPost
	op.MaxBodyBytes = maxBody
	op.RequestBody = &huma.RequestBody{Content: map[string]*huma.MediaType{"application/json": {Example: example}}}
	register(api, op, handler)
}

func register[I, T any](api huma.API, op huma.Operation, handler func(context.Context, *I) (T, error)) {
	answersWith(&op, map[string]*huma.MediaType{"application/json": {Example: exampleOf[T]()}})
	if _, ok := any(new(I)).(inParts); ok {
		op.Responses["200"].Headers["Link"] = linkHeader
	}
	huma.Register(api, op, func(ctx context.Context, in *I) (*answer[T], error) {
		value, err := handler(ctx, in)
		if err != nil {
			return nil, err
		}
		return &answer[T]{links(ctx, in, value), forms.Filled(value)}, nil
	})
}
