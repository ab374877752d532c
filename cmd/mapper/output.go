package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"mapper/graph"
	"mapper/graph/format"
)

// into is where an answer goes.
type into struct {
	Output string `short:"o" placeholder:"FILE" predictor:"file" help:"Write to FILE, which appears whole or not at all, instead of standard output."`
}

// output is how and where an answer is written.
type output struct {
	Format string `short:"f" default:"table" enum:"${tables}" help:"One of ${enum}."`
	into
}

// answer writes what a command found: as JSON just what the API answers, in the other
// forms as a table.
func (o output) answer(std streams, found any, table func() graph.Table) error {
	return o.write(std, func(w io.Writer) error {
		if o.Format == "json" {
			return writeJSON(w, format.Filled(found))
		}
		return format.Write(w, o.Format, table())
	})
}

// list is all of a short list, as the API answers with it.
type list[T any] struct {
	Items []T `json:"items"`
}

// allRows gives a table that says that it has all its rows.
func allRows(t graph.Table) graph.Table {
	t.Shown = graph.Shown{Shown: len(t.Rows), Total: len(t.Rows)}
	return t
}

func writeJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// write gives a writer to standard output or to the file, which is put in place when
// all of it is written.
func (o into) write(std streams, do func(io.Writer) error) error {
	if o.Output == "" || o.Output == "-" {
		return do(std.out)
	}
	err := o.replace(do)
	var path *fs.PathError
	var link *os.LinkError
	if errors.As(err, &path) || errors.As(err, &link) {
		return graph.Errorf(graph.Invalid, "%s cannot be written: %v", o.Output, err)
	}
	return err
}

func (o into) replace(do func(io.Writer) error) error {
	mode := fs.FileMode(0o644)
	if there, err := os.Stat(o.Output); err == nil {
		if !there.Mode().IsRegular() { // a pipe or /dev/stdout holds nothing to keep whole
			return o.fill(do)
		}
		mode = there.Mode().Perm()
	}
	file, err := os.CreateTemp(filepath.Dir(o.Output), "."+filepath.Base(o.Output)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // gone already when all went well
	err = errors.Join(do(file), file.Chmod(mode), file.Sync())
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), o.Output)
}

func (o into) fill(do func(io.Writer) error) error {
	file, err := os.OpenFile(o.Output, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(do(file), file.Close())
}

// cut says on standard error that an answer is not all there is.
func cut(std streams, s graph.Shown) {
	if s.Why != "" && s.Shown < s.Total || s.AtLeast {
		more := ""
		if s.AtLeast {
			more = " or more"
		}
		fmt.Fprintf(std.err, "%d of %d%s: %s\n", s.Shown, s.Total, more, s.Why)
	}
}
