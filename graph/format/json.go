package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"

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

// members adds an object without its opening brace: more members of the one under way.
func (l *lines) members(v any) error {
	from := l.text.Len()
	if err := l.value(v); err != nil {
		return err
	}
	members := bytes.Clone(l.text.Bytes()[from+1:])
	l.text.Truncate(from)
	l.text.Write(members)
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
	if err := j.members(shown); err != nil {
		return err
	}
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

// items writes a member that is a list of what a sequence gives, and a comma.
func items[T any](l *lines, name string, all iter.Seq2[T, error], as func(T) any) error {
	fmt.Fprintf(&l.text, "%q:[", name)
	comma := "\n"
	for item, err := range all {
		if err != nil {
			return err
		}
		l.text.WriteString(comma)
		comma = ",\n"
		if err := firstError(l.value(as(item)), l.flush()); err != nil {
			return err
		}
	}
	l.text.WriteString("\n],\n")
	return l.flush()
}

// typed writes what a sequence gives as lines that say what sort of thing they are.
func typed[T any](l *lines, sort string, all iter.Seq2[T, error], as func(T) any) error {
	for item, err := range all {
		if err != nil {
			return err
		}
		fmt.Fprintf(&l.text, "{\"type\":%q,", sort)
		if err := l.members(as(item)); err != nil {
			return err
		}
		l.text.WriteByte('\n')
		if err := l.flush(); err != nil {
			return err
		}
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
