package web

import (
	"context"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"

	"mapper/graph"
	forms "mapper/graph/format"
)

// Pack is an evidence pack that is to be made.
type Pack struct {
	Map     graph.MapQuery
	Title   string
	SVG     string // the picture; "" for none
	Address string // of the map, absolute; "" where it has none
}

// WritePack makes an evidence pack without a server, just as POST /map/pack does.
func WritePack(ctx context.Context, to io.Writer, o Options, p Pack) error {
	if err := p.check(); err != nil {
		return err
	}
	s := newSite(o.withDefaults())
	now, err := s.words.now(ctx)
	if err != nil {
		return err
	}
	data, err := atlas{s, o.Graph, o.Graph}.packed(ctx, Page{Title: p.Title, Version: s.version, Words: &Words{now.vocabulary}}, p)
	if err != nil {
		return err
	}
	return s.render(to, "pack", data)
}

func (p Pack) check() error {
	if len(p.Title) > 300 {
		return graph.Errorf(graph.Invalid, "title: it is longer than 300 bytes.")
	}
	return checkSVG(p.SVG)
}

// packed gathers what a pack shows.
func (m atlas) packed(ctx context.Context, page Page, p Pack) (PackPage, error) {
	page.AsAt = p.Map.AsAt
	data := PackPage{Page: page, Made: time.Now().UTC(), Address: p.Address, Narrowed: narrowed(p.Map, page.Words)}
	if p.SVG != "" {
		data.Picture = template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(p.SVG))) // #nosec G203 -- base64
	}
	var err error
	if data.Proof, err = m.graph.Proof(ctx, p.Map, 0, packClaims); err != nil {
		return data, err
	}
	data.Map = forms.Filled(data.Proof.Map)
	data.Lines = packLines(data.Map, data.Proof.Items, page.Words)
	return data, nil
}

// packLines gives each line of a map its claims.
func packLines(g graph.Subgraph, claims []graph.Evidence, w *Words) []PackLine {
	names := map[string]string{}
	for _, n := range g.Nodes {
		names[n.ID] = n.Name
	}
	behind := graph.Gather(g.Edges, claims, w.Vocabulary)
	lines := make([]PackLine, len(g.Edges))
	for i, e := range g.Edges {
		lines[i] = PackLine{e, names[e.From], names[e.To], w.Forward(e.Relation), behind[e.ID]}
	}
	return lines
}

// narrowed says in words what narrows a map.
func narrowed(q graph.MapQuery, w *Words) []string {
	var all []string
	say := func(what string, values []string) {
		if len(values) > 0 {
			all = append(all, what+": "+strings.Join(values, ", "))
		}
	}
	each := func(values []string, name func(string) string) []string {
		named := make([]string, len(values))
		for i, v := range values {
			named[i] = name(v)
		}
		return named
	}
	say("Only the relations", each(q.Relations, w.RelationName))
	say("Only the kinds", each(q.Kinds, w.KindLabel))
	var statuses []string
	for _, s := range q.Statuses {
		statuses = append(statuses, s.Words())
	}
	say("Only what is", statuses)
	say("Only the documents", q.Documents)
	say("Hidden", q.Hide)
	if q.Links > 0 {
		all = append(all, fmt.Sprintf("Only bodies joined to at least %d of those shown", q.Links))
	}
	return all
}
