package format

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"mapper/graph"
)

// csvRows writes CSV with a header row; several values in one cell are joined by |.
type csvRows struct {
	out     *csv.Writer
	columns []flat
	record  []string
	guard   func(string) string
}

// newCSV writes CSV that is safe to open in a spreadsheet: see harmless.
func newCSV(w io.Writer, columns []graph.Column) (Rows, error) {
	return beginCSV(w, columns, harmless)
}

// newRawCSV leaves every text as it is.
func newRawCSV(w io.Writer, columns []graph.Column) (Rows, error) {
	return beginCSV(w, columns, func(text string) string { return text })
}

func beginCSV(w io.Writer, columns []graph.Column, guard func(string) string) (Rows, error) {
	c := &csvRows{out: csv.NewWriter(w), columns: flatten(columns), guard: guard}
	for _, column := range c.columns {
		c.add(column.name)
	}
	return c, c.flush()
}

func (c *csvRows) add(text string) { c.record = append(c.record, c.guard(text)) }

func (c *csvRows) flush() error {
	err := c.out.Write(c.record)
	c.record = c.record[:0]
	return err
}

// Row implements Rows.
func (c *csvRows) Row(cells []any) error {
	for _, column := range c.columns {
		c.add(Text(column.of(cells[column.from])))
	}
	return c.flush()
}

// End implements Rows.
func (c *csvRows) End(graph.Shown) error {
	c.out.Flush()
	return c.out.Error()
}

// number is what a spreadsheet reads as a number and not as a formula.
var number = regexp.MustCompile(`^[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// risky are the signs by which a spreadsheet takes a text for a formula or a command,
// after OWASP's page on CSV injection; those from Asia are wide.
const risky = "=+-@\t\r\n＝＋－＠"

// harmless keeps a spreadsheet from running what a document or a dataset brought in: it
// puts a ' before a text that begins with a risky sign. A number stays a number.
func harmless(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if text != "" && strings.ContainsRune(risky, first) && !number.MatchString(text) {
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
	case []string:
		return strings.Join(v, "|")
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
	return joined(graph.Refs(cell), func(r graph.Ref) string { return r.ID })
}

func joined[T any](items []T, text func(T) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = text(item)
	}
	return strings.Join(parts, "|")
}
