package web

import (
	"slices"

	"mapper/graph"
	forms "mapper/graph/format"
	"mapper/web/pages"
)

// bars makes a bar of each row, as long as its share of the largest value.
func bars(a *graph.Answer, x, y int, at graph.Day, words *Words) []Bar {
	var most float64
	for _, row := range a.Rows {
		most = max(most, figure(row[y]))
	}
	status := slices.IndexFunc(a.Columns, func(c graph.Column) bool { return c.Type == "status" })
	bars := []Bar{}
	for _, row := range a.Rows[:min(len(a.Rows), mostBars)] {
		bar := Bar{Label: forms.Text(row[x]), Value: forms.Text(row[y])}
		if refs := graph.Refs(row[x]); len(refs) == 1 && a.Columns[x].Type == "entity" {
			bar.Href = pages.Link(at, "/entities/", refs[0].ID)
		}
		switch a.Columns[x].Type {
		case "relation":
			bar.Label = words.RelationName(bar.Label)
		case "kind":
			bar.Label = words.KindLabel(bar.Label)
		}
		if most > 0 {
			bar.Share = max(0, 100*figure(row[y])/most)
		}
		if status >= 0 {
			bar.Status = graph.Status(forms.Text(row[status]))
		}
		bars = append(bars, bar)
	}
	return bars
}

// figure gives a cell as a number, 0 when it is none.
func figure(cell any) float64 {
	switch v := cell.(type) {
	case int64:
		return float64(v)
	case float64:
		return v
	}
	return 0
}
