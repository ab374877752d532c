package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

// index is /views: every view, with its answer in words where it needs nothing
// that only the reader knows.
func (v views) index(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := v.site.page(r, "views", "Questions")
	if err != nil {
		return err
	}
	questions, err := v.live.of(r.Context(), v.views, page.AsAt)
	if err != nil {
		return err
	}
	return v.show(w, http.StatusOK, "views", ViewsPage{page, questions})
}

// page is /views/{name}: the form and, once it has what it needs, the answer. A
// wrong parameter is shown with the form, where it can be put right.
func (v views) page(w http.ResponseWriter, r *http.Request, params gin.Params) error {
	i := slices.IndexFunc(v.views, func(s *cypher.Statement) bool { return s.Name == params.ByName("name") })
	if i < 0 {
		return graph.Errorf(graph.NotFound, "There is no view %q; /views lists them.", params.ByName("name"))
	}
	view, query, status := v.views[i], r.URL.Query(), http.StatusOK
	page, err := v.site.page(r, "views", view.Title)
	if err != nil && (graph.KindOf(err) != graph.Invalid || view.Param("as_at") == nil) {
		return err
	}
	if page.Words == nil { // the day was wrong, which the view is about to say
		page.Words = &Words{v.words.known()}
	}
	data := ViewPage{Page: page, View: view, Values: valuesOf(view, query), Formats: downloads(view, query)}
	if len(view.Missing(data.Values)) == 0 {
		data.Answer, err = v.ask(r.Context(), view, data.Values)
	}
	if p := problemFor(err); p != nil {
		data.Answer, data.Problem, status = nil, p.logged(r.Context()).Detail, p.Status
	} else if err != nil {
		return err
	}
	if err := v.picture(r, &data); err != nil {
		return err
	}
	data.Answer = paged(data.Answer)
	return v.show(w, status, "view", data)
}

// problemFor gives the problem when err is one that the person can put right.
func problemFor(err error) *Problem {
	if err == nil {
		return nil
	}
	if p := problemOf(err); p.Status < 500 {
		return p
	}
	return nil
}

// Limits of a page. The downloads have all rows.
const (
	mostRows = 300
	mostBars = 60
)

// paged cuts an answer to what a page shows of it.
func paged(a *graph.Answer) *graph.Answer {
	if a == nil || len(a.Rows) <= mostRows {
		return a
	}
	cut := *a
	cut.Rows = a.Rows[:mostRows]
	cut.Shown = graph.Shown{Shown: mostRows, Total: a.Total, Why: "the first of them; the downloads below have all"}
	return &cut
}

// picture adds the chart that the view asks for.
func (v views) picture(r *http.Request, data *ViewPage) error {
	chart, answer := data.View.Chart, data.Answer
	if chart == nil || answer == nil {
		return nil
	}
	x, y := columnOf(answer, chart.X), columnOf(answer, chart.Y)
	switch {
	case chart.Type == "bar" && x >= 0 && y >= 0:
		data.Bars = bars(answer, x, y, data.AsAt, data.Words)
	case chart.Type == "timeline" && x >= 0 && y >= 0:
		data.Timeline = timeline(answer, x, y, data.AsAt)
	case chart.Type == "map":
		show := entitiesIn(answer, x, y)
		if len(show) == 0 {
			return nil
		}
		all := len(show)
		show = show[:min(all, mostDrawn)]
		drawn, err := v.maps.graph.Map(r.Context(), graph.MapQuery{
			Show: show, Filter: graph.Filter{AsAt: data.AsAt, Limit: len(show)},
		})
		if err != nil {
			return err
		}
		if drawn.Total = all; all > len(show) {
			drawn.Why = fmt.Sprintf("those of the first rows, %d of %d", len(show), all)
		}
		drawn = answered(forms.Filled(drawn), answer)
		data.Map = &drawn
	}
	return nil
}

// mostDrawn is how many entities the picture of an answer shows: more is no
// picture any more, and the table has them all.
const mostDrawn = 120

// answered leaves of a map the lines that the answer speaks of, where it names
// its claims.
func answered(g graph.Subgraph, a *graph.Answer) graph.Subgraph {
	claims := map[string]bool{}
	for _, row := range a.Rows {
		for _, cell := range row {
			refs, _ := cell.([]graph.ClaimRef)
			for _, ref := range refs {
				claims[ref.ID] = true
			}
		}
	}
	if len(claims) > 0 {
		g.Edges = slices.DeleteFunc(slices.Clone(g.Edges), func(e graph.Edge) bool { return !claims[e.ID] })
	}
	return g
}

func columnOf(a *graph.Answer, name string) int {
	return slices.IndexFunc(a.Columns, func(c graph.Column) bool { return c.Name == name })
}

// mostShown is how many entities the map of a view shows: the answer's first.
const mostShown = 150

// entitiesIn gives the ids of the entities in two columns, each once.
func entitiesIn(a *graph.Answer, columns ...int) []string {
	var ids []string
	for _, row := range a.Rows {
		for _, i := range columns {
			if i < 0 || !strings.HasPrefix(a.Columns[i].Type, "entit") {
				continue
			}
			for _, ref := range graph.Refs(row[i]) {
				if !slices.Contains(ids, ref.ID) && len(ids) < mostShown {
					ids = append(ids, ref.ID)
				}
			}
		}
	}
	return ids
}

// downloads gives the answer's addresses in every format.
func downloads(view *cypher.Statement, query url.Values) []Download {
	var all []Download
	for _, f := range listed(viewFormats) {
		address := url.Values{"format": {f.Name}}
		for name, value := range valuesOf(view, query) {
			address.Set(name, value)
		}
		all = append(all, Download{Name: f.Label, Href: "/api/views/" + view.Name + "?" + address.Encode()})
	}
	return all
}
