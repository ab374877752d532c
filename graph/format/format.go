// Package format writes answers and graphs in the forms people take them away in.
// Answers is the one list of these forms; the command line, the API and the pages
// offer what stands there. Everything is written as it comes, row by row.
package format

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"mapper/graph"
)

// Format is one form. Its name is the same on the command line (--format), in the API
// (?format=) and in the addresses of the pages.
type Format struct {
	Name       string
	Label      string // what a person reads
	Media      string // media type, with the character set where it is a text
	Extension  string // of a file's name, without the dot
	NeedsGraph bool   // it is written of nodes and edges: a mere table has none
	Unlisted   bool   // for those who know its name; no page offers it
	Lines      bool   // it can be written of the lines of a map, behind each of which several claims may stand
	rows       func(io.Writer, []graph.Column) (Rows, error)
	graph      func(io.Writer, *graph.Flow) error
}

// Rows takes the rows of an answer, one at a time, each with the cells of its columns.
type Rows interface {
	// Row writes one row; the cells are not kept.
	Row(cells []any) error
	// End finishes what was written; shown says how many rows there were.
	End(shown graph.Shown) error
}

// Answers are all formats of an answer. The first that is listed is what a program
// wants that does not say.
var Answers = []Format{
	{Name: "json", Label: "JSON", Media: "application/json", Extension: "json", Lines: true, rows: newJSON, graph: graphJSON},
	{Name: "csv", Label: "CSV", Media: "text/csv; charset=utf-8", Extension: "csv", Lines: true, rows: newCSV, graph: graphTable(newCSV)},
	{Name: "ndjson", Label: "NDJSON", Media: "application/x-ndjson", Extension: "ndjson", Lines: true, rows: newNDJSON, graph: graphNDJSON},
	{Name: "parquet", Label: "Parquet", Media: "application/vnd.apache.parquet", Extension: "parquet", Lines: true, rows: newParquet, graph: graphTable(newParquet)},
	{Name: "xlsx", Label: "Excel", Media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Extension: "xlsx", Lines: true, rows: newXLSX, graph: graphTable(newXLSX)},
	{Name: "graphml", Label: "GraphML", Media: "application/graphml+xml", Extension: "graphml", NeedsGraph: true, Lines: true, graph: GraphML},
	{Name: "gexf", Label: "GEXF (Gephi)", Media: "application/gexf+xml", Extension: "gexf", NeedsGraph: true, Lines: true, graph: GEXF},
	{Name: "jsongraph", Label: "JSON Graph", Media: "application/vnd.jgf+json", Extension: "jgf.json", NeedsGraph: true, Lines: true, graph: jsonGraph},
	{Name: "cypher", Label: "Cypher script", Media: "application/x-cypher-query; charset=utf-8", Extension: "cypher", NeedsGraph: true, graph: cypherScript},
	{Name: "ftm", Label: "FollowTheMoney", Media: "application/x-ndjson", Extension: "ftm.json", NeedsGraph: true, graph: followTheMoney},
	{Name: "csv-raw", Label: "CSV as it is", Media: "text/csv; charset=utf-8", Extension: "csv", Unlisted: true, Lines: true, rows: newRawCSV, graph: graphTable(newRawCSV)},
	{Name: "table", Label: "Table", Media: "text/plain; charset=utf-8", Extension: "txt", Unlisted: true, rows: newTable},
}

// Graphs are the formats that nodes and edges can be written in.
func Graphs() []Format {
	return slices.DeleteFunc(slices.Clone(Answers), func(f Format) bool { return f.graph == nil })
}

// Graph writes a graph as it comes.
func (f Format) Graph(w io.Writer, of *graph.Flow) error {
	if f.graph == nil {
		return graph.Errorf(graph.Invalid, "%s is no format of graphs: choose one of %s", f.Label, strings.Join(Names(Graphs()), ", "))
	}
	return f.graph(w, of)
}

// Tables are the formats that a table without nodes and edges can be written in.
func Tables() []Format {
	return slices.DeleteFunc(slices.Clone(Answers), func(f Format) bool { return f.rows == nil })
}

// Names lists the names of formats.
func Names(formats []Format) []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return names
}

// Find gives a format by its name; the error says which there are.
func Find(name string) (Format, error) {
	for _, f := range Answers {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, graph.Errorf(graph.Invalid, "There is no format %q; there are %s.", name, strings.Join(Names(Answers), ", "))
}

// Begin starts an answer with these columns. Of a format that needs a graph it gives an
// error: see NeedsGraph.
func (f Format) Begin(w io.Writer, columns []graph.Column) (Rows, error) {
	if f.rows == nil {
		return nil, graph.Errorf(graph.Invalid, "%s is a format of graphs, and this answer is a table: choose one of %s", f.Label, strings.Join(Names(Tables()), ", "))
	}
	return f.rows(w, columns)
}

// Rows writes the rows that a function hands on, as they come.
func (f Format) Rows(w io.Writer, columns []graph.Column, each func(use func(cells []any) error) error) error {
	out := bufio.NewWriter(w)
	rows, err := f.Begin(out, columns)
	if err != nil {
		return err
	}
	n := 0
	err = each(func(cells []any) error {
		n++
		return rows.Row(cells)
	})
	if err != nil {
		return err
	}
	return firstError(rows.End(graph.Shown{Shown: n, Total: n}), out.Flush())
}

// Write writes a whole table in the format of that name.
func Write(w io.Writer, name string, t graph.Table) error {
	f, err := Find(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	rows, err := f.Begin(out, typedBy(t))
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		if err := rows.Row(row); err != nil {
			return err
		}
	}
	if err := rows.End(t.Shown); err != nil {
		return err
	}
	return out.Flush()
}
