package web

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"mapper/graph"
)

// found keeps what was found, with the address of its map.
func (p *FollowPage) found(g graph.Subgraph) map[string]graph.Ref {
	p.Found = &g
	query, refs := url.Values{}, map[string]graph.Ref{}
	for _, n := range g.Nodes {
		refs[n.ID] = n.Ref
		query.Add("show", n.ID)
	}
	for _, relation := range p.Relations {
		query.Add("relation", relation)
	}
	if !p.AsAt.IsZero() {
		query.Set("as_at", p.AsAt.String())
	}
	p.Href = "/map?" + query.Encode()
	return refs
}

func (p *FollowPage) paths(found *graph.Paths) {
	refs := p.found(found.Subgraph)
	for _, path := range found.Paths {
		trail := []Hop{{To: refs[path[0]]}}
		for i, id := range path[1:] {
			trail = append(trail, Hop{phraseOf(p.Words, found.Edges, path[i], id, p.Relations), refs[id]})
		}
		p.Trails = append(p.Trails, trail)
	}
	p.Says = fmt.Sprintf("%d shortest paths", len(found.Paths))
	if len(found.Paths) == 1 {
		p.Says = "One shortest path"
	}
	var apart []string
	for _, pair := range found.Pairs {
		if pair.Paths == 0 {
			apart = append(apart, p.nameOf(pair.From)+" and "+p.nameOf(pair.To))
		}
	}
	if len(apart) > 0 {
		p.Says += "; none of at most 6 steps between " + strings.Join(apart, ", ")
	}
	p.Says += "."
}

func (p *FollowPage) shared(found *graph.Common) {
	refs := p.found(found.Subgraph)
	for _, s := range found.Shared {
		one := Sharing{What: refs[s.ID]}
		for _, id := range s.With {
			one.With = append(one.With, refs[id])
		}
		p.Shared = append(p.Shared, one)
	}
	p.Says = fmt.Sprintf("%d are joined to at least two of them.", len(found.Shared))
}

func (p *FollowPage) around(found *graph.Around) {
	p.found(found.Subgraph)
	var steps []string
	for _, s := range found.Steps {
		least := ""
		if s.AtLeast {
			least = "at least "
		}
		steps = append(steps, fmt.Sprintf("%s%d by step %d", least, s.Total, s.Step))
	}
	p.Says = "Reached from " + p.Ends[0].Name + ": " + strings.Join(steps, ", ") + "."
}

func (p *FollowPage) nameOf(id string) string {
	for _, end := range p.Ends {
		if end.ID == id {
			return end.Name
		}
	}
	return id
}

// phraseOf says by which relations two entities are joined on a path, read from the
// first: those that were asked for, else all but speech, and none that is denied.
func phraseOf(w *Words, edges []graph.Edge, from, to string, asked []string) string {
	var phrases []string
	for _, e := range edges {
		r := w.Relation(e.Relation)
		switch {
		case r == nil, e.Status == graph.Denied, r.Speech && !slices.Contains(asked, r.Type):
		case e.From == from && e.To == to:
			phrases = append(phrases, r.Forward)
		case e.From == to && e.To == from:
			phrases = append(phrases, r.Backward)
		}
	}
	return strings.Join(phrases, ", ")
}
