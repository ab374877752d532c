package main

import (
	"archive/zip"
	"fmt"
	"io"
	"regexp"
	"strings"

	"mapper/cypher"
)

// writeFavourites writes views for Neo4j's own tools: as the zip of saved scripts that
// Neo4j Browser itself exports (a folder, a file a script, whose first line is its
// name), or as one script that cypher-shell runs.
func writeFavourites(w io.Writer, views []*cypher.Statement, zipped bool) error {
	if !zipped {
		for _, v := range views {
			if _, err := io.WriteString(w, script(v)+"\n"); err != nil {
				return err
			}
		}
		return nil
	}
	archive := zip.NewWriter(w)
	for _, v := range views {
		file, err := archive.Create("Relationship_mapper/" + scriptName(v.Title) + ".cypher")
		if err != nil {
			return err
		}
		if _, err := io.WriteString(file, script(v)); err != nil {
			return err
		}
	}
	return archive.Close()
}

var noWord = regexp.MustCompile(`[^A-Za-z0-9]+`)

// scriptName is a title as Neo4j Browser makes names of files.
func scriptName(title string) string {
	return strings.TrimSuffix(noWord.ReplaceAllString(title, "_"), "_")
}

// script is a view with a value for each of its parameters.
func script(v *cypher.Statement) string {
	var text strings.Builder
	fmt.Fprintf(&text, "// %s\n", v.Title)
	if v.Question != "" {
		fmt.Fprintf(&text, "// %s\n", v.Question)
	}
	for _, p := range v.Params {
		if p.Help != "" {
			fmt.Fprintf(&text, "// %s: %s\n", p.Name, p.Help)
		}
		fmt.Fprintf(&text, ":param %s => %s;\n", p.Name, unset(p))
	}
	fmt.Fprintf(&text, "%s;\n", strings.TrimSuffix(strings.TrimSpace(withoutEndRemarks(v.Text)), ";"))
	return text.String()
}

// unset is the value of a parameter that is to be set by whoever runs the script.
func unset(p cypher.Param) string {
	if p.Optional {
		return "null"
	}
	switch p.Type {
	case "date":
		return "date()"
	case "integer":
		return "0"
	case "boolean":
		return "false"
	case "list":
		return "[]"
	}
	return `""`
}

// withoutEndRemarks drops the remarks below a statement: a ; behind them would be part
// of the last.
func withoutEndRemarks(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for len(lines) > 0 {
		last := strings.TrimSpace(lines[len(lines)-1])
		if last != "" && !strings.HasPrefix(last, "//") {
			break
		}
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}
