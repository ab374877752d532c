package folder

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"mapper/graph"
)

// columns of a file: those it must have come first, the rest may be left out.
type columns struct {
	names []string
	must  int
}

// read gives each row of a file to use and tells report of what is wrong with its
// form. It stops with graph.ErrBroken at the first thing that breaks the file's
// structure, since nothing behind it can be trusted.
func (f *Folder) read(file string, columns columns, report func(graph.Problem), use func(*row) error) error {
	if f.unreadable {
		return graph.ErrBroken // which is told of
	}
	r := row{at: f.place(file), columns: columns, report: report}
	in, err := f.fsys.Open(file + ".csv")
	if err != nil {
		return r.broken(0, "%s", reason(err))
	}
	defer in.Close()
	records := newRecords(in, f.sheets)
	width, err := r.header(records)
	if err != nil {
		return err
	}
	for {
		cells, err := records.read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return r.structure(err)
		}
		r.at.Line = records.line
		if len(cells) != width {
			r.wrong(-1, "has %d fields where the header has %d: quote a field that holds a comma", len(cells), width)
			continue
		}
		r.cells = cells
		if err := use(&r); err != nil {
			return err
		}
	}
}

// header reads and checks the header row, and notes where which column stands.
func (r *row) header(in *records) (width int, err error) {
	header, err := in.read()
	if err == io.EOF {
		return 0, r.broken(1, "the file is empty: its first line names the columns %s", strings.Join(r.columns.names, ","))
	}
	if err != nil {
		return 0, r.structure(err)
	}
	line := max(in.line, 1)
	var broken error
	r.position = slices.Repeat([]int{-1}, len(r.columns.names))
	for i, name := range header {
		if column := slices.Index(r.columns.names, name); column < 0 {
			broken = r.broken(line, "unknown column %q: the columns are %s", name, strings.Join(r.columns.names, ","))
		} else if r.position[column] >= 0 {
			broken = r.broken(line, "column %q stands twice", name)
		} else {
			r.position[column] = i
		}
	}
	for column, name := range r.columns.names[:r.columns.must] {
		if r.position[column] < 0 {
			broken = r.broken(line, "column %q is missing", name)
		}
	}
	return len(header), broken
}

// structure reports what breaks a file, at the line where it does.
func (r *row) structure(err error) error {
	var broken *guardError
	var parse *csv.ParseError
	switch {
	case errors.As(err, &broken):
		return r.broken(broken.line, "%s", broken.message)
	case errors.As(err, &parse):
		return r.broken(parse.StartLine, "a quote is broken (%v at line %d): write a quote inside a quoted field twice, and close each field that is opened", parse.Err, parse.Line)
	}
	return r.broken(0, "%v", err)
}

// broken reports what is wrong with a file as a whole.
func (r *row) broken(line int, format string, args ...any) error {
	r.at.Line = line
	r.wrong(-1, format, args...)
	return graph.ErrBroken
}
