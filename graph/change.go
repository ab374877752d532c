package graph

import "slices"

// Difference compares the days From and To by what stood on each.
type Difference struct {
	From, To  Day
	Renamed   map[string]bool // ids of entities that are one body under two names
	Succeeded map[string]bool // ids of entities that another took over from
}

// Of says what became of an entity that lived through the span.
func (d Difference) Of(id string, span Span) Change {
	was, is := AsAt(span, d.From), AsAt(span, d.To)
	switch {
	case d.Renamed[id]:
		return Renamed
	case d.Succeeded[id] && was:
		return Succeeded
	}
	return between(was, is)
}

func between(was, is bool) Change {
	switch {
	case is && !was:
		return Came
	case was && !is:
		return Went
	}
	return ""
}

// Edges bundles the claims of both days, and the successions between them, and says
// what became of each edge. One stands on a day when one of its claims does.
func (d Difference) Edges(was, is, successions []Evidence, v *Vocabulary) []Edge {
	before, after := lines(was, v), lines(is, v)
	told := map[line]Change{}
	for _, s := range successions {
		told[lineBy(s, v)] = Succeeded
		if d.Renamed[s.From.ID] {
			told[lineBy(s, v)] = Renamed
		}
	}
	edges := Bundle(Distinct(slices.Concat(was, is, successions)), v)
	for i, e := range edges {
		if edges[i].Change = told[lineOf(e)]; edges[i].Change == "" {
			edges[i].Change = between(before[lineOf(e)], after[lineOf(e)])
		}
	}
	return edges
}

// Count notes how many of each change a picture shows.
func (c *Comparison) Count(g Subgraph) {
	for _, n := range g.Nodes {
		c.count(n.Change)
	}
	for _, e := range g.Edges {
		c.countEdge(e.Change)
	}
}

// count notes what became of an entity.
func (c *Comparison) count(change Change) {
	switch change {
	case Came:
		c.Came++
	case Went:
		c.Went++
	case Renamed:
		c.Renamed++
	case Succeeded:
		c.Succeeded++
	}
}

// countEdge notes what became of an edge.
func (c *Comparison) countEdge(change Change) {
	switch change {
	case Came:
		c.EdgesCame++
	case Went:
		c.EdgesWent++
	}
}

// Distinct leaves of equal claims the first.
func Distinct(claims []Evidence) []Evidence {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(claims), func(c Evidence) bool {
		again := seen[c.ID]
		seen[c.ID] = true
		return again
	})
}

// line is what two edges have in common that are one line on a map.
type line struct{ from, relation, to string }

func lineOf(e Edge) line { return line{e.From, e.Relation, e.To} }

// lineBy gives the line that a claim is drawn by.
func lineBy(c Evidence, v *Vocabulary) line {
	l := line{c.From.ID, c.Relation, c.To.ID}
	if r := v.Relation(c.Relation); r != nil && r.Symmetric && l.from > l.to {
		l.from, l.to = l.to, l.from
	}
	return l
}

func lines(claims []Evidence, v *Vocabulary) map[line]bool {
	all := map[line]bool{}
	for _, c := range claims {
		all[lineBy(c, v)] = true
	}
	return all
}

// Gather gives the claims behind each edge, by the edge's id. The edges are those that
// the claims bundle into.
func Gather(edges []Edge, claims []Evidence, v *Vocabulary) map[string][]Evidence {
	at := map[line]string{}
	for _, e := range edges {
		at[lineOf(e)] = e.ID
	}
	behind := map[string][]Evidence{}
	for _, c := range claims {
		if id, shown := at[lineBy(c, v)]; shown {
			behind[id] = append(behind[id], c)
		}
	}
	return behind
}

// Behind gives the ids of the documents behind each edge, in order, by the edge's id.
func Behind(edges []Edge, claims []Evidence, v *Vocabulary) map[string][]string {
	behind := map[string][]string{}
	for id, all := range Gather(edges, claims, v) {
		for _, c := range all {
			behind[id] = append(behind[id], c.Document.ID)
		}
		slices.Sort(behind[id])
		behind[id] = slices.Compact(behind[id])
	}
	return behind
}
