package main

import (
	"bytes"
	"io"

	"mapper/cypher"
)

type importQueries struct {
	File string `arg:"" optional:"" default:"-" predictor:"file" help:"The archive; left out or -, standard input. Nothing in it but .cypher files is looked at."`
	shelf
}

// Help shows examples below the options.
func (importQueries) Help() string {
	return "Queries of the same names are replaced.\n\nExamples:\n  mapper queries import queries.zip\n  curl -s http://127.0.0.1:8080/api/queries.zip | mapper queries import --queries my-queries"
}

// Run saves the queries of an archive.
func (c importQueries) Run(std streams, to *connection) error {
	folder, err := c.folder(to)
	if err != nil {
		return err
	}
	archive, _, err := textOf(c.File, std.in)
	if err != nil {
		return err
	}
	texts, err := cypher.Unzip([]byte(archive))
	if err != nil {
		return err
	}
	return put(std, folder, texts)
}

type exportQueries struct {
	shelf
	into
}

// Help shows examples below the options.
func (exportQueries) Help() string { return "Examples:\n  mapper queries export -o queries.zip" }

// Run writes all queries as one archive. It is made in memory first: what is spoilt
// halfway would be an archive that nobody can read.
func (c exportQueries) Run(std streams, to *connection) error {
	folder, err := c.folder(to)
	if err != nil {
		return err
	}
	var archive bytes.Buffer
	if err := folder.Zip(&archive); err != nil {
		return err
	}
	return c.write(std, func(w io.Writer) error {
		_, err := archive.WriteTo(w)
		return err
	})
}
