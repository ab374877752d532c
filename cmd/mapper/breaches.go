package main

import (
	"strings"

	"mapper/graph"
	"mapper/graph/format"
)

// breach is one row of a rule in words, with the entities and claims in it.
type breach struct {
	text     string
	entities []graph.Ref
	claims   []graph.ClaimRef
}

// breaches reads the rows of a rule, whatever its columns are.
func (j judged) breaches() []breach {
	all := make([]breach, len(j.Breaches.Rows))
	for i, row := range j.Breaches.Rows {
		var words []string
		for n, column := range j.Breaches.Columns {
			if text := format.Text(row[n]); text != "" {
				words = append(words, strings.ReplaceAll(column.Name, "_", " ")+": "+text)
			}
			if strings.HasPrefix(column.Type, "entit") {
				all[i].entities = append(all[i].entities, graph.Refs(row[n])...)
			}
			if claims, ok := row[n].([]graph.ClaimRef); ok {
				all[i].claims = append(all[i].claims, claims...)
			}
		}
		all[i].text = strings.Join(words, "; ")
	}
	return all
}

// breachTable has a row for each breach of any rule.
func breachTable(all []judged) graph.Table {
	t := graph.Table{Columns: []graph.Column{{Name: "rule", Type: "text"}, {Name: "severity", Type: "text"}, {Name: "breach", Type: "text"}, {Name: "entities", Type: "entities"}, {Name: "claims", Type: "claims"}}}
	for _, one := range all {
		for _, b := range one.breaches() {
			t.Rows = append(t.Rows, []any{one.Name, one.Severity, b.text, b.entities, b.claims})
		}
		t.Total += one.Breaches.Total
	}
	t.Shown.Shown = len(t.Rows)
	return t
}
