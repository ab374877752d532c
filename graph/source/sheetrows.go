package source

import (
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source/folder/xlsx"
)

// SheetRows gives the rows of a sheet of an .xlsx workbook as Rows gives those of a
// CSV file; "" is the first sheet. file is the workbook's name as messages should
// show it, with the sheet behind it. Rows without any text are no rows.
func SheetRows(path, file, sheet string, columns Columns, use func(*Row) error) error {
	at := graph.Place{File: file}
	book, err := xlsx.Open(path)
	if err != nil {
		return failed(at, "%v", err)
	}
	defer book.Close()
	names := book.Sheets()
	if sheet == "" && len(names) > 0 {
		sheet = names[0]
	}
	if !slices.Contains(names, sheet) {
		return failed(at, "there is no sheet %q: the workbook has %s", sheet, strings.Join(names, ", "))
	}
	r := rows{Columns: columns, row: Row{At: graph.Place{File: file + "#" + sheet}}, use: use, padded: true}
	var used error // which is told from what is wrong with the sheet
	var cells []string
	err = book.Rows(sheet, func(row *xlsx.Row) error {
		if cells = texts(cells[:0], row.Cells); len(cells) > 0 {
			used = r.record(cells, row.Number)
		}
		return used
	})
	switch {
	case used != nil:
		return used
	case err != nil:
		return failed(r.row.At, "the sheet is broken behind this row: %v", err)
	}
	return r.end()
}

// texts gives the cells of a row up to the last that holds something.
func texts(into []string, cells [][]byte) []string {
	last := len(cells)
	for last > 0 && len(cells[last-1]) == 0 {
		last--
	}
	for _, cell := range cells[:last] {
		into = append(into, string(cell))
	}
	return into
}
