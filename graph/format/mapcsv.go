package format

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"mapper/graph"
)

// mapHeader are the columns of a map in CSV.
var mapHeader = []string{"from", "from_id", "from_kinds", "from_start", "from_end", "relation", "relation_type",
	"to", "to_id", "to_kinds", "to_start", "to_end", "start", "end", "status", "claims", "count", "change", "documents", "documents_id", "edge_id"}

// MapCSV writes a map as CSV: a row for each line with both its ends, and one with only
// the left half for each entity that no line is joined to.
func MapCSV(w io.Writer, m *graph.Taken) error {
	out := csv.NewWriter(w)
	rows := [][]string{mapHeader}
	nodes, joined := byID(m.Nodes), map[string]bool{}
	titles := titles(m.Documents)
	for _, e := range m.Edges {
		joined[e.From], joined[e.To] = true, true
		row := append(end(nodes[e.From], m.Words), relationName(m.Words, e.Relation), e.Relation)
		row = append(row, end(nodes[e.To], m.Words)...)
		row = append(row, string(e.Start), string(e.End), string(e.Status), strconv.Itoa(e.Claims), orNothing(e.Count), string(e.Change),
			strings.Join(named(m.Behind[e.ID], titles), "|"), strings.Join(m.Behind[e.ID], "|"), e.ID)
		rows = append(rows, row)
	}
	for _, n := range m.Nodes {
		if !joined[n.ID] {
			row := append(end(n, m.Words), make([]string, len(mapHeader)-5)...)
			row[17] = string(n.Change)
			rows = append(rows, row)
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func end(n graph.Node, v *graph.Vocabulary) []string {
	return []string{n.Name, n.ID, strings.Join(kindLabels(v, n.Kinds), "|"), string(n.Start), string(n.End)}
}

func byID(nodes []graph.Node) map[string]graph.Node {
	all := make(map[string]graph.Node, len(nodes))
	for _, n := range nodes {
		all[n.ID] = n
	}
	return all
}

func titles(documents []graph.Cited) map[string]string {
	all := map[string]string{}
	for _, d := range documents {
		all[d.ID] = d.Title
	}
	return all
}

// named gives the titles of documents, the id where there is none.
func named(ids []string, titles map[string]string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		if names[i] = titles[id]; names[i] == "" {
			names[i] = id
		}
	}
	return names
}

func kindLabels(v *graph.Vocabulary, kinds []string) []string {
	labels := make([]string, len(kinds))
	for i, name := range kinds {
		labels[i] = name
		if k := v.Kind(name); k != nil {
			labels[i] = k.Label
		}
	}
	return labels
}

func relationName(v *graph.Vocabulary, typ string) string {
	if r := v.Relation(typ); r != nil {
		return r.Name
	}
	return typ
}

func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
