package main

import (
	"io"
	"os"
	"strings"

	"mapper/cypher"
	"mapper/graph"
)

// worded is a statement of the user's own, with its parameters: written out, in a file,
// on standard input or saved.
type worded struct {
	Statement string `arg:"" optional:"" name:"cypher" help:"The statement; - reads it from standard input, @FILE from a file."`
	Saved     string `placeholder:"NAME" predictor:"query" help:"The statement is the saved query of this name; mapper queries lists them."`
	shelf
	given
}

// question is a statement that has been read.
type question struct {
	whole string // with its header, where it has one
	*cypher.Statement
	parameters map[string]any
}

// read reads the statement and its parameters, which a header types.
func (w worded) read(std streams, to *connection) (*question, error) {
	text, file, err := w.text(std.in, to)
	if err != nil {
		return nil, err
	}
	q := &question{whole: text, Statement: &cypher.Statement{Text: text}}
	if !strings.HasPrefix(text, "// title:") {
		q.parameters, err = w.untyped(std.in)
		return q, err
	}
	if q.Statement, err = cypher.Parse(file, "query", text); err != nil {
		return nil, err
	}
	q.parameters, err = w.typed(q.Statement, std.in)
	return q, err
}

// text gives the statement, and what it is called in messages.
func (w worded) text(in io.Reader, to *connection) (text, file string, err error) {
	name, named := strings.CutPrefix(w.Statement, "@")
	switch {
	case w.Saved != "" && w.Statement != "":
		return "", "", graph.Errorf(graph.Invalid, "--saved names a statement, and another is written out: give one of them")
	case w.Saved != "":
		folder, err := w.folder(to)
		if err != nil {
			return "", "", err
		}
		one, err := folder.Get(w.Saved)
		return one.Text, w.Saved + ".cypher", err
	case w.Statement == "":
		return "", "", graph.Errorf(graph.Invalid, "there is no statement: write one, such as 'MATCH (e:Entity) RETURN e LIMIT 10', - for standard input, @FILE or --saved NAME")
	case w.Statement == "-":
		return textOf("-", in)
	case named:
		return textOf(name, in)
	}
	return w.Statement, "the statement", nil
}

// longest is the longest file that is read whole, in bytes: people write it by hand, or
// it is an archive of such files.
const longest = 16 << 20

// textOf reads a file, or standard input for -, and gives what it is called.
func textOf(name string, in io.Reader) (text, file string, err error) {
	if file = name; name == "-" {
		file = "standard input"
	} else {
		f, err := os.Open(name)
		if err != nil {
			return "", file, graph.Errorf(graph.Invalid, "%v", err)
		}
		defer f.Close()
		in = f
	}
	all, err := io.ReadAll(io.LimitReader(in, longest+1))
	if err != nil {
		return "", file, graph.Errorf(graph.Invalid, "%s: cannot be read: %v", file, err)
	}
	if len(all) > longest {
		return "", file, graph.Errorf(graph.TooLarge, "%s: is longer than %d MB", file, longest>>20)
	}
	return string(all), file, nil
}
