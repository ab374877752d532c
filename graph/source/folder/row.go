package folder

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"mapper/graph"
)

// row is one line of a file, read field by field; what does not parse is reported
// and left empty. One row is used for a whole file.
type row struct {
	at       graph.Place
	columns  columns
	position []int    // of each column in cells; -1 where the file has none
	cells    []string // as they stand in the file
	report   func(graph.Problem)
}

// wrong reports what is wrong with the field of a column, or with the whole row for -1.
func (r *row) wrong(column int, format string, args ...any) {
	p := graph.Problem{Place: r.at, Message: fmt.Sprintf(format, args...)}
	if column >= 0 {
		p.Field = r.columns.names[column]
	}
	r.report(p)
}

func (r *row) text(column int) string {
	at := r.position[column]
	if at < 0 {
		return ""
	}
	return trim(r.cells[at])
}

// trim is strings.TrimSpace, quick for what needs none.
func trim(text string) string {
	if text == "" {
		return ""
	}
	if first, last := text[0], text[len(text)-1]; first > ' ' && first < utf8.RuneSelf && last > ' ' && last < utf8.RuneSelf {
		return text
	}
	return strings.TrimSpace(text)
}

// list reads a field whose parts are separated by bars, behind those that are given.
func (r *row) list(column int, parts []string) []string {
	text := r.text(column)
	for text != "" {
		part, rest, _ := strings.Cut(text, "|")
		if part = trim(part); part != "" {
			parts = append(parts, part)
		}
		text = rest
	}
	return parts
}

func (r *row) date(column int) graph.Date {
	text := r.text(column)
	if text == "" {
		return ""
	}
	d, err := graph.ParseDate(text)
	if err != nil {
		r.wrong(column, "%v", err)
	}
	return d
}

func (r *row) yes(column int) bool {
	switch text := r.text(column); text {
	case "true":
		return true
	case "", "false":
		return false
	default:
		r.wrong(column, "%q: write true or leave it empty", text)
		return false
	}
}

func (r *row) number(column int) int {
	text := r.text(column)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		r.wrong(column, "%q: write a whole number from 1, or leave it empty", text)
	}
	return n
}

// codes reads a list of codes, behind those that are given.
func (r *row) codes(column int, codes []graph.Code) []graph.Code {
	text := r.text(column)
	for text != "" {
		part, rest, _ := strings.Cut(text, "|")
		text = rest
		if part = trim(part); part == "" {
			continue
		}
		code, err := graph.ParseCode(part)
		if err != nil {
			r.wrong(column, "%v", err)
			continue
		}
		codes = append(codes, code)
	}
	return codes
}
