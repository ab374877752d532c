package web

import (
	"testing"

	"mapper/graph"
)

func TestTimeline(t *testing.T) {
	a := &graph.Answer{Table: graph.Table{
		Columns: []graph.Column{{Name: "body", Type: "entity"}, {Name: "life", Type: "span"}, {Name: "status", Type: "status"}},
		Rows: [][]any{
			{graph.Ref{ID: "a", Name: "A"}, "2000..2009", "stated"}, // half of the twenty years
			{graph.Ref{ID: "b", Name: "B"}, "2010..", "planned"},    // the other half
			{graph.Ref{ID: "c", Name: "C"}, "..2019", "opinion"},    // all of it
			{graph.Ref{ID: "d", Name: "D"}, "", "stated"},           // no date: not drawn
			{graph.Ref{ID: "e", Name: "E"}, nil, "stated"},
		},
	}}
	line := timeline(a, 0, 1, graph.Day{})
	if len(line.Stretches) != 3 || line.Years[0].Year != "2000" || line.Years[0].At != 0 {
		t.Fatalf("%+v", line)
	}
	for i, want := range []Stretch{{From: 0, Width: 50}, {From: 50, Width: 50}, {From: 0, Width: 100}} {
		got := line.Stretches[i]
		if near := func(x, y float64) bool { return x-y < 0.1 && y-x < 0.1 }; !near(got.From, want.From) || !near(got.Width, want.Width) || got.Href == "" {
			t.Errorf("%s: from %.1f, width %.1f; want %.0f and %.0f", got.Label, got.From, got.Width, want.From, want.Width)
		}
	}
	a.Rows = a.Rows[3:]
	if timeline(a, 0, 1, graph.Day{}) != nil {
		t.Error("a timeline without dates is drawn")
	}
}

func TestAnsweredLeavesTheLinesOfTheAnswer(t *testing.T) {
	g := graph.Subgraph{Edges: []graph.Edge{{ID: "d:1"}, {ID: "d:2"}}}
	a := &graph.Answer{Table: graph.Table{Rows: [][]any{{[]graph.ClaimRef{{ID: "d:2"}, {ID: "d:3"}}}}}}
	if got := answered(g, a); len(got.Edges) != 1 || got.Edges[0].ID != "d:2" || len(g.Edges) != 2 {
		t.Errorf("%+v", got.Edges)
	}
	if got := answered(g, &graph.Answer{}); len(got.Edges) != 2 {
		t.Errorf("an answer without claims takes lines away: %+v", got.Edges)
	}
}
