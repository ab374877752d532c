package format

import (
	"bufio"
	"io"

	"mapper/graph"
)

// texts is the type of a column with a list of texts in each cell.
const texts = "texts"

// lineColumns are the columns of a graph as one table. What stands behind edge_id is
// known of claims, not of the lines of a map. The dates are as the sources give them;
// first_day and last_day are the days they stand for, both of which count.
var lineColumns = []graph.Column{{Name: "from", Type: "entity"}, {Name: "from_kinds", Type: texts}, {Name: "from_start", Type: "text"}, {Name: "from_end", Type: "text"},
	{Name: "relation", Type: "text"}, {Name: "relation_type", Type: "text"},
	{Name: "to", Type: "entity"}, {Name: "to_kinds", Type: texts}, {Name: "to_start", Type: "text"}, {Name: "to_end", Type: "text"},
	{Name: "start", Type: "text"}, {Name: "end", Type: "text"}, {Name: "status", Type: "status"}, {Name: "claims", Type: "integer"}, {Name: "count", Type: "integer"},
	{Name: "change", Type: "text"}, {Name: "documents", Type: "documents"}, {Name: "edge_id", Type: "text"},
	{Name: "first_day", Type: day}, {Name: "last_day", Type: day}, {Name: "role", Type: "text"}, {Name: "speaker", Type: "entity"},
	{Name: "locator", Type: "text"}, {Name: "phrase", Type: "text"}, {Name: "note", Type: "text"}, {Name: "dataset", Type: "text"}}

// day is the type of a column whose dates are days, whatever the sources' precision.
const day = "day"

// graphTable makes a writer of graphs of one of tables: a row for each edge with both
// its ends, and one with only the left half for each entity that no edge is joined to.
func graphTable(begin func(io.Writer, []graph.Column) (Rows, error)) func(io.Writer, *graph.Flow) error {
	return func(w io.Writer, f *graph.Flow) error {
		out := bufio.NewWriter(w)
		rows, err := begin(out, lineColumns)
		if err != nil {
			return err
		}
		for e, err := range f.Edges {
			if err == nil {
				err = rows.Row(edgeRow(e, f.Words))
			}
			if err != nil {
				return err
			}
		}
		for n, err := range f.Nodes {
			if err == nil && n.Alone {
				err = rows.Row(nodeRow(n, f.Words))
			}
			if err != nil {
				return err
			}
		}
		if err := rows.End(f.Shown); err != nil {
			return err
		}
		return out.Flush()
	}
}

func edgeRow(e *graph.FlowEdge, v *graph.Vocabulary) []any {
	first, last := daysOf(e.Span)
	return []any{e.Source.Ref, kindLabels(v, e.Source.Kinds), known(e.Source.Start), known(e.Source.End),
		relationName(v, e.Relation), e.Relation,
		e.Target.Ref, kindLabels(v, e.Target.Kinds), known(e.Target.Start), known(e.Target.End),
		known(e.Start), known(e.End), string(e.Status), int64(e.Claims), counted(e.Count), known(e.Change), e.Documents, e.ID,
		known(first), known(last), known(e.Role), speakerOf(e), known(e.Locator), known(e.Phrase), known(e.Note), known(e.Dataset)}
}

func nodeRow(n *graph.FlowNode, v *graph.Vocabulary) []any {
	row := make([]any, len(lineColumns))
	row[0], row[1], row[2], row[3], row[15] = graph.Ref{ID: n.ID, Name: n.Name}, kindLabels(v, n.Kinds), known(n.Start), known(n.End), known(n.Change)
	return row
}

// known gives a text, nil for one that is empty.
func known[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func counted(n int) any {
	if n == 0 {
		return nil
	}
	return int64(n)
}

func speakerOf(e *graph.FlowEdge) any {
	if e.Speaker == nil {
		return nil
	}
	return *e.Speaker
}
