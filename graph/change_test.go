package graph

import (
	"fmt"
	"slices"
	"testing"
)

func TestLinkedFallsLikeDominoes(t *testing.T) {
	// a ring of three with a chain of three hanging from it, and a body with a line to itself
	var nodes []Node
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "self"} {
		nodes = append(nodes, Node{Ref: Ref{ID: id}})
	}
	var edges []Edge
	for _, e := range []string{"ab", "bc", "ca", "cd", "de", "ef", "ab"} {
		edges = append(edges, Edge{ID: e, From: e[:1], To: e[1:]})
	}
	edges = append(edges, Edge{ID: "self", From: "self", To: "self"})
	for links, want := range map[int][2]int{0: {7, 8}, 1: {6, 7}, 2: {3, 4}, 3: {0, 0}} {
		n, e := Linked(nodes, edges, links)
		if len(n) != want[0] || len(e) != want[1] {
			t.Errorf("%d links: %d nodes and %d edges, want %v", links, len(n), len(e), want)
		}
	}
	if n, e := Without(nodes, edges, []string{"c", "nobody"}); len(n) != 6 || len(e) != 5 {
		t.Errorf("without c: %d, %d", len(n), len(e))
	}
	if len(nodes) != 7 || len(edges) != 8 || nodes[2].ID != "c" {
		t.Error("the picture itself was changed")
	}
}

func TestNearestGoesByDegree(t *testing.T) {
	var nodes []Node
	for id, degree := range map[string]int{"s": 1, "a": 9, "b": 2, "far": 50, "apart": 99} {
		nodes = append(nodes, Node{Ref: Ref{ID: id}, Degree: degree})
	}
	edges := []Edge{{From: "s", To: "a"}, {From: "b", To: "s"}, {From: "b", To: "far"}, {From: "a", To: "gone"}}
	for limit, want := range map[int]string{1: "[s]", 2: "[s a]", 3: "[s a b]", 9: "[s a b far]"} {
		if got := fmt.Sprint(Nearest("s", nodes, edges, limit)); got != want {
			t.Errorf("%d: %s, want %s", limit, got, want)
		}
	}
}

func TestDifferenceOf(t *testing.T) {
	from, _ := ParseDay("2012-01-01")
	to, _ := ParseDay("2018-01-01")
	d := Difference{From: from, To: to, Renamed: map[string]bool{"r": true}, Succeeded: map[string]bool{"s": true, "later": true}}
	for _, tt := range []struct {
		id   string
		span Span
		want Change
	}{
		{"x", Span{}, ""}, {"x", Span{Start: "2015"}, Came}, {"x", Span{End: "2015"}, Went}, {"x", Span{Start: "2012-01-01", End: "2018"}, ""},
		{"x", Span{Start: "2012-01-02"}, Came}, {"x", Span{End: "2018-01-01"}, Went}, {"s", Span{End: "2015"}, Succeeded}, {"s", Span{}, Succeeded},
		{"r", Span{Start: "2015"}, Renamed}, {"later", Span{Start: "2013"}, Came},
	} {
		if got := d.Of(tt.id, tt.span); got != tt.want {
			t.Errorf("%s %v: %q, want %q", tt.id, tt.span, got, tt.want)
		}
	}
}

func TestKindsCalled(t *testing.T) {
	v := Standard()
	for word, want := range map[string][]string{
		"acute trust": {"AcuteTrust"}, " ACUTE  trusts ": {"AcuteTrust"}, "AcuteTrust": {"AcuteTrust"}, "": nil, "trus": nil, "people": {"Person"},
	} {
		if got := v.KindsCalled(word); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
	if got := v.KindsCalled("trust"); len(got) < 5 || !slices.Contains(got, "NHSTrust") || slices.Contains(got, "Provider") {
		t.Errorf("trust: %v", got)
	}
	if got := v.Among([]string{"Provider", "Person"}, "AcuteTrust"); !slices.Equal(got, []string{"AcuteTrust"}) {
		t.Errorf("among: %v", got)
	}
}
