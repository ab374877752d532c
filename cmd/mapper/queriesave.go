package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mapper/cypher"
)

type saveQuery struct {
	Name  string `arg:"" predictor:"query" help:"Lower-case words joined by -, such as trusts-without-a-lead."`
	File  string `arg:"" optional:"" default:"-" predictor:"file" help:"File with the query; left out or -, standard input."`
	Title string `help:"Its title, for a statement that has no header of its own with one."`
	shelf
}

// Help shows examples below the options.
func (saveQuery) Help() string {
	return "A query has the header of a view (docs/writing-views.md), of which the title is needed.\n\n" +
		"Examples:\n  mapper queries save trusts-without-a-lead question.cypher\n  echo 'MATCH (p:Person) RETURN p.name' | mapper queries save people --title People"
}

// Run saves one query, as the console of the web app does.
func (c saveQuery) Run(std streams, to *connection) error {
	folder, err := c.folder(to)
	if err != nil {
		return err
	}
	text, _, err := textOf(c.File, std.in)
	if err != nil {
		return err
	}
	if c.Title != "" {
		text, err = cypher.Draft{Name: c.Name, Title: c.Title, Columns: cypher.Loose(text).Columns}.File(text)
		if err != nil {
			return err
		}
	}
	return put(std, folder, map[string]string{c.Name: text})
}

// put saves queries and says where.
func put(std streams, folder *cypher.Folder, texts map[string]string) error {
	err := folder.Put(texts)
	if err == nil {
		fmt.Fprintf(std.err, "%s: saved %s\n", folder.Dir(), strings.Join(slices.Sorted(maps.Keys(texts)), ", "))
	}
	return err
}

type deleteQuery struct {
	Name string `arg:"" predictor:"query" help:"Name of the query; mapper queries lists them."`
	shelf
}

// Run removes the file of one query.
func (c deleteQuery) Run(to *connection) error {
	folder, err := c.folder(to)
	if err != nil {
		return err
	}
	return folder.Delete(c.Name)
}
