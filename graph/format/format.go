// Package format writes answers in the forms people take them away in: a table
// for the terminal, CSV, JSON and NDJSON.
package format

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"mapper/graph"
)

// Names lists the formats that Write knows.
var Names = []string{"table", "csv", "json", "ndjson"}

// Types gives the media type of each format.
var Types = map[string]string{"table": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
	"json": "application/json", "ndjson": "application/x-ndjson"}

// Write writes a table in one of the formats of Names.
func Write(w io.Writer, name string, t graph.Table) error {
	out := bufio.NewWriter(w)
	var err error
	switch name {
	case "table":
		err = writeTable(out, t)
	case "csv":
		err = writeCSV(out, t)
	case "json":
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(t)
	case "ndjson":
		err = writeNDJSON(out, t)
	default:
		return graph.Errorf(graph.Invalid, "%q is not a format: choose one of %s", name, strings.Join(Names, ", "))
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// writeNDJSON writes one object a line, its keys in the order of the columns.
func writeNDJSON(w io.Writer, t graph.Table) error {
	for _, row := range t.Rows {
		var line strings.Builder
		for i, column := range t.Columns {
			value, err := json.Marshal(row[i])
			if err != nil {
				return err
			}
			if i > 0 {
				line.WriteByte(',')
			}
			fmt.Fprintf(&line, "%q:%s", column.Name, value)
		}
		if _, err := fmt.Fprintf(w, "{%s}\n", line.String()); err != nil {
			return err
		}
	}
	return nil
}

// writeCSV writes a header and rows. An entity or document has two columns, its
// name and its id; lists are joined by bars.
func writeCSV(w io.Writer, t graph.Table) error {
	out := csv.NewWriter(w)
	var header []string
	for _, c := range t.Columns {
		header = append(header, c.Name)
		if c.Type == "entity" || c.Type == "document" {
			header = append(header, c.Name+"_id")
		}
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for _, row := range t.Rows {
		var cells []string
		for i, value := range row {
			cells = append(cells, safe(value, Text(value)))
			if typ := t.Columns[i].Type; typ == "entity" || typ == "document" {
				ref, _ := value.(graph.Ref)
				cells = append(cells, ref.ID)
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// safe keeps a spreadsheet from taking a text for a formula.
func safe(value any, text string) string {
	if _, isText := value.(string); !isText {
		if _, isRef := value.(graph.Ref); !isRef {
			return text
		}
	}
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// Text gives a cell as one line of text.
func Text(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case graph.Ref:
		return v.Name
	case []graph.Ref:
		names := make([]string, len(v))
		for i, ref := range v {
			names[i] = ref.Name
		}
		return strings.Join(names, "|")
	case []graph.ClaimRef:
		ids := make([]string, len(v))
		for i, claim := range v {
			ids[i] = claim.ID
		}
		return strings.Join(ids, "|")
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case map[string]any, []any:
		text, _ := json.Marshal(v) // values of Neo4j made plain always have a JSON form
		return string(text)
	}
	return fmt.Sprint(value)
}

// widest is how many characters a column of the terminal's table may take.
const widest = 48

// writeTable aligns columns for a terminal; long cells are cut with an ellipsis.
func writeTable(w io.Writer, t graph.Table) error {
	if len(t.Columns) == 0 {
		return nil
	}
	lines := [][]string{{}}
	for _, c := range t.Columns {
		lines[0] = append(lines[0], c.Name)
	}
	for _, row := range t.Rows {
		var line []string
		for _, value := range row {
			line = append(line, cut(strings.Join(strings.Fields(Text(value)), " ")))
		}
		lines = append(lines, line)
	}
	widths := make([]int, len(t.Columns))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, line := range lines {
		var out strings.Builder
		for i, cell := range line {
			out.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(out.String(), " ")); err != nil {
			return err
		}
		if n == 0 {
			total := -2
			for _, width := range widths {
				total += width + 2
			}
			fmt.Fprintln(w, strings.Repeat("─", total))
		}
	}
	return nil
}

func cut(text string) string {
	if utf8.RuneCountInString(text) <= widest {
		return text
	}
	return string([]rune(text)[:widest-1]) + "…"
}
