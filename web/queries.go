package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
)

// queries answers /api/queries: the saved queries, each a .cypher file of a folder.
// They are the one thing that the app writes, and never to the graph.
type queries struct{ *site }

func (q queries) register(api huma.API) {
	get(api, op("/api/queries", "queries", tagConsole, "List the saved queries",
		"Every file of the folder of saved queries; one that was spoilt by hand says what is wrong with it."), q.list)
	get(api, op("/api/queries/{name}", "query", tagConsole, "One saved query", "The file: the header of a view and the statement below it."), q.one)
	write := func(method, id, path, summary, description string) huma.Operation {
		operation := op(path, id, tagConsole, summary, description+" Only from the machine that the app runs on, or as a user.")
		operation.Method, operation.MaxBodyBytes = method, maxBody
		return operation
	}
	put := write(http.MethodPut, "save-query", "/api/queries/{name}", "Save a query", "Keeps a file under a name; what was there is replaced.")
	put.RequestBody = &huma.RequestBody{Content: map[string]*huma.MediaType{"application/json": {Example: map[string]string{"text": mine.Text}}}}
	register(api, put, q.save)
	register(api, write(http.MethodDelete, "delete-query", "/api/queries/{name}", "Delete a saved query",
		"Removes its file."), q.remove)
	register(api, write(http.MethodPost, "import-queries", "/api/queries", "Import queries",
		"Saves every .cypher file of a zip archive, all of them or, when one is wrong, none."), q.unpack)
	archive := op("/api/queries.zip", "export-queries", tagConsole, "Export the saved queries", "All files in one zip archive.")
	archive.Method = http.MethodGet
	answersWith(&archive, map[string]*huma.MediaType{"application/zip": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}})
	huma.Register(api, archive, q.pack)
}

// folder gives the folder, to be written to.
func (q queries) folder(ctx context.Context) (*cypher.Folder, error) {
	who, ok := ctx.Value(requestKey{}).(asked)
	if !ok {
		return nil, graph.Errorf(graph.Refused, "It is not known who asks.")
	}
	if err := q.mayWrite(who.request); err != nil {
		return nil, err
	}
	return q.readable()
}

func (q queries) readable() (*cypher.Folder, error) {
	if q.queries == nil {
		return nil, graph.Errorf(graph.NotFound, "No queries are saved here: start the mapper with --queries DIR.")
	}
	return q.queries, nil
}

func (q queries) list(context.Context, *struct{}) (list[cypher.Saved], error) {
	folder, err := q.readable()
	if err != nil {
		return list[cypher.Saved]{}, err
	}
	all, err := folder.List()
	return list[cypher.Saved]{all}, err
}

type queryInput struct {
	Name string `path:"name" maxLength:"100" pattern:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$" patternDescription:"lower-case words joined by -" example:"trusts-without-a-lead" doc:"lower-case words joined by -"`
}

func (q queries) one(_ context.Context, in *queryInput) (cypher.Saved, error) {
	folder, err := q.readable()
	if err != nil {
		return cypher.Saved{}, err
	}
	return folder.Get(in.Name)
}

type saveInput struct {
	Name string `path:"name" maxLength:"100" pattern:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$" patternDescription:"lower-case words joined by -" example:"trusts-without-a-lead" doc:"lower-case words joined by -"`
	Body struct {
		Text string `json:"text" minLength:"1" maxLength:"100000" doc:"the file: header lines, of which title is needed, then the statement"`
	}
}

func (q queries) save(ctx context.Context, in *saveInput) (cypher.Saved, error) {
	folder, err := q.folder(ctx)
	if err != nil {
		return cypher.Saved{}, err
	}
	if err := folder.Put(map[string]string{in.Name: in.Body.Text}); err != nil {
		return cypher.Saved{}, err
	}
	return folder.Get(in.Name)
}

// Removed is what is left to say of a query that was deleted.
type Removed struct {
	Name string `json:"name"`
}

func (q queries) remove(ctx context.Context, in *queryInput) (Removed, error) {
	folder, err := q.folder(ctx)
	if err != nil {
		return Removed{}, err
	}
	return Removed{in.Name}, folder.Delete(in.Name)
}
