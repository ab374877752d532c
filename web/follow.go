package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

// followed answers /map/follow: what the tools of the map do, as a page.
type followed struct {
	atlas
	paths  pathfinder
	search searcher
}

func (f followed) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := f.site.page(r, "map", "Follow the network")
	if err != nil {
		return err
	}
	q := r.URL.Query()
	data := FollowPage{Page: page, Do: q.Get("do"), Of: given(q["of"]), Relations: given(q["relation"])}
	data.Steps, _ = strconv.Atoi(q.Get("steps"))
	status := http.StatusOK
	if len(data.Of) > 0 {
		if err := f.ask(r.Context(), &data); graph.HTTPStatus(err) >= 500 && err != nil {
			return err
		} else if err != nil {
			data.Problem, status = err.Error(), graph.HTTPStatus(err)
		}
	}
	return f.show(w, status, "follow", data)
}

// ask finds what was named, then what was asked of it.
func (f followed) ask(ctx context.Context, data *FollowPage) error {
	if err := f.resolve(ctx, data); err != nil {
		return err
	}
	of := make([]string, len(data.Ends))
	for i, end := range data.Ends {
		of[i] = end.ID
	}
	d, walk := Dated{data.AsAt.String()}, Walked{}
	walk.Dated, walk.Relation = d, data.Relations
	api := paths{f.site, f.paths}
	switch data.Do {
	case "shared":
		found, err := api.shared(ctx, &sharedInput{ID: of, Walked: walk, Limit: 60})
		if err != nil {
			return err
		}
		data.shared(found)
	case "around":
		found, err := api.around(ctx, &aroundInput{ID: of[0], Steps: min(max(data.Steps, 1), 4), Walked: walk, Limit: 60})
		if err != nil {
			return err
		}
		data.around(found)
	default:
		if len(of) > 5 {
			return graph.Errorf(graph.Invalid, "Paths are between two to five entities, and %d are named.", len(of))
		}
		if len(of) < 2 {
			return graph.Errorf(graph.Invalid, "Paths are between two entities at least: name another.")
		}
		found, err := api.find(ctx, &pathsInput{Via: of, Walked: walk, Max: 6})
		if err != nil {
			return err
		}
		data.paths(found)
	}
	return nil
}

// resolve finds the entities that were named, by id or as a search would.
func (f followed) resolve(ctx context.Context, data *FollowPage) error {
	there, err := f.graph.Map(ctx, graph.MapQuery{Show: data.Of[:min(len(data.Of), 10)], Filter: graph.Filter{Limit: 10}})
	if err != nil {
		return err
	}
	for _, text := range data.Of {
		if i := slices.IndexFunc(there.Nodes, func(n graph.Node) bool { return n.ID == text }); i >= 0 {
			data.Ends = append(data.Ends, there.Nodes[i].Ref)
			continue
		}
		hits, err := f.search.Search(ctx, graph.SearchQuery{Text: text, Limit: 1})
		if err != nil {
			return err
		}
		if len(hits.Items) == 0 {
			return graph.Errorf(graph.NotFound, "Nothing is called “%s”: give a name, an abbreviation or a code.", text)
		}
		data.Ends = append(data.Ends, hits.Items[0].Ref)
	}
	return nil
}

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
