package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/alecthomas/kong"

	"mapper/cypher"
	"mapper/graph/format"
	"mapper/web"
)

//go:generate go run . generate ../../docs

type generateCommand struct {
	Folder string `arg:"" help:"The docs folder."`
}

// Run writes the parts of the documentation that are made from the program: the
// OpenAPI document, the reference of the commands and that of the views.
func (c generateCommand) Run(ctx context.Context, app *kong.Kong) error {
	views, err := cypher.Views()
	if err != nil {
		return err
	}
	rules, err := cypher.Rules()
	if err != nil {
		return err
	}
	openapi, err := web.OpenAPI(views)
	if err != nil {
		return err
	}
	var man strings.Builder
	if err := writeMan(&man, app.Model); err != nil {
		return err
	}
	for name, text := range map[string]string{
		"openapi.json": string(openapi) + "\n",
		"commands.md":  commandReference(ctx, app.Model),
		"mapper.1":     man.String(),
		"views.md":     "# Views\n\nMade from the files in `cypher/views` by `make generate`.\n\n" + reference(views) + "\n# Rules\n\nMade from `cypher/rules`. A row is a breach.\n\n" + reference(rules),
	} {
		if err := os.WriteFile(filepath.Join(c.Folder, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// commandReference is what every command's --help says.
func commandReference(ctx context.Context, app *kong.Application) string {
	var doc strings.Builder
	doc.WriteString("# Commands\n\nMade from the program's own help by `make generate`; `mapper.1`, the manual page, is made likewise.\n")
	names := []string{""}
	for _, command := range app.Leaves(true) {
		names = append(names, command.Path())
	}
	for _, name := range names {
		var out bytes.Buffer
		run(ctx, append(strings.Fields(name), "--help"), streams{strings.NewReader(""), &out, &out})
		fmt.Fprintf(&doc, "\n## %s\n\n```\n%s\n```\n", strings.TrimSpace("mapper "+name), strings.TrimSpace(out.String()))
	}
	return doc.String()
}

// reference lists statements with their parameters and columns.
func reference(all []*cypher.Statement) string {
	var doc strings.Builder
	for _, s := range all {
		fmt.Fprintf(&doc, "## %s\n\n%s\n\n", s.Name, format.Text(s.Question))
		for _, p := range s.Params {
			optional := ""
			if p.Optional {
				optional = ", may be left out"
			}
			fmt.Fprintf(&doc, "- parameter `%s` (%s%s) %s\n", p.Name, p.Type, optional, p.Help)
		}
		for _, col := range s.Columns {
			fmt.Fprintf(&doc, "- column `%s` (%s) %s\n", col.Name, col.Type, col.Help)
		}
		doc.WriteString("\n")
	}
	return doc.String()
}
