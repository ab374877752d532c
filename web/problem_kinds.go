package web

import (
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
)

// ProblemKind is what a problem can be. A program acts on its name or its status,
// which never change their meaning; the words of a problem may.
type ProblemKind struct {
	Status  int
	Name    string
	Meaning string // and what to do
	Example string // of a detail
}

// problemKinds are all of them: those of package graph, and what HTTP adds.
var problemKinds = []ProblemKind{
	{http.StatusBadRequest, "invalid", "Something in the request is wrong, such as a parameter that the route does not know. detail names it; mend it before asking again.",
		"as_at=2021: not a day: write YYYY-MM-DD"},
	{http.StatusUnauthorized, "unknown-user", "The app was started with users, and the request has no name and password of one of them (HTTP Basic).",
		"Give the name and password of a user of this app."},
	{http.StatusForbidden, "refused", "Understood, and not allowed: a statement that does more than read the graph, a request that a page of another site sent, or one for another host's name.",
		"the statement writes (Create); only reading the graph is allowed here"},
	{http.StatusNotFound, "not-found", "There is no such route, entity, edge, document or view.",
		"there is no entity \"ods:XXX\" in the graph: search for its name or code"},
	{http.StatusMethodNotAllowed, "method", "The address does not take this method; the Allow header says which it takes.",
		"Nothing here takes DELETE; allowed is GET, HEAD."},
	{http.StatusRequestTimeout, "timeout", "The graph worked on it for longer than one request may take, and was stopped. Ask for less.",
		"the statement ran past its time limit and was stopped"},
	{http.StatusConflict, "conflict", "Somebody else is changing the same thing. Look again, then try again.",
		"another load is running: try again when it is through"},
	{http.StatusRequestEntityTooLarge, "too-large", "More than the limit allows: of the request, of a map, or of the memory that a statement may take.",
		"A map holds 500 entities at most, and show names 501."},
	{http.StatusUnsupportedMediaType, "media-type", "The body is not in a form that the route reads: send application/json.",
		"The body is text/plain, and only application/json is read here."},
	{http.StatusUnprocessableEntity, "unparsable", "The statement is no Cypher, or names something that Neo4j does not know. detail says where.",
		"Invalid input 'RETRN': expected 'RETURN' (line 1, column 11)"},
	{http.StatusInternalServerError, "internal", "A fault of the mapper itself. It is logged under the id in request: please report it.",
		faults[http.StatusInternalServerError]},
	{http.StatusServiceUnavailable, "unavailable", "Neo4j does not answer just now. Try again in a moment.",
		faults[http.StatusServiceUnavailable]},
}

// kindOf names the kind of problem that a status stands for.
func kindOf(status int) string {
	for _, k := range problemKinds {
		if k.Status == status {
			return k.Name
		}
	}
	return strconv.Itoa(status)
}

// problemResponses puts an answer for each kind of problem into the document, once
// for all operations.
func problemResponses(api huma.API) {
	document := api.OpenAPI()
	document.Components.Responses = map[string]*huma.Response{}
	schema := document.Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "")
	for _, k := range problemKinds {
		example := newProblem(k.Status, k.Example)
		if k.Status >= 500 {
			example.Request = "GEZDGNBVGY3TQOJQ"
		}
		document.Components.Responses[k.Name] = &huma.Response{
			Description: k.Meaning,
			Content:     map[string]*huma.MediaType{example.ContentType(""): {Schema: schema, Example: example}},
		}
	}
}

// refuses says which problems an operation may answer with.
func refuses(op *huma.Operation, statuses ...int) {
	for _, status := range statuses {
		op.Responses[strconv.Itoa(status)] = &huma.Response{Ref: "#/components/responses/" + kindOf(status)}
	}
}
