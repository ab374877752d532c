package pages

import (
	"cmp"
	"slices"
	"strings"

	"mapper/graph"
)

// Branch is a body with its lines, as an outline has them.
type Branch struct {
	Node  graph.Node
	Lines []Leaf
}

// Leaf is a line read from one of its ends.
type Leaf struct {
	Phrase string
	Other  graph.Node
	Edge   graph.Edge
}

// outline lists the bodies of a map by name, each with all its lines.
func outline(m any, v *graph.Vocabulary) []Branch {
	g, _ := m.(graph.Subgraph)
	if p, ok := m.(*graph.Subgraph); ok && p != nil {
		g = *p
	}
	byID := nodes(g.Nodes)
	lines := map[string][]Leaf{}
	for _, e := range g.Edges {
		forward, backward := e.Relation, e.Relation
		if r := v.Relation(e.Relation); r != nil {
			forward, backward = r.Forward, r.Backward
		}
		lines[e.From] = append(lines[e.From], Leaf{forward, byID[e.To], e})
		if e.To != e.From {
			lines[e.To] = append(lines[e.To], Leaf{backward, byID[e.From], e})
		}
	}
	branches := make([]Branch, 0, len(g.Nodes))
	for _, n := range g.Nodes {
		slices.SortStableFunc(lines[n.ID], func(a, b Leaf) int {
			return cmp.Or(cmp.Compare(a.Phrase, b.Phrase), byName(a.Other, b.Other))
		})
		branches = append(branches, Branch{n, lines[n.ID]})
	}
	slices.SortStableFunc(branches, func(a, b Branch) int { return byName(a.Node, b.Node) })
	return branches
}

func byName(a, b graph.Node) int {
	return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.ID, b.ID))
}

// changeLabels say what became of something between two days.
var changeLabels = map[graph.Change]string{
	graph.Came: "Came", graph.Went: "Went", graph.Renamed: "Renamed", graph.Succeeded: "Succeeded",
}
