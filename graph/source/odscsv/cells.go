package odscsv

import (
	"encoding/csv"
	"strings"
)

// width is how many columns a report has.
const width = 27

// column is one of the columns that are read, counted from 0 as slices are; messages
// count from 1 as the service's own descriptions do.
type column int

// The columns that are read. The others are addresses, telephone numbers, the
// record's amendment since the last release, or always empty.
const (
	code         column = 0
	name         column = 1
	grouping     column = 2
	geography    column = 3
	opened       column = 10
	closed       column = 11
	status       column = 12
	subtype      column = 13
	commissioner column = 14
	joined       column = 15
	left         column = 16
	provider     column = 23
	setting      column = 25
)

// cells are those of one row. They lie in the text of the row.
type cells struct {
	fields [width]string
	n      int // how many the row has
}

func (c *cells) at(col column) string { return c.fields[col] }

// split takes a row apart; wrong says what is broken. Rows of the service have plain
// fields in quotes, and no row goes over a line's end. Anything else is left to
// encoding/csv, which takes half as long again.
func (c *cells) split(row string) (wrong string) {
	c.n = 0
	for rest, more := row, true; more; {
		var field string
		var ok bool
		if field, rest, more, ok = cut(rest); !ok {
			return c.hard(row)
		}
		c.take(field)
	}
	return ""
}

// cut cuts off the first field; ok is false when it is not plain.
func cut(row string) (field, rest string, more, ok bool) {
	if row == "" || row[0] != '"' {
		field, rest, more = strings.Cut(row, ",")
		return field, rest, more, strings.IndexByte(field, '"') < 0
	}
	end := 1
	for end < len(row) && row[end] != '"' {
		end++
	}
	switch {
	case end+1 < len(row) && row[end+1] == ',':
		return row[1:end], row[end+2:], true, true
	case end+1 == len(row):
		return row[1:end], "", false, true
	}
	return "", "", false, false
}

func (c *cells) take(field string) {
	if c.n < width {
		c.fields[c.n] = field
	}
	c.n++
}

// hard takes a row apart that has quotes within quotes, or is broken.
func (c *cells) hard(row string) (wrong string) {
	c.n = 0
	r := csv.NewReader(strings.NewReader(row))
	fields, err := r.Read()
	if err != nil {
		return "a quote is broken: write a quote inside a quoted field twice, and close each field on the line that opens it"
	}
	for _, field := range fields {
		c.take(field)
	}
	return ""
}
