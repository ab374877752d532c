package workbook

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"mapper/graph"
	"mapper/graph/source"
)

// row is one row under a header.
type row struct {
	at     graph.Place
	sheet  string
	header []string
	cells  []string
}

// raw gives a cell with its line ends; "" when the row or the sheet has none.
func (r row) raw(column string) string {
	if i := slices.Index(r.header, column); i >= 0 && i < len(r.cells) {
		return strings.TrimSpace(r.cells[i])
	}
	return ""
}

// text gives a cell in one line.
func (r row) text(column string) string { return source.Clean(r.raw(column)) }

// date gives a cell that holds a day, as Excel counts days.
func (r row) date(column string) graph.Date {
	days, err := strconv.ParseFloat(r.raw(column), 64)
	if err != nil {
		return ""
	}
	day, err := excelize.ExcelDateToTime(days, false)
	if err != nil {
		return ""
	}
	return graph.Date(day.Format(time.DateOnly))
}

// locator says where in the workbook a claim stands.
func (r row) locator() string { return "sheet " + r.sheet + ", row " + strconv.Itoa(r.at.Line) }

// compactDate reads YYYYMMDD; anything else is an unknown date.
func compactDate(text string) graph.Date {
	day, err := time.Parse("20060102", text)
	if err != nil {
		return ""
	}
	return graph.Date(day.Format(time.DateOnly))
}
