package web

import (
	"context"
	"errors"
	"slices"

	"mapper/cypher"
	"mapper/graph"
)

// draftRows is how many rows are looked at to tell what a column holds.
const draftRows = 50

// ViewDraft is a statement that is to become a view.
type ViewDraft struct {
	Name       string         `json:"name" minLength:"1" maxLength:"100" pattern:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$" patternDescription:"lower-case words joined by -" example:"names" doc:"name of the file and of the page: lower-case words joined by -"`
	Title      string         `json:"title,omitempty" maxLength:"200" doc:"left out, that of the statement's own header"`
	Question   string         `json:"question,omitempty" maxLength:"300" doc:"likewise"`
	Statement  string         `json:"statement" minLength:"1" maxLength:"100000" pattern:"\\S" patternDescription:"a statement" doc:"with or without a header; what its header says stays"`
	Parameters map[string]any `json:"parameters,omitempty" doc:"values of its $parameters, to run it once"`
}

// exampleDraft is one that the sample answers.
var exampleDraft = ViewDraft{Name: "names", Title: "Names", Statement: "MATCH (p:Person) RETURN p.name AS name ORDER BY name"}

type draftInput struct{ Body ViewDraft }

// ViewFile is a complete view file.
type ViewFile struct {
	Name string `json:"name"`
	File string `json:"file" doc:"the file's text, to be kept as NAME.cypher in a folder given by --views"`
}

// draft makes a view file. The statement is run once: only its values tell what its
// columns hold.
func (c cypherConsole) draft(ctx context.Context, in *draftInput) (*ViewFile, error) {
	d := in.Body
	for _, view := range c.views {
		if view.Name == d.Name {
			return nil, graph.Errorf(graph.Invalid, "There is a view %q already: choose another name.", d.Name)
		}
	}
	result, err := c.graph.Console(ctx, c.queryOf(StatementRequest{Statement: d.Statement, Parameters: d.Parameters, Limit: draftRows}))
	if err != nil {
		return nil, err
	}
	for i, column := range result.Columns {
		if !cypher.IsColumnName(column.Name) {
			return nil, graph.Errorf(graph.Invalid, "The column %q has no name that a view can use: write AS and a name of lower-case letters, digits and _ behind it.", column.Name)
		}
		result.Columns[i].Type = typeOf(result.Rows, i)
	}
	file, err := cypher.Draft{Name: d.Name, Title: d.Title, Question: d.Question, Columns: result.Columns}.File(d.Statement)
	var own *graph.Error
	if errors.As(err, &own) {
		return nil, graph.Errorf(graph.Invalid, "%s", own.Message)
	}
	return &ViewFile{d.Name, file}, err
}

// typeOf tells the type of a column from its values: one that all of them have, else
// value, which takes anything.
func typeOf(rows [][]any, column int) string {
	found := ""
	for _, row := range rows {
		one := ""
		switch v := row[column].(type) {
		case nil:
			continue
		case graph.Ref:
			if one = "entity"; len(v.Kinds) == 0 {
				one = "document"
			}
		case int64:
			one = "integer"
		case float64:
			one = "number"
		case bool:
			one = "boolean"
		case string:
			if one = "text"; slices.Contains(graph.Statuses, graph.Status(v)) {
				one = "status"
			}
		default:
			one = "value"
		}
		if found != "" && found != one {
			if found == "text" && one == "status" || found == "status" && one == "text" {
				found = "text"
				continue
			}
			return "value"
		}
		found = one
	}
	if found == "" {
		return "value"
	}
	return found
}
