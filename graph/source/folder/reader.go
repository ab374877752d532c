package folder

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mapper/graph"
)

// reader reads the CSV files of one folder and collects what is wrong with them.
type reader struct {
	fsys     fs.FS
	folder   string
	problems *graph.Problems
	broken   bool // a file could not be read to its end
}

// columns of a file: those it must have come first, the rest may be left out.
type columns struct {
	names []string
	must  int
}

// read gives each row of a file to use. It stops at the first thing that breaks
// the file's structure, since nothing behind it can be trusted.
func (r *reader) read(file string, columns columns, use func(row)) {
	at := graph.Place{File: path.Join(r.folder, file)}
	f, err := r.fsys.Open(file)
	if err != nil {
		r.fail(at, "%s", reason(err))
		return
	}
	defer f.Close()
	in := csv.NewReader(newGuard(f))
	in.FieldsPerRecord = -1
	header, ok := r.header(in, at, columns)
	for ok {
		cells, err := in.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			r.structure(at, err)
			return
		}
		at.Line, _ = in.FieldPos(0)
		if len(cells) != len(header) {
			r.problems.Add(at, "", "has %d fields where the header has %d: quote a field that holds a comma", len(cells), len(header))
			continue
		}
		use(newRow(at, header, cells, r.problems))
	}
}

// header reads and checks the header row.
func (r *reader) header(in *csv.Reader, at graph.Place, columns columns) ([]string, bool) {
	header, err := in.Read()
	at.Line = 1
	if err == io.EOF {
		r.fail(at, "the file is empty: its first line names the columns %s", strings.Join(columns.names, ","))
		return nil, false
	}
	if err != nil {
		r.structure(at, err)
		return nil, false
	}
	for i, name := range header {
		if !slices.Contains(columns.names, name) {
			r.fail(at, "unknown column %q: the columns are %s", name, strings.Join(columns.names, ","))
		} else if slices.Contains(header[:i], name) {
			r.fail(at, "column %q stands twice", name)
		}
	}
	for _, name := range columns.names[:columns.must] {
		if !slices.Contains(header, name) {
			r.fail(at, "column %q is missing", name)
		}
	}
	return header, !r.broken
}

// structure reports what breaks a file, at the line where it does.
func (r *reader) structure(at graph.Place, err error) {
	var broken *guardError
	var parse *csv.ParseError
	switch {
	case errors.As(err, &broken):
		at.Line = broken.line
		r.fail(at, "%s", broken.message)
	case errors.As(err, &parse):
		at.Line = parse.StartLine
		r.fail(at, "a quote is broken (%v at line %d): write a quote inside a quoted field twice, and close each field that is opened", parse.Err, parse.Line)
	default:
		r.fail(at, "%v", err)
	}
}

func (r *reader) fail(at graph.Place, format string, args ...any) {
	r.broken = true
	r.problems.Add(at, "", format, args...)
}
