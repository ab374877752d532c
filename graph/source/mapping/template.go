package mapping

import (
	"regexp"
	"strings"

	"mapper/graph/source"
)

// template is a text with holes, taken apart once so that a row costs no search.
type template []piece

// piece is a text as it stands, or a hole.
type piece struct {
	text   string
	column int // of the cell that fills it, -1 for a text
	filter func(*filler, string) string
}

// holeForm is a hole of a template: {column} or {column|filter}.
var holeForm = regexp.MustCompile(`\{([^{}|]+)(?:\|(\w+))?\}`)

// filters turn a cell into something else.
var filters = map[string]func(*filler, string) string{
	"slug":  func(_ *filler, cell string) string { return source.Slug(cell) },
	"title": func(_ *filler, cell string) string { return source.Title(cell) },
	"words": func(_ *filler, cell string) string { return source.Phrase(cell) },
	"date":  (*filler).date,
}

// compile takes a template apart; column gives where a column stands.
func compile(text string, column func(name string) int) template {
	var t template
	literal := func(text string) {
		if text != "" {
			t = append(t, piece{text: text, column: -1})
		}
	}
	at := 0
	for _, hole := range holeForm.FindAllStringSubmatchIndex(text, -1) {
		literal(text[at:hole[0]])
		p := piece{column: column(text[hole[2]:hole[3]])}
		if hole[4] >= 0 {
			p.filter = filters[text[hole[4]:hole[5]]]
		}
		t = append(t, p)
		at = hole[1]
	}
	literal(text[at:])
	if len(t) == 1 && t[0].column < 0 {
		t[0].text = source.Clean(t[0].text)
	}
	return t
}

func compileAll(texts []string, column func(name string) int) []template {
	all := make([]template, len(texts))
	for i, text := range texts {
		all[i] = compile(text, column)
	}
	return all
}

// constant gives the text of templates without holes.
func constant(all []template) (texts []string, ok bool) {
	for _, t := range all {
		if len(t) != 1 || t[0].column >= 0 {
			return nil, false
		}
		texts = append(texts, t[0].text)
	}
	return texts, true
}

func (p *piece) fill(f *filler) string {
	switch {
	case p.column < 0:
		return p.text
	case p.filter != nil:
		return p.filter(f, f.cells[p.column])
	}
	return f.cells[p.column]
}

// filler fills templates with the cells of one row after the other.
type filler struct {
	cells []string
	room  strings.Builder // where filled texts lie one behind the other: one allocation for many
	given string          // the last date that was written out
	iso   string
}

// roomSize is how many bytes of filled texts are allocated at a time.
const roomSize = 16 << 10

// fill puts the cells of the row into a template.
func (f *filler) fill(t template) string {
	switch len(t) {
	case 0:
		return ""
	case 1:
		return source.Clean(t[0].fill(f))
	}
	length := 0
	for i := range t {
		length += len(t[i].text)
		if t[i].column >= 0 {
			length += 3*len(f.cells[t[i].column]) + len(" and ") // no filter makes more of it
		}
	}
	if f.room.Cap()-f.room.Len() < length {
		f.room = strings.Builder{}
		f.room.Grow(max(length, roomSize))
	}
	at := f.room.Len()
	for i := range t {
		f.room.WriteString(t[i].fill(f))
	}
	return source.Clean(f.room.String()[at:])
}

// filled fills a list of templates and leaves out what stays empty.
func (f *filler) filled(into []string, all []template) []string {
	for _, t := range all {
		if text := f.fill(t); text != "" {
			into = append(into, text)
		}
	}
	return into
}

// date writes YYYYMMDD, as the older files have dates, as YYYY-MM-DD. A row mostly
// has one date, which it needs several times.
func (f *filler) date(text string) string {
	if text == "" || text == f.iso {
		return text
	}
	if text != f.given {
		f.given, f.iso = text, isoDate(text)
	}
	return f.iso
}

func isoDate(text string) string {
	if len(text) != len("20060102") {
		return text
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return text
		}
	}
	return text[:4] + "-" + text[4:6] + "-" + text[6:]
}
