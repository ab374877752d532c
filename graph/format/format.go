// Package format writes answers in the forms people take them away in: a table
// for the terminal, CSV, JSON and NDJSON.
package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"mapper/graph"
)

// Names lists the formats that Write knows.
var Names = []string{"table", "csv", "json", "ndjson"}

// Write writes a table in one of the formats of Names.
func Write(w io.Writer, name string, t graph.Table) error {
	write, ok := map[string]func(io.Writer, graph.Table) error{"table": writeTable, "csv": CSV, "json": writeJSON, "ndjson": NDJSON}[name]
	if !ok {
		return graph.Errorf(graph.Invalid, "%q is not a format: choose one of %s", name, strings.Join(Names, ", "))
	}
	out := bufio.NewWriter(w)
	if err := write(out, t); err != nil {
		return err
	}
	return out.Flush()
}

func writeJSON(w io.Writer, t graph.Table) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(t)
}

// NDJSON writes a table as one JSON object a row and line, its members in the
// order of the columns.
func NDJSON(w io.Writer, t graph.Table) error {
	for _, row := range t.Rows {
		var line bytes.Buffer
		line.WriteByte('{')
		for i, column := range t.Columns {
			name, err := json.Marshal(column.Name)
			if err != nil {
				return err
			}
			value, err := json.Marshal(row[i])
			if err != nil {
				return fmt.Errorf("column %s: %w", column.Name, err)
			}
			if i > 0 {
				line.WriteByte(',')
			}
			line.Write(name)
			line.WriteByte(':')
			line.Write(value)
		}
		line.WriteString("}\n")
		if _, err := line.WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}
