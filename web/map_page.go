package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"mapper/graph"
	forms "mapper/graph/format"
)

// choiceOf reads the choice of a map from the query of its page's address, which
// carries the arrangement too.
func choiceOf(q url.Values) (*MapChoice, error) {
	in := &MapChoice{
		Dated:    Dated{q.Get("as_at")},
		Narrowed: Narrowed{Relation: q["relation"], Kind: q["kind"], Status: q["status"], Document: q["document"]},
		Show:     q["show"], Hide: q["hide"], Was: q.Get("was"),
	}
	var err error
	if text := q.Get("links"); text != "" {
		if in.Links, err = strconv.Atoi(text); err != nil || in.Links < 0 || in.Links > drawable {
			return in, graph.Errorf(graph.Invalid, "links=%s: write a whole number from 0 to %d.", text, drawable)
		}
	}
	return in, nil
}

// page is /map. Its filters offer what occurs without them, since one that is
// set would otherwise take its own alternatives away.
func (m atlas) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := m.site.page(r, "map", "Map")
	if err != nil {
		return err
	}
	in, err := choiceOf(r.URL.Query())
	if err != nil {
		return err
	}
	q, err := m.query(r.Context(), in, overview)
	if err != nil {
		return err
	}
	drawn, err := m.draw(r.Context(), q)
	if err != nil {
		return err
	}
	all := drawn
	if len(q.Relations)+len(q.Kinds)+len(q.Statuses)+len(q.Documents)+q.Links > 0 {
		wide := graph.MapQuery{Show: q.Show, Hide: q.Hide, Was: q.Was, Filter: graph.Filter{AsAt: q.AsAt, Limit: q.Limit}}
		if all, err = m.draw(r.Context(), wide); err != nil {
			return err
		}
	}
	data := MapPage{Page: page, Map: forms.Filled(drawn), Query: stateOf(in, r.URL.Query().Get("selected"))}
	data.Relations, data.Kinds = occurring(page.Words.Vocabulary, all, data.Query)
	sources, err := m.sources(r.Context(), m.library)
	if err != nil {
		return err
	}
	data.Documents = offered(sources.Items, q.Documents)
	for _, f := range listed(mapForms) {
		data.Formats = append(data.Formats, Download{Name: f.Label, Href: "/api/map/export?" + exported(r.URL.Query(), f.Name)})
	}
	return m.show(w, http.StatusOK, "map", data)
}

func stateOf(in *MapChoice, selected string) MapState {
	return MapState{Show: given(in.Show), Hide: given(in.Hide), Relations: given(in.Relation), Kinds: given(in.Kind), Statuses: given(in.Status),
		Documents: given(in.Document), Links: in.Links, Was: in.Was, Selected: selected}
}

// exported gives the query of an export that has what the page has: its arrangement is
// no part of the question.
func exported(q url.Values, format string) string {
	kept := url.Values{"format": {format}}
	for _, name := range []string{"show", "hide", "relation", "kind", "status", "document", "links", "as_at", "was"} {
		if values := given(q[name]); len(values) > 0 {
			kept[name] = values
		}
	}
	return kept.Encode()
}

// mostOffered is how many documents a filter offers.
const mostOffered = 100

// offered gives the documents to filter by: those that say most, and those chosen.
func offered(all []graph.Source, chosen []string) []graph.Source {
	all = slices.Clone(all)
	rank := func(s graph.Source) int {
		if slices.Contains(chosen, s.ID) {
			return -1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b graph.Source) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(b.Claims, a.Claims), cmp.Compare(a.Title, b.Title))
	})
	all = slices.DeleteFunc(all, func(s graph.Source) bool { return s.Claims == 0 && rank(s) == 0 })
	return all[:min(len(all), max(mostOffered, len(chosen)))]
}

// occurring gives the relations and kinds, with the wider kinds, of a map, and
// those that are chosen already, in the order of the vocabulary.
func occurring(v *graph.Vocabulary, m graph.Subgraph, chosen MapState) ([]graph.Relation, []graph.Kind) {
	var relations []graph.Relation
	for _, r := range v.Relations {
		if slices.Contains(chosen.Relations, r.Type) || slices.ContainsFunc(m.Edges, func(e graph.Edge) bool { return e.Relation == r.Type }) {
			relations = append(relations, r)
		}
	}
	labels := slices.Clone(chosen.Kinds)
	for _, n := range m.Nodes {
		labels = append(labels, v.Labels(n.Kinds)...)
	}
	var kinds []graph.Kind
	for _, k := range v.Kinds {
		if slices.Contains(labels, k.Name) {
			kinds = append(kinds, k)
		}
	}
	return relations, kinds
}
