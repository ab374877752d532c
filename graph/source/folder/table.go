package folder

import (
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mapper/graph"
)

// tableBuffer is how much of a file waits to be written.
const tableBuffer = 128 << 10

// table is one CSV file on its way out, cell by cell. One without a file only finds
// out which of its columns hold anything.
type table struct {
	file    *os.File
	keep    []bool // which columns are written
	used    []bool // which columns hold anything
	buffer  []byte
	scratch []byte
	column  int // of the next cell
	written int // cells of the row
	err     error
}

// create makes a file with its header; keep says which columns it has.
func create(name string, columns columns, keep []bool) (*table, error) {
	file, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	t := &table{file: file, keep: keep, used: make([]bool, len(columns.names))}
	for _, column := range columns.names {
		cell(t, column)
	}
	return t, t.end()
}

// measure gives a table that is written nowhere.
func measure(columns columns) *table {
	return &table{keep: make([]bool, len(columns.names)), used: make([]bool, len(columns.names))}
}

// needed gives the columns that a file must have and those that hold something.
func (t *table) needed(columns columns) []bool {
	keep := append([]bool(nil), t.used...)
	for i := range columns.must {
		keep[i] = true
	}
	return keep
}

// cell writes the next cell of a row.
func cell[T string | []byte](t *table, text T) {
	column := t.column
	t.column++
	t.used[column] = t.used[column] || len(text) > 0
	if !t.keep[column] {
		return
	}
	if t.written > 0 {
		t.buffer = append(t.buffer, ',')
	}
	t.written++
	t.buffer = appendCell(t.buffer, text)
}

// appendCell adds a cell, in quotes where encoding/csv would write them.
func appendCell[T string | []byte](to []byte, text T) []byte {
	if !needsQuotes(text) {
		return append(to, text...)
	}
	to = append(to, '"')
	for i := range len(text) {
		if text[i] == '"' {
			to = append(to, '"')
		}
		to = append(to, text[i])
	}
	return append(to, '"')
}

// special marks the letters for which a cell is put in quotes.
var special = [256]bool{',': true, '"': true, '\r': true, '\n': true}

func needsQuotes[T string | []byte](text T) bool {
	for i := range len(text) {
		if special[text[i]] {
			return true
		}
	}
	if len(text) == 0 || text[0] > ' ' && text[0] < utf8.RuneSelf && text[0] != '\\' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(string(text[:min(len(text), utf8.UTFMax)]))
	return unicode.IsSpace(first) || string(text) == `\.`
}

// list writes a cell of several items.
func (t *table) list(items []string) {
	t.scratch = t.scratch[:0]
	for i, item := range items {
		if i > 0 {
			t.scratch = append(t.scratch, '|')
		}
		if strings.IndexByte(item, '|') >= 0 {
			t.barred(item)
		}
		t.scratch = append(t.scratch, item...)
	}
	cell(t, t.scratch)
}

// codes writes a cell of codes with their dates.
func (t *table) codes(codes []graph.Code) {
	t.scratch = t.scratch[:0]
	for i := range codes {
		c := &codes[i]
		if i > 0 {
			t.scratch = append(t.scratch, '|')
		}
		if strings.IndexByte(c.Scheme, '|') >= 0 || strings.IndexByte(c.Value, '|') >= 0 {
			t.barred(c.String())
		}
		t.scratch = append(append(append(t.scratch, c.Scheme...), ':'), c.Value...)
		if c.Span != (graph.Span{}) {
			t.scratch = append(append(t.scratch, '@'), c.Start...)
			t.scratch = append(append(t.scratch, ".."...), c.End...)
		}
	}
	cell(t, t.scratch)
}

// barred notes a list item that would read back as two.
func (t *table) barred(item string) {
	if t.err == nil {
		t.err = graph.Errorf(graph.Invalid, "%q cannot stand in a list: a bar parts the items", item)
	}
}

func (t *table) number(n int) {
	t.scratch = t.scratch[:0]
	if n != 0 {
		t.scratch = strconv.AppendInt(t.scratch, int64(n), 10)
	}
	cell(t, t.scratch)
}

func (t *table) yes(b bool) {
	if b {
		cell(t, "true")
		return
	}
	cell(t, "")
}

// end ends a row; the error is the first of the table.
func (t *table) end() error {
	t.column, t.written = 0, 0
	if t.file == nil {
		return t.err
	}
	t.buffer = append(t.buffer, '\n')
	if len(t.buffer) >= tableBuffer {
		t.flush()
	}
	return t.err
}

func (t *table) flush() {
	if t.err == nil {
		_, t.err = t.file.Write(t.buffer)
	}
	t.buffer = t.buffer[:0]
}

// close ends the file.
func (t *table) close() error {
	if t == nil || t.file == nil {
		return nil
	}
	t.flush()
	if err := t.file.Close(); t.err == nil {
		t.err = err
	}
	return t.err
}
