package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// routes is the list of everything the app serves, beside the files of its bundle:
// the API first, then the pages. A view adds a route of its own (views.go).
func (s *site) routes(g Graph, api huma.API) map[string]gin.HandlerFunc {
	search := searches{s, g}
	entity := entities{s, g}
	edge := edges{s, g}
	path := paths{s, g}
	atlas := atlas{s, g, g}
	view := views{s, g, atlas}
	document := documents{s, g}
	rule := rules{s, g, s.rules}
	query := cypherConsole{s, g}
	shelf := queries{s}
	health := health{g}

	get(api, op("/api/search", "search", tagExplore, "Find entities",
		"Entities by name, alias or code, the best match first, as one types. A code finds every body that bore it."), search.find)
	get(api, op("/api/entities/{id}", "entity", tagExplore, "One entity",
		"Everything about an entity: its codes, the claims about it, the first 100 of each relation, and the documents that make them."), entity.profile)
	get(api, op("/api/entities/{id}/claims", "claims", tagExplore, "The claims about an entity",
		"Claims by relation and direction, in the order of the other ends' names, a part at a time."), entity.claims)
	get(api, op("/api/entities/{id}/neighbours", "neighbours", tagExplore, "What stands around an entity",
		"The entity, its neighbours, the best-connected first, and all edges between them: what to add to a map."), entity.neighbours)
	get(api, op("/api/entities/{id}/relations", "relations", tagExplore, "Count what stands around an entity",
		"How many entities and claims each relation would add to a map, before it is asked for."), entity.relations)
	get(api, op("/api/edges/{id}", "edge", tagExplore, "Explain an edge",
		"The edge as a sentence, what its relation means, and every claim behind it with document, place and words."), edge.explain)
	get(api, op("/api/paths", "paths", tagExplore, "How entities are joined",
		"All paths of the shortest length between two entities, or between several each with each. What people merely spoke about does not count unless its relation is asked for, and what is denied never does."), path.find)
	get(api, op("/api/shared", "shared", tagExplore, "What entities have in common",
		"What is joined to at least two of the entities, joined to most first, and all edges between these. What is merely spoken about or denied does not count, as with paths."), path.shared)
	get(api, op("/api/around", "around", tagExplore, "What stands within some steps",
		"The best-connected entities within some steps of one, each joined to it by what is shown, and all edges between them. What is merely spoken about or denied does not count, as with paths."), path.around)
	get(api, op("/api/map", "map", tagExplore, "A map",
		"The best-connected entities, or exactly those in show, with all edges between them; of two days that are compared, what stood on either, and what became of it."), atlas.answer)
	get(api, op("/api/events", "events", tagExplore, "What happened to the entities of a map",
		"Foundings, ends and successions of the entities that /api/map shows with the same parameters, at any time: as_at and was do not narrow them. What is merely planned or denied is no event."), atlas.events)
	get(api, op("/api/evidence", "evidence", tagExplore, "The evidence behind a map",
		"All claims behind the edges that /api/map shows with the same parameters, a part at a time, and the documents that they rest on."), atlas.evidence)
	atlas.registerExport(api)
	exports{s, g, view}.register(api)
	get(api, op("/api/views", "views", tagViews, "List the views",
		"Every view with its parameters, its columns and its Cypher."), view.list)
	view.register(api)
	get(api, op("/api/rules", "rules", tagViews, "Judge the rules",
		"Every rule with its verdict on the graph as it stands, and the first breaches."), rule.judge)
	get(api, op("/api/documents", "documents", tagSources, "List the documents",
		"Every document with how much it says."), document.list)
	get(api, op("/api/documents/{id}", "document", tagSources, "One document",
		"A document with the claims it makes, a part at a time; of a release, which has hundreds of thousands, any 100 that it brought or changed."), document.read)
	get(api, op("/api/datasets", "datasets", tagSources, "List the datasets",
		"The datasets that have been loaded, and which of them are half loaded."), datasets{g}.list)
	get(api, op("/api/vocabulary", "vocabulary", tagSources, "Kinds and relations",
		"The kinds of entity and the relations there are, with their labels, phrases and colours."), s.words.answer)
	query.register(api)
	get(api, op("/api/schema", "schema", tagConsole, "What a statement may speak of",
		"Labels, types and property names of the graph as it stands, which labels are joined by which types, and the functions and procedures that may be called."), query.schema)
	post(api, op("/api/cypher/view", "view-file", tagConsole, "Make a view file",
		"Runs a statement as /api/cypher does and writes the view file that asks it: a header with title, parameters and columns, held to the statement and the server as any view is."), exampleDraft, query.draft)
	shelf.register(api)
	get(api, op("/healthz", "healthz", tagHealth, "Is the app running", "Answers as long as the program runs."), health.live)
	get(api, op("/readyz", "readyz", tagHealth, "Can the app answer", "Asks the graph; 503 when it does not answer."), health.ready)

	completeBodies(api)

	return map[string]gin.HandlerFunc{
		"/":              s.handler(home{s, g}.page),
		"/search":        s.handler(search.page),
		"/map":           s.handler(atlas.page),
		"/map/follow":    s.handler(followed{atlas, g, g}.page),
		"/views":         s.handler(view.index),
		"/views/:name":   s.handler(view.page),
		"/entities/:id":  s.handler(entity.page),
		"/edges/:id":     s.handler(edge.page),
		"/rules":         s.handler(rule.page),
		"/documents":     s.handler(document.index),
		"/documents/:id": s.handler(document.page),
		"/console":       s.handler(query.page),
		"/queries/:name": s.handler(shelf.page),
	}
}

