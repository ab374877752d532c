package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"mapper/graph"
)

// lines writes a JSON value a line, or a list of them.
type lines struct {
	to    io.Writer
	text  bytes.Buffer
	write *json.Encoder
}

func newLines(w io.Writer) *lines {
	l := &lines{to: w}
	l.write = json.NewEncoder(&l.text)
	l.write.SetEscapeHTML(false)
	return l
}

// value adds a value to the line under way.
func (l *lines) value(v any) error {
	if err := l.write.Encode(v); err != nil {
		return err
	}
	l.text.Truncate(l.text.Len() - 1) // the encoder ends a line with each value
	return nil
}

// flush hands on the line under way.
func (l *lines) flush() error {
	_, err := l.text.WriteTo(l.to)
	return err
}

// jsonRows writes an object with columns, rows, shown and total, as graph.Table has them.
type jsonRows struct {
	*lines
	columns []graph.Column
	begun   int
}

func newJSON(w io.Writer, columns []graph.Column) (Rows, error) {
	j := &jsonRows{newLines(w), columns, 0}
	j.text.WriteString("{\n\"columns\":")
	if err := j.value(columns); err != nil {
		return nil, err
	}
	j.text.WriteString(",\n\"rows\":[")
	return j, j.flush()
}

// Row implements Rows.
func (j *jsonRows) Row(cells []any) error {
	if j.begun++; j.begun > 1 {
		j.text.WriteByte(',')
	}
	j.text.WriteByte('\n')
	if err := j.value(cells); err != nil {
		return err
	}
	return j.flush()
}

// End implements Rows.
func (j *jsonRows) End(shown graph.Shown) error {
	j.text.WriteString("\n],\n")
	from := j.text.Len()
	if err := j.value(shown); err != nil {
		return err
	}
	members := bytes.TrimPrefix(bytes.Clone(j.text.Bytes()[from:]), []byte("{"))
	j.text.Truncate(from)
	j.text.Write(members)
	j.text.WriteByte('\n')
	return j.flush()
}

// ndjsonRows writes a row as one JSON object a line, its members in the order of the columns.
type ndjsonRows struct {
	*lines
	names [][]byte
}

func newNDJSON(w io.Writer, columns []graph.Column) (Rows, error) {
	n := &ndjsonRows{lines: newLines(w)}
	for _, c := range columns {
		name, err := json.Marshal(c.Name)
		if err != nil {
			return nil, err
		}
		n.names = append(n.names, name)
	}
	return n, nil
}

// Row implements Rows.
func (n *ndjsonRows) Row(cells []any) error {
	n.text.WriteByte('{')
	for i, name := range n.names {
		if i > 0 {
			n.text.WriteByte(',')
		}
		n.text.Write(name)
		n.text.WriteByte(':')
		if err := n.value(cells[i]); err != nil {
			return fmt.Errorf("column %s: %w", name, err)
		}
	}
	n.text.WriteString("}\n")
	return n.flush()
}

// End implements Rows.
func (n *ndjsonRows) End(graph.Shown) error { return nil }
