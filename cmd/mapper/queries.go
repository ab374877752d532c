package main

import (
	"io"
	"path/filepath"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/local"
)

// queriesCommand are the saved queries. They are files, so none of it needs a server.
type queriesCommand struct {
	List   listQueries   `cmd:"" default:"withargs" help:"List the saved queries."`
	Show   showQuery     `cmd:"" help:"Print a saved query."`
	Save   saveQuery     `cmd:"" help:"Save a query under a name; what was there is replaced."`
	Delete deleteQuery   `cmd:"" help:"Delete a saved query."`
	Import importQueries `cmd:"" help:"Save the queries of a zip archive, all of them or, when one is wrong, none."`
	Export exportQueries `cmd:"" help:"Write all saved queries as one zip archive."`
}

// shelf is the folder of saved queries, the same that the web app uses.
type shelf struct {
	Queries string `env:"MAPPER_QUERIES" placeholder:"DIR" predictor:"dir" help:"Folder of the queries saved in the console (default: queries in the home)."`
}

// folder gives that folder.
func (s shelf) folder(to *connection) (*cypher.Folder, error) {
	if s.Queries != "" {
		return cypher.NewFolder(s.Queries), nil
	}
	home := to.Home
	if home == "" {
		var err error
		if home, err = local.Home(); err != nil {
			return nil, err
		}
	}
	return cypher.NewFolder(filepath.Join(home, "queries")), nil
}

type listQueries struct {
	shelf
	output
}

// Help shows examples below the options.
func (listQueries) Help() string {
	return "A file that was spoilt by hand says what is wrong with it.\n\nExamples:\n  mapper queries\n  mapper queries list --queries my-queries -f json"
}

// Run lists the saved queries.
func (c listQueries) Run(std streams, to *connection) error {
	folder, err := c.folder(to)
	if err != nil {
		return err
	}
	all, err := folder.List()
	if err != nil {
		return err
	}
	return c.answer(std, list[cypher.Saved]{all}, func() graph.Table { return queryTable(all) })
}

func queryTable(all []cypher.Saved) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "name", Type: "text"}, {Name: "title", Type: "text"}, {Name: "question", Type: "text"}, {Name: "problem", Type: "text"}}}
	for _, one := range all {
		t.Rows = append(t.Rows, []any{one.Name, one.Title, one.Question, one.Problem})
	}
	return allRows(t)
}

// filed is how and where a file of Cypher is written.
type filed struct {
	Format string `short:"f" default:"cypher" enum:"cypher,json" help:"One of ${enum}: the file alone, or what the API answers."`
	into
}

// file writes the text of a file or, in JSON, what the API answers.
func (f filed) file(std streams, text string, found any) error {
	return f.write(std, func(w io.Writer) error {
		if f.Format == "json" {
			return writeJSON(w, found)
		}
		_, err := io.WriteString(w, text)
		return err
	})
}

type showQuery struct {
	Name string `arg:"" predictor:"query" help:"Name of the query; mapper queries lists them."`
	shelf
	filed
}

// Help shows examples below the options.
func (showQuery) Help() string {
	return "Examples:\n  mapper queries show trusts-without-a-lead\n  mapper query --saved trusts-without-a-lead -f csv"
}

// Run prints the file: header and statement.
func (c showQuery) Run(std streams, to *connection) error {
	folder, err := c.folder(to)
	if err != nil {
		return err
	}
	one, err := folder.Get(c.Name)
	if err != nil {
		return err
	}
	return c.file(std, one.Text, one)
}
