package main

import (
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"

	"mapper/graph"
)

// makeWorkbook writes a world as a workbook with the sheets of a dataset, as much of
// it as fits: a sheet has 1,048,576 rows.
func makeWorkbook(path string, scale float64) error {
	w := newWorld(scale, seed, 1)
	book := excelize.NewFile()
	defer book.Close()
	about := w.About()
	err := errors.Join(
		sheet(book, "dataset", []any{"key", "value"}, func(row func(...any) error) error {
			return errors.Join(row("id", about.ID), row("title", about.Title), row("release", about.Release))
		}),
		sheet(book, "documents", []any{"id", "title", "published"}, func(row func(...any) error) error {
			return w.EachDocument(func(d *graph.Document) error { return row(d.ID, d.Title, string(d.Published)) })
		}),
		sheet(book, "entities", []any{"id", "name", "kinds", "codes", "start"}, func(row func(...any) error) error {
			return w.EachEntity(func(e *graph.Entity) error {
				code := ""
				for _, c := range e.Codes {
					code = c.String()
				}
				return row(e.ID, e.Name, strings.Join(e.Kinds, "|"), code, string(e.Start))
			})
		}),
		sheet(book, "claims", []any{"id", "from", "relation", "to", "status", "document", "start", "end", "role", "locator"}, func(row func(...any) error) error {
			return w.EachClaim(func(c *graph.Claim) error {
				return row(c.ID, c.From, c.Relation, c.To, string(c.Status), c.Document, string(c.Start), string(c.End), c.Role, c.Locator)
			})
		}))
	if err != nil {
		return err
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return book.SaveAs(path)
}

// sheet writes one sheet, row by row.
func sheet(book *excelize.File, name string, header []any, rows func(row func(...any) error) error) error {
	if _, err := book.NewSheet(name); err != nil {
		return err
	}
	out, err := book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	number := 0
	row := func(values ...any) error {
		number++
		cell, err := excelize.CoordinatesToCellName(1, number)
		if err != nil {
			return err
		}
		return out.SetRow(cell, values)
	}
	if err := row(header...); err != nil {
		return err
	}
	if err := rows(row); err != nil {
		return err
	}
	return out.Flush()
}
