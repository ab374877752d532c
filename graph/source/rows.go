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

// Row is one line of a CSV file: its place, its cells by column, and what is wrong
// with its form, "" when nothing is.
type Row struct {
	At    graph.Place
	Wrong string
	cells map[string]string
}

// Text gives a cell without white space around it.
func (r Row) Text(column string) string { return r.cells[column] }

// With gives the row with one more or another cell.
func (r Row) With(column, text string) Row {
	cells := make(map[string]string, len(r.cells)+1)
	for k, v := range r.cells {
		cells[k] = v
	}
	cells[column] = text
	r.cells = cells
	return r
}

// Columns says how a file names its columns.
type Columns struct {
	Names []string                             // of a file without a header; nil when the first line names them
	Check func(header []string) (string, bool) // what is wrong with a header, if anything
}

// Rows gives the rows of a CSV file one by one, so that no more than one is held.
// Files in the wild begin with a byte order mark, which is skipped; any other
// encoding but UTF-8 is refused with its line.
func Rows(in io.Reader, file string, columns Columns, use func(Row)) error {
	at := graph.Place{File: file}
	text := bufio.NewReader(in)
	if mark, err := text.Peek(3); err == nil && bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		_, _ = text.Discard(3) // just peeked at
	}
	r := csv.NewReader(folder.Guarded(text))
	r.FieldsPerRecord = -1
	header := columns.Names
	if header == nil {
		line, err := r.Read()
		at.Line = 1
		if err == io.EOF {
			return failed(at, "the file is empty: its first line names the columns")
		}
		if err != nil {
			return structure(at, err)
		}
		header = line
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	if columns.Check != nil {
		if wrong, bad := columns.Check(header); bad {
			return failed(at, "%s", wrong)
		}
	}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return structure(at, err)
		}
		at.Line, _ = r.FieldPos(0)
		use(newRow(at, header, cells))
	}
}

func newRow(at graph.Place, header, cells []string) Row {
	row := Row{At: at, cells: make(map[string]string, len(header))}
	if len(cells) != len(header) {
		row.Wrong = "has another number of fields than the header: quote a field that holds a comma"
	}
	for i := range min(len(cells), len(header)) {
		row.cells[header[i]] = Clean(cells[i])
	}
	return row
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
