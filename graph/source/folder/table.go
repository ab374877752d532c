package folder

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"mapper/graph"
)

// table is one CSV file on its way out; only columns that hold something, and
// those a file must have, are written.
type table struct {
	columns columns
	rows    [][]string
	bad     string // a list item that would read back as two
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) list(items []string) string {
	for _, item := range items {
		if strings.Contains(item, "|") {
			t.bad = item
		}
	}
	return strings.Join(items, "|")
}

func (t *table) text() ([]byte, error) {
	if t.bad != "" {
		return nil, graph.Errorf(graph.Invalid, "%q cannot stand in a list: a bar parts the items", t.bad)
	}
	var kept []int
	for i := range t.columns.names {
		used := i < t.columns.must
		for _, row := range t.rows {
			used = used || row[i] != ""
		}
		if used {
			kept = append(kept, i)
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, row := range append([][]string{t.columns.names}, t.rows...) {
		cells := make([]string, len(kept))
		for i, column := range kept {
			cells[i] = row[column]
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func codes(e graph.Entity) []string {
	var texts []string
	for _, c := range e.Codes {
		texts = append(texts, c.String())
	}
	return texts
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}
