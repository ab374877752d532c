package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// streams are where a command reads and writes: data on out, all else on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// progress is where a command that answers tells how far it is: on a terminal only,
// so that a job that goes well writes nothing that nobody asked for.
func (s streams) progress() io.Writer {
	if f, ok := s.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return f
	}
	return io.Discard
}
