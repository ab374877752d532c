package xlsx

import (
	"fmt"
	"io"
	"math"
	"strconv"
)

// The most rows and columns that a sheet may have in Excel.
const (
	rowLimit    = 1 << 20
	columnLimit = 1 << 14
)

// Row is a row of a sheet. It holds until the function that is given it returns.
type Row struct {
	Number int      // from 1, as the program shows it
	Cells  [][]byte // to the last that is there; what a date's format shows of it stands as YYYY-MM-DD, YYYY-MM or YYYY
	Faults []Fault  // cells that hold an error in place of a value
}

// Fault is a cell that a formula failed in.
type Fault struct {
	Column int // from 0
	Text   string
}

// Rows gives the rows of a sheet that have cells, from the top. The error is one of
// use, or says what is wrong with the sheet behind the row that was given last.
func (b *Book) Rows(sheet string, use func(*Row) error) error {
	for _, s := range b.sheets {
		if s.name != sheet {
			continue
		}
		part, err := b.part(s.part)
		if err != nil {
			return err
		}
		defer part.Close()
		r := sheetReader{scanner: newScanner(part), book: b, use: use}
		return r.read()
	}
	return fmt.Errorf("there is no sheet %q", sheet)
}

// sheetReader reads one sheet.
type sheetReader struct {
	*scanner
	book   *Book
	use    func(*Row) error
	row    Row
	text   []byte // of the cells of the row, one behind the other
	ends   []int  // of each cell in text
	cell   cell
	taking bool // the text between two tags is part of the cell
	aloud  bool // inside how to pronounce it
}

// cell is the cell at hand.
type cell struct {
	column int // from 0
	start  int // of its text
	typ    string
	style  int
}

func (r *sheetReader) read() error {
	r.cell.column = -1
	for {
		what, err := r.next()
		if err == io.EOF {
			return r.cut()
		}
		if err != nil {
			return err
		}
		switch what {
		case open:
			err = r.open()
		case shut:
			if string(r.name) == "sheetData" {
				return nil
			}
			err = r.shut()
		case chars:
			if r.taking && !r.aloud {
				r.text = r.append(r.text)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (r *sheetReader) open() error {
	var err error
	switch string(r.name) {
	case "c":
		err = r.beginCell()
	case "v", "t":
		r.taking = !r.closed
		return nil
	case "row":
		err = r.beginRow()
	case "rPh":
		r.aloud = !r.closed
		return nil
	default:
		return nil
	}
	if err == nil && r.closed {
		err = r.shut()
	}
	return err
}

func (r *sheetReader) shut() error {
	switch string(r.name) {
	case "c":
		return r.endCell()
	case "v", "t":
		r.taking = false
	case "row":
		return r.endRow()
	case "rPh":
		r.aloud = false
	}
	return nil
}

func (r *sheetReader) beginRow() error {
	number := r.row.Number + 1
	for name, value, ok := r.attr(); ok; name, value, ok = r.attr() {
		if string(name) == "r" {
			n, err := strconv.Atoi(string(value))
			if err != nil || n < number {
				return fmt.Errorf("row %q stands behind row %d", value, r.row.Number)
			}
			number = n
		}
	}
	if number > rowLimit {
		return fmt.Errorf("it has a row %d; a sheet has at most %d", number, rowLimit)
	}
	r.row.Number, r.row.Faults = number, r.row.Faults[:0]
	r.text, r.ends, r.cell.column = r.text[:0], r.ends[:0], -1
	return nil
}

func (r *sheetReader) endRow() error {
	r.row.Cells = r.row.Cells[:0]
	start := 0
	for _, end := range r.ends {
		r.row.Cells = append(r.row.Cells, r.text[start:end])
		start = end
	}
	if len(r.row.Cells) == 0 {
		return nil
	}
	return r.use(&r.row)
}

func (r *sheetReader) beginCell() error {
	c := cell{column: r.cell.column + 1, start: len(r.text)}
	for name, value, ok := r.attr(); ok; name, value, ok = r.attr() {
		switch string(name) {
		case "r":
			column := columnOf(value)
			if column < c.column || column >= columnLimit {
				return fmt.Errorf("row %d: cell %q is out of place", r.row.Number, value)
			}
			c.column = column
		case "t":
			c.typ = typeOf(value)
		case "s":
			c.style, _ = strconv.Atoi(string(value)) // a style that is none shows no date
		}
	}
	for len(r.ends) < c.column {
		r.ends = append(r.ends, c.start) // cells that are left out are empty
	}
	r.cell = c
	return nil
}

// columnOf gives the column of a cell's name from 0: 27 for AB12; -1 when it has none.
func columnOf(name []byte) int {
	n := 0
	for _, c := range name {
		if c < 'A' || c > 'Z' || n > columnLimit {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1
}

// typeOf spares a string for each cell.
func typeOf(value []byte) string {
	for _, known := range []string{"s", "inlineStr", "str", "n", "b", "e", "d"} {
		if string(value) == known {
			return known
		}
	}
	return "n"
}

// endCell turns what a cell holds into its text.
func (r *sheetReader) endCell() error {
	text := r.text[r.cell.start:]
	switch r.cell.typ {
	case "s":
		number, err := strconv.Atoi(string(text))
		if err == nil {
			text, err = r.book.strings.get(number)
		}
		if err != nil {
			return fmt.Errorf("row %d: %w", r.row.Number, err)
		}
		r.text = append(r.text[:r.cell.start], text...)
	case "inlineStr", "str":
		r.text = unescaped(r.text, r.cell.start)
	case "b":
		word := "false"
		if string(text) == "1" || string(text) == "true" {
			word = "true"
		}
		r.text = append(r.text[:r.cell.start], word...)
	case "e":
		r.row.Faults = append(r.row.Faults, Fault{r.cell.column, string(text)})
	case "d":
		if len(text) > len("2006-01-02") && text[len("2006-01-02")] == 'T' {
			r.text = r.text[:r.cell.start+len("2006-01-02")]
		}
	default:
		r.number(text)
	}
	r.ends = append(r.ends, len(r.text))
	return nil
}

// number writes a number as a person would: a date where its format says so, and
// none with an exponent.
func (r *sheetReader) number(text []byte) {
	shows := noDate
	if r.cell.style < len(r.book.styles) && r.cell.style >= 0 {
		shows = r.book.styles[r.cell.style]
	}
	if shows == noDate && !hasExponent(text) || len(text) == 0 {
		return
	}
	n, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return
	}
	if shows != noDate {
		if date, ok := appendDate(r.text[:r.cell.start], n, r.book.from1904, shows); ok {
			r.text = date
			return
		}
	}
	if math.Abs(n) < 1e21 {
		r.text = strconv.AppendFloat(r.text[:r.cell.start], n, 'f', -1, 64)
	}
}

func hasExponent(text []byte) bool {
	for _, c := range text {
		if c == 'E' || c == 'e' {
			return true
		}
	}
	return false
}
