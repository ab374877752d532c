package graph

import (
	"fmt"
	"strings"
)

// Place is where something was read: a line of a file, counted from 1.
type Place struct {
	File string
	Line int
}

// Problem is one thing wrong with a dataset, and where.
type Problem struct {
	Place
	Field   string // the column, "" when it is the whole line
	Message string // what is wrong and what to do
}

// String gives the problem as file:line: field: message, as editors and CI read it.
func (p Problem) String() string {
	text := p.File
	if p.Line > 0 {
		text += fmt.Sprintf(":%d", p.Line)
	}
	if p.Field != "" {
		text += ": " + p.Field
	}
	return text + ": " + p.Message
}

// Problems is everything wrong with a dataset, in the order of its files.
type Problems []Problem

// Add notes one more problem.
func (ps *Problems) Add(at Place, field, format string, args ...any) {
	*ps = append(*ps, Problem{at, field, fmt.Sprintf(format, args...)})
}

// Err gives all problems as one Invalid error, a line each; nil when there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return &Error{Kind: Invalid, Message: strings.Join(lines, "\n")}
}
