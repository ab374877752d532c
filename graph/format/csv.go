package format

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"mapper/graph"
)

// CSV writes a table as CSV with a header row. A column of entities or
// documents becomes two, the names under its own name and the ids under name_id;
// several values in one cell are joined by |; claims are their ids. A text that a
// spreadsheet would take for a formula gets a ' before it.
func CSV(w io.Writer, t graph.Table) error {
	out := csv.NewWriter(w)
	var header []string
	for _, c := range t.Columns {
		header = append(header, c.Name)
		if hasRefs(c) {
			header = append(header, c.Name+"_id")
		}
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for _, row := range t.Rows {
		var record []string
		for i, cell := range row {
			record = append(record, harmless(Text(cell)))
			if hasRefs(t.Columns[i]) {
				record = append(record, harmless(cellIDs(cell)))
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func hasRefs(c graph.Column) bool {
	switch c.Type {
	case "entity", "entities", "document", "documents":
		return true
	}
	return false
}

// number is what a spreadsheet reads as a number and not as a formula.
var number = regexp.MustCompile(`^[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// harmless keeps a spreadsheet from running what a document or a dataset brought in.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) && !number.MatchString(text) {
		return "'" + text
	}
	return text
}

// Text writes a cell as plain text: names of what has a name.
func Text(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case graph.Ref:
		return v.Name
	case *graph.Ref:
		return v.Name
	case []graph.Ref:
		return joined(v, func(r graph.Ref) string { return r.Name })
	case []graph.ClaimRef:
		return joined(v, func(c graph.ClaimRef) string { return c.ID })
	case []any:
		return joined(v, Text)
	case map[string]any:
		text, _ := json.Marshal(v) // came out of the database, so it has a JSON form
		return string(text)
	}
	return fmt.Sprint(cell)
}

// cellIDs writes the ids of a cell of entities or documents.
func cellIDs(cell any) string {
	return joined(Refs(cell), func(r graph.Ref) string { return r.ID })
}

// Refs gives the entities or documents in a cell.
func Refs(cell any) []graph.Ref {
	switch v := cell.(type) {
	case graph.Ref:
		return []graph.Ref{v}
	case *graph.Ref:
		return []graph.Ref{*v}
	case []graph.Ref:
		return v
	}
	return nil
}

func joined[T any](items []T, text func(T) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = text(item)
	}
	return strings.Join(parts, "|")
}
