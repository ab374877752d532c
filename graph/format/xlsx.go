package format

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"mapper/graph"
)

// sheetRows is how many rows a sheet of Excel has; more go to a further sheet.
const sheetRows = 1 << 20

// xlsxRows writes an Excel workbook: numbers are numbers, days are dates, several values
// in one cell are joined by |. A text is never a formula. Rows that have been written
// wait in a temporary file until the end, since a workbook is a zip.
type xlsxRows struct {
	to          io.Writer
	book        *excelize.File
	sheet       *excelize.StreamWriter
	columns     []flat
	bold, dates int // styles
	sheets, row int
	cells       []any
}

func newXLSX(w io.Writer, columns []graph.Column) (Rows, error) {
	x := &xlsxRows{to: w, book: excelize.NewFile(), columns: flatten(columns)}
	var err error
	if x.bold, err = x.book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, err
	}
	form := "yyyy-mm-dd"
	if x.dates, err = x.book.NewStyle(&excelize.Style{CustomNumFmt: &form}); err != nil {
		return nil, err
	}
	x.cells = make([]any, len(x.columns))
	return x, x.nextSheet()
}

// nextSheet finishes the sheet under way and begins one with the header.
func (x *xlsxRows) nextSheet() error {
	name := "Sheet1" // the one that a new book has
	if x.sheets++; x.sheets > 1 {
		if err := x.sheet.Flush(); err != nil {
			return err
		}
		name = fmt.Sprintf("Sheet%d", x.sheets)
		if _, err := x.book.NewSheet(name); err != nil {
			return err
		}
	}
	// A new sheet says that it has one cell, which readers believe that read a row at a time.
	err := x.book.SetSheetDimension(name, "")
	if err != nil {
		return err
	}
	if x.sheet, err = x.book.NewStreamWriter(name); err != nil {
		return err
	}
	if err := x.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if len(x.columns) > 0 {
		if err := x.sheet.SetColWidth(1, len(x.columns), 20); err != nil {
			return err
		}
	}
	header := make([]any, len(x.columns))
	for i, c := range x.columns {
		header[i] = excelize.Cell{StyleID: x.bold, Value: c.name}
	}
	x.row = 1
	return x.sheet.SetRow("A1", header)
}

// Row implements Rows.
func (x *xlsxRows) Row(cells []any) error {
	if x.row == sheetRows {
		if err := x.nextSheet(); err != nil {
			return err
		}
	}
	x.row++
	for i, c := range x.columns {
		x.cells[i] = x.cell(c.typ, c.of(cells[c.from]))
	}
	return x.sheet.SetRow(fmt.Sprintf("A%d", x.row), x.cells)
}

// cell gives a value as Excel has it. Excel knows no day before 1900 and no month or
// year as a date: these stay texts.
func (x *xlsxRows) cell(typ string, value any) any {
	switch v := value.(type) {
	case nil, int64, float64, bool:
		return v
	case string:
		if typ == "date" || typ == day {
			if t, err := time.Parse(time.DateOnly, v); err == nil && t.Year() > 1900 {
				return excelize.Cell{StyleID: x.dates, Value: t}
			}
		}
	}
	return clean(Text(value))
}

// End implements Rows.
func (x *xlsxRows) End(graph.Shown) error {
	if err := x.sheet.Flush(); err != nil {
		return err
	}
	if err := x.book.Write(x.to); err != nil {
		return err
	}
	return x.book.Close()
}
