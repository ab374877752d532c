package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source/folder"
)

// Row is one line of a CSV file: its place, its cells in the order of the columns,
// and what is wrong with its form, "" when nothing is. It is used again for the next
// row; the strings stay as they are.
type Row struct {
	At    graph.Place
	Wrong string
	cells []string
}

// Cell gives a cell without white space around it; "" where the row has none.
func (r *Row) Cell(column int) string {
	if column >= len(r.cells) {
		return ""
	}
	return Clean(r.cells[column])
}

// Columns says how a file names its columns.
type Columns struct {
	Names []string                             // of a file without a header; nil when the first line names them
	Check func(header []string) (string, bool) // told the columns before the first row: what is wrong with them, if anything
}

// Rows gives the rows of a CSV file one by one, so that no more than one is held; an
// error of use ends the reading. Files in the wild begin with a byte order mark,
// which is skipped; any other encoding but UTF-8 is refused with its line.
func Rows(in io.Reader, file string, columns Columns, use func(*Row) error) error {
	text := bufio.NewReader(in)
	if mark, err := text.Peek(3); err == nil && bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		_, _ = text.Discard(3) // just peeked at
	}
	records := folder.NewRows(text)
	r := rows{Columns: columns, row: Row{At: graph.Place{File: file}}, use: use}
	for {
		cells, err := records.Next()
		if err == io.EOF {
			return r.end()
		}
		if err != nil {
			r.row.At.Line++ // where the error does not say
			return structure(r.row.At, err)
		}
		if err := r.record(cells, records.Line()); err != nil {
			return err
		}
	}
}

// rows turns records into rows, below a header that the first may be.
type rows struct {
	Columns
	row    Row
	use    func(*Row) error
	header []string // nil until it is known
	padded bool     // a record that is too short has empty cells at its end
}

// record takes one record, which stands at a line.
func (r *rows) record(cells []string, line int) error {
	r.row.At.Line = line
	if r.header == nil {
		first := r.Names == nil
		if r.header = r.Names; first {
			r.header = cells
		}
		if err := r.check(); err != nil || first {
			return err
		}
	}
	r.row.cells, r.row.Wrong = cells, ""
	if len(cells) > len(r.header) || len(cells) < len(r.header) && !r.padded {
		r.row.Wrong = "has another number of fields than the header: quote a field that holds a comma"
	}
	return r.use(&r.row)
}

// check tidies the names of the columns and has them looked at.
func (r *rows) check() error {
	r.header = slices.Clone(r.header)
	for i := range r.header {
		r.header[i] = strings.TrimSpace(r.header[i])
	}
	if r.Check == nil {
		return nil
	}
	if wrong, bad := r.Check(r.header); bad {
		return failed(r.row.At, "%s", wrong)
	}
	return nil
}

// end is told that there are no more records.
func (r *rows) end() error {
	switch {
	case r.header != nil:
		return nil
	case r.Names != nil:
		r.header = r.Names
		return r.check() // a file of no rows
	}
	r.row.At.Line = 1
	return failed(r.row.At, "the file is empty: its first line names the columns")
}

// Missing gives the first of the wanted columns that a header lacks.
func Missing(header []string, wanted ...string) (column string, missing bool) {
	for _, column := range wanted {
		if !slices.Contains(header, column) {
			return column, true
		}
	}
	return "", false
}

// structure says what breaks a file, and at which line.
func structure(at graph.Place, err error) error {
	if line, message, ok := folder.Broken(err); ok {
		at.Line = line
		return failed(at, "%s", message)
	}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		at.Line = parse.StartLine
		return failed(at, "a quote is broken (%v at line %d): write a quote inside a quoted field twice, and close each field that is opened", parse.Err, parse.Line)
	}
	return failed(at, "%v", err)
}

// failed is the error of a file that cannot be read to its end.
func failed(at graph.Place, format string, args ...any) error {
	var problems graph.Problems
	problems.Add(at, "", format, args...)
	return problems.Err()
}