func op(path, id, tag, summary, description string) huma.Operation {
	return huma.Operation{Path: path, OperationID: id, Tags: []string{tag}, Summary: summary, Description: description}
}

// newEngine gives a Gin that writes nothing by itself.
func newEngine() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	return gin.New()
}

// router puts the routes on Gin.
func (s *site) router(o Options, files []asset) http.Handler {
	router := newEngine()
	router.HandleMethodNotAllowed = true
	router.UseEscapedPath, router.UnescapePathValues = true, false // an id may hold a slash or a plus: see unescaped
	router.Use(unescaped)
	router.NoRoute(s.handler(noRoute))
	router.NoMethod(s.handler(noMethod))

	api := newAPI(router)
	for path, page := range s.routes(o.Graph, api) {
		router.GET(path, page)
	}
	router.GET("/cypher", s.handler(cyphers{s, router}.page))
	router.POST("/map/pack", s.handler(atlas{s, o.Graph, o.Graph}.pack))
	router.POST("/queries", s.handler(queries{s}.keep))
	guide := &guide{site: s, api: api}
	router.GET("/openapi.json", s.handler(guide.document))
	router.GET("/docs", s.handler(guide.page))
	for _, file := range files {
		router.GET(file.path, gin.WrapF(file.serve))
	}
	return router
}

// unescaped gives path parameters as they were before they were escaped. Gin's own
// way would read a plus as a space.
func unescaped(c *gin.Context) {
	for i, param := range c.Params {
		if value, err := url.PathUnescape(param.Value); err == nil {
			c.Params[i].Value = value
		}
	}
}

func noRoute(_ http.ResponseWriter, r *http.Request, _ gin.Params) error {
	switch {
	case strings.HasPrefix(r.URL.Path, "/api/views/"):
		return newProblem(http.StatusNotFound, "There is no such view; /api/views lists them.")
	case isForPrograms(r.URL.Path):
		return newProblem(http.StatusNotFound, "There is no such route; /openapi.json lists them.")
	}
	return newProblem(http.StatusNotFound, "There is no page at this address.")
}

func noMethod(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	allow := w.Header().Get("Allow")
	if strings.Contains(allow, http.MethodGet) {
		allow += ", " + http.MethodHead
	}
	w.Header().Set("Allow", allow)
	return newProblem(http.StatusMethodNotAllowed, "Nothing here takes "+r.Method+"; allowed is "+allow+".")
}
