package folder

import (
	"encoding/csv"
	"io"
	"strings"
)

// records reads the records of a CSV file with the meaning that encoding/csv gives
// them. A line whose quotes are none or plain is split here; any other is left to
// encoding/csv, which is fed one line at a time so that it takes no more than it needs.
type records struct {
	guard *guard
	text  string // of the block, what is not yet read; fields are parts of it
	line  int    // at which the last record starts, from 1
	next  int    // line that text starts with
	cells []string
	odd   *csv.Reader // nil until needed
	fed   string      // what odd has not yet taken of a line
	sheet bool        // a record counts as one line, however many it has: a row of a sheet
}

func newRecords(in io.Reader, sheet bool) *records {
	return &records{guard: newGuard(in), next: 1, sheet: sheet}
}

// read gives the cells of the next record, which are the caller's until the next
// call, except that the strings stay as they are. At the end err is io.EOF.
func (r *records) read() (cells []string, err error) {
	for {
		line, err := r.take()
		if err != nil {
			return nil, err
		}
		bare := bareLine(line)
		if bare == "" {
			continue // as encoding/csv does
		}
		r.line = r.next - 1
		var plain bool
		if r.cells, plain = split(r.cells[:0], bare); plain {
			return r.cells, nil
		}
		r.fed = line
		return r.readOdd()
	}
}

// take gives the next line with its end.
func (r *records) take() (string, error) {
	if r.text == "" {
		block, err := r.guard.next()
		if err != nil {
			return "", err
		}
		r.text = string(block) // one allocation a block; a kept field keeps it alive
	}
	end := strings.IndexByte(r.text, '\n') + 1
	if end == 0 {
		end = len(r.text)
	}
	line := r.text[:end]
	r.text = r.text[end:]
	r.next++
	return line, nil
}

// bareLine drops the line end; encoding/csv drops a return at the end of the text too.
func bareLine(line string) string {
	line = strings.TrimSuffix(line, "\n")
	return strings.TrimSuffix(line, "\r")
}

// split parts a line at its commas; plain is false where a quote is inside a field,
// or opens one that does not end on the line.
func split(cells []string, line string) (parts []string, plain bool) {
	quotes := strings.IndexByte(line, '"') >= 0
	for {
		if quotes && line != "" && line[0] == '"' {
			end := strings.IndexByte(line[1:], '"') + 1
			if end == 0 || end+1 < len(line) && line[end+1] != ',' {
				return cells, false
			}
			cells = append(cells, line[1:end])
			if end+1 == len(line) {
				return cells, true
			}
			line = line[end+2:]
			continue
		}
		end := strings.IndexByte(line, ',')
		cell := line
		if end >= 0 {
			cell = line[:end]
		}
		if quotes && strings.IndexByte(cell, '"') >= 0 {
			return cells, false
		}
		cells = append(cells, cell)
		if end < 0 {
			return cells, true
		}
		line = line[end+1:]
	}
}

// readOdd lets encoding/csv read the record that fed begins with.
func (r *records) readOdd() ([]string, error) {
	if r.odd == nil {
		r.odd = csv.NewReader(feed{r})
		r.odd.FieldsPerRecord = -1
		r.odd.ReuseRecord = true
	}
	cells, err := r.odd.Read()
	if parse, ok := err.(*csv.ParseError); ok {
		parse.Line += r.line - parse.StartLine // it has seen the odd lines only
		parse.StartLine = r.line
	}
	if r.sheet {
		r.next = r.line + 1
	}
	return cells, err
}

// feed gives encoding/csv one line a call.
type feed struct{ *records }

// Read implements io.Reader.
func (f feed) Read(p []byte) (int, error) {
	if f.fed == "" {
		line, err := f.take()
		if err != nil {
			return 0, err
		}
		f.records.fed = line
	}
	n := copy(p, f.fed)
	f.records.fed = f.fed[n:]
	return n, nil
}
