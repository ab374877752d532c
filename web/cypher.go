package web

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

type console interface {
	exporter
	Console(context.Context, graph.ConsoleQuery) (*graph.Result, error)
	Schema(context.Context) (*graph.Schema, error)
}

// cypherConsole answers /api/cypher, /api/cypher/view (draft.go), /api/schema and
// /console (console.go).
type cypherConsole struct {
	*site
	graph console
}

// StatementRequest is a statement of an analyst's own.
type StatementRequest struct {
	Statement  string         `json:"statement" minLength:"1" maxLength:"100000" pattern:"\\S" patternDescription:"a statement" example:"MATCH (e:Entity {id: $id}) RETURN e" doc:"one statement that only reads; the header of a view may stand above it"`
	Parameters map[string]any `json:"parameters,omitempty" nullable:"true" example:"{\"id\": \"nhs-providers\"}" doc:"values of its $parameters; a number without a fraction is an integer; a text is converted to the type that the statement's own header declares, such as date"`
	Limit      whole          `json:"limit,omitempty" nullable:"true" minimum:"1" maximum:"1000" example:"100" doc:"how many rows at most; left out, as many as the server gives at all"`
	Plan       bool           `json:"plan,omitempty" nullable:"true" example:"false" doc:"give the execution plan too"`
	Explain    bool           `json:"explain,omitempty" nullable:"true" example:"false" doc:"give the execution plan and run nothing"`
	Format     string         `json:"format,omitempty" nullable:"true" example:"json" doc:"how the answer is written: json, with all that there is to say of it, the rows alone in one of the formats of tables, or in one of graphs the nodes and relationships returned, what those relationships join, and their evidence"`
}

// whole is a whole number, which in JSON may be written 3.0 or 3e0 too.
type whole int

// UnmarshalJSON implements json.Unmarshaler.
func (n *whole) UnmarshalJSON(text []byte) error {
	var number float64
	err := json.Unmarshal(text, &number)
	*n = whole(number)
	return err
}

// exampleStatement is one that the sample answers.
var exampleStatement = StatementRequest{Statement: "MATCH (e:Entity {id: $id}) RETURN e", Parameters: map[string]any{"id": "nhs-providers"}, Limit: 100}

type cypherInput struct{ Body StatementRequest }

// run answers a statement. It ends at the server too when the client goes away: the
// context of the request ends, and with it the connection to Neo4j.
func (c cypherConsole) run(ctx context.Context, in *cypherInput) (*runOutput, error) {
	f, err := forms.Find(cmp.Or(in.Body.Format, formats[0].Name))
	if err != nil {
		return nil, err
	}
	result, err := c.graph.Console(ctx, c.queryOf(in.Body))
	if err != nil {
		return nil, err
	}
	return c.file(ctx, f, result)
}

// register gives /api/cypher its answers in every format.
func (c cypherConsole) register(api huma.API) {
	operation := op("/api/cypher", "cypher", tagConsole, "Ask in Cypher",
		"Runs one statement that only reads. What would write, or read more than the graph, is refused (403); what does not parse is a 422.")
	operation.Method, operation.MaxBodyBytes = http.MethodPost, maxBody
	operation.RequestBody = &huma.RequestBody{Content: map[string]*huma.MediaType{"application/json": {Example: exampleStatement}}}
	content := graphContent()
	for _, f := range formats[1:] {
		example := exampleOf[*graph.Result]().(*graph.Result)
		content[mediaType(f)] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString},
			Example: written(f, func(w io.Writer) error { return forms.Write(w, f.Name, example.Table) })}
	}
	content[mediaType(formats[0])] = &huma.MediaType{Schema: api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[graph.Result](), true, ""),
		Example: exampleOf[*graph.Result]()}
	answersWith(&operation, content)
	huma.Register(api, operation, c.run)
}

// file gives an answer of the console: in JSON whole, else the rows alone, or the graph
// that they hold, which is written as it is read.
func (c cypherConsole) file(ctx context.Context, f forms.Format, result *graph.Result) (*runOutput, error) {
	out := &runOutput{ContentType: f.Media}
	if f.Name != formats[0].Name {
		out.Disposition = `attachment; filename="answer.` + f.Extension + `"`
	}
	write, err := c.writing(f, result)
	if err != nil {
		return nil, err
	}
	if f.NeedsGraph {
		out.Body = c.site.file(ctx, "answer", f, write).Body
		return out, nil
	}
	var text bytes.Buffer
	err = write(ctx, &text)
	out.Body = func(to huma.Context) { _, _ = to.BodyWriter().Write(text.Bytes()) } // fails only when the client is gone
	return out, err
}

// writing gives what writes an answer in a format.
func (c cypherConsole) writing(f forms.Format, result *graph.Result) (func(context.Context, io.Writer) error, error) {
	if f.NeedsGraph {
		q, err := result.Part()
		return func(ctx context.Context, w io.Writer) error { return writePart(ctx, w, c.graph, f, q) }, err
	}
	return func(_ context.Context, w io.Writer) error {
		if f.Name != formats[0].Name {
			return forms.Write(w, f.Name, result.Table)
		}
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(forms.Filled(result))
	}, nil
}

func (c cypherConsole) queryOf(in StatementRequest) graph.ConsoleQuery {
	limit := int(in.Limit)
	if limit == 0 {
		limit = c.rows
	}
	parameters := map[string]any{}
	for name, value := range in.Parameters {
		parameters[name] = cypher.Whole(value)
	}
	return graph.ConsoleQuery{Statement: in.Statement, Parameters: parameters, Limit: limit, Plan: in.Plan, Explain: in.Explain}
}

// schema gives what a statement may speak of, read once for a state of the graph.
func (c cypherConsole) schema(ctx context.Context, _ *struct{}) (*graph.Schema, error) {
	now, err := c.words.now(ctx)
	if err != nil {
		return nil, err
	}
	return c.schemas.get(ctx, now.version, "", c.graph.Schema)
}
