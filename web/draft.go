package web

import (
	"context"

	"mapper/cypher"
)

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
	draft := cypher.Draft{Name: d.Name, Title: d.Title, Question: d.Question}
	if err := draft.IsNew(c.views); err != nil {
		return nil, err
	}
	result, err := c.graph.Console(ctx, c.queryOf(StatementRequest{Statement: d.Statement, Parameters: d.Parameters, Limit: cypher.DraftRows}))
	if err != nil {
		return nil, err
	}
	file, err := draft.FileOf(d.Statement, result.Table)
	return &ViewFile{d.Name, file}, err
}
