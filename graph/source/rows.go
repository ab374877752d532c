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
	return each(folder.NewRows(text), file, columns, use)
}

// lined are records with the lines, or numbers of rows, at which they stand.
type lined interface {
	Next() ([]string, error)
	Line() int
}

// each gives the rows of records below their header.
func each(records lined, file string, columns Columns, use func(*Row) error) error {
	row := Row{At: graph.Place{File: file}}
	header := columns.Names
	if header == nil {
		row.At.Line = 1
		cells, err := records.Next()
		if err == io.EOF {
			return failed(row.At, "the file is empty: its first line names the columns")
		}
		if err != nil {
			return structure(row.At, err)
		}
		row.At.Line = records.Line()
		header = cells
	}
	header = slices.Clone(header)
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	if columns.Check != nil {
		if wrong, bad := columns.Check(header); bad {
			return failed(row.At, "%s", wrong)
		}
	}
	for {
		cells, err := records.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return structure(row.At, err)
		}
		row.At.Line, row.cells, row.Wrong = records.Line(), cells, ""
		if len(cells) != len(header) {
			row.Wrong = "has another number of fields than the header: quote a field that holds a comma"
		}
		if err := use(&row); err != nil {
			return err
		}
	}
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
