package web

import (
	"context"
	"encoding/json"
	"math"

	"mapper/graph"
)

type console interface {
	Console(context.Context, graph.ConsoleQuery) (*graph.Result, error)
}

// cypherConsole answers /api/cypher and /console (console.go).
type cypherConsole struct {
	*site
	graph console
}

// StatementRequest is a statement of an analyst's own.
type StatementRequest struct {
	Statement  string         `json:"statement" minLength:"1" maxLength:"100000" pattern:"\\S" patternDescription:"a statement" example:"MATCH (e:Entity {id: $id}) RETURN e" doc:"one statement that only reads"`
	Parameters map[string]any `json:"parameters,omitempty" nullable:"true" example:"{\"id\": \"nhs-providers\"}" doc:"values of its $parameters; a number without a fraction is an integer"`
	Limit      whole          `json:"limit,omitempty" nullable:"true" minimum:"1" maximum:"1000" example:"100" doc:"how many rows at most; left out, as many as the server gives at all"`
	Plan       bool           `json:"plan,omitempty" nullable:"true" example:"false" doc:"give the execution plan too"`
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

func (c cypherConsole) run(ctx context.Context, in *cypherInput) (*graph.Result, error) {
	limit := int(in.Body.Limit)
	if limit == 0 {
		limit = c.rows
	}
	parameters := map[string]any{}
	for name, value := range in.Body.Parameters {
		parameters[name] = wholeNumbers(value)
	}
	return c.graph.Console(ctx, graph.ConsoleQuery{
		Statement: in.Body.Statement, Parameters: parameters, Limit: limit, Plan: in.Body.Plan,
	})
}

// wholeNumbers turns what JSON made a float back into the integer that was meant:
// Cypher takes no 5.0 where it wants a 5.
func wholeNumbers(value any) any {
	switch v := value.(type) {
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return int64(v)
		}
	case []any:
		for i := range v {
			v[i] = wholeNumbers(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = wholeNumbers(v[key])
		}
	}
	return value
}
