package web

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"mapper/graph"
	forms "mapper/graph/format"
)

// Bounds on an evidence pack.
const (
	packBody   = 16 << 20 // the picture of a large map is some megabytes
	packClaims = 5000
)

// PackRequest is what an evidence pack is made from.
type PackRequest struct {
	Query string `json:"query"` // of the map's address
	SVG   string `json:"svg"`   // the picture; "" for none
	Title string `json:"title"`
}

// pack is POST /map/pack: a page that stands alone, with the picture, the table, the
// outline, the sources and the question, to be kept as a file.
func (m atlas) pack(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	in, err := packOf(r)
	if err != nil {
		return err
	}
	values, err := url.ParseQuery(strings.TrimPrefix(in.Query, "?"))
	if err != nil {
		return graph.Errorf(graph.Invalid, "query: write it as it stands in the address of the map, after ?.").Because(err)
	}
	choice, err := choiceOf(values)
	if err != nil {
		return err
	}
	q, err := m.query(r.Context(), choice, overview)
	if err != nil {
		return err
	}
	page, err := m.site.page(r, "map", in.Title)
	if err != nil {
		return err
	}
	data, err := m.packed(r.Context(), page, Pack{q, in.Title, in.SVG, address(r, in.Query)})
	if err != nil {
		return err
	}
	name := mime.FormatMediaType("attachment", map[string]string{"filename": "evidence-" + fileName(q) + ".html"})
	w.Header().Set("Content-Disposition", name)
	return m.show(w, http.StatusOK, "pack", data)
}

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

// packOf reads the request, which a form or a program sent.
func packOf(r *http.Request) (*PackRequest, error) {
	in := &PackRequest{}
	if sentJSON(r) {
		decoder := json.NewDecoder(r.Body)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(in); err != nil {
			return nil, bodyProblem(err, "The body is not JSON with query, svg and title.")
		}
	} else {
		if err := r.ParseForm(); err != nil {
			return nil, bodyProblem(err, "The form cannot be read.")
		}
		in.Query, in.SVG, in.Title = r.PostForm.Get("query"), r.PostForm.Get("svg"), r.PostForm.Get("title")
	}
	if in.Title = strings.TrimSpace(in.Title); in.Title == "" {
		in.Title = "Map of relationships"
	}
	return in, Pack{Title: in.Title, SVG: in.SVG}.check()
}

func sentJSON(r *http.Request) bool {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return media == "application/json"
}

// bodyProblem keeps the error of a body that is too long.
func bodyProblem(err error, message string) error {
	if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
		return err
	}
	return graph.Errorf(graph.Invalid, "%s", message).Because(err)
}

// address gives the absolute address of a map.
func address(r *http.Request, query string) string {
	u := url.URL{Scheme: "http", Host: r.Host, Path: "/map", RawQuery: strings.TrimPrefix(query, "?")}
	if r.TLS != nil {
		u.Scheme = "https"
	}
	return u.String()
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
