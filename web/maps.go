package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

type cartographer interface {
	Map(context.Context, graph.MapQuery) (graph.Subgraph, error)
	Events(context.Context, graph.MapQuery) (*graph.Events, error)
	Proof(ctx context.Context, q graph.MapQuery, skip, limit int) (*graph.Proof, error)
	Taken(context.Context, graph.MapQuery) (*graph.Taken, error)
}

// atlas answers /api/map and /map.
type atlas struct {
	*site
	graph cartographer
}

// overview is how many entities a map shows that nobody has chosen the entities
// of; drawable is how many a picture can hold at all.
const (
	overview = 80
	drawable = 500
)

// MapChoice is what a map shows: what its address carries beside the arrangement.
type MapChoice struct {
	Dated
	Narrowed
	Show  []string `query:"show,explode" maxItems:"500" doc:"ids of the entities to show, exactly these; may be repeated; left out, the best-connected"`
	Hide  []string `query:"hide,explode" maxItems:"500" doc:"ids of entities taken off what would be shown; may be repeated"`
	Links int      `query:"links" minimum:"0" maximum:"500" doc:"only entities joined to at least so many of those shown; left out, any"`
	Was   string   `query:"was" format:"date" example:"2016-01-01" doc:"a day to compare with as_at, or with today where as_at is left out: what stood on either day comes, with what became of it"`
	Limit int      `query:"limit" minimum:"1" maximum:"500" default:"80" doc:"how many entities at most, when show is left out"`
}

// query checks a choice, and gives it as the graph is asked.
func (s *site) query(ctx context.Context, in *MapChoice) (graph.MapQuery, error) {
	filter, err := s.filter(ctx, in.Dated, in.Narrowed, in.Limit)
	if err != nil {
		return graph.MapQuery{}, err
	}
	q := graph.MapQuery{Show: given(in.Show), Hide: given(in.Hide), Links: in.Links, Filter: filter}
	if len(q.Show) > drawable {
		return q, graph.Errorf(graph.TooLarge, "A map holds %d entities at most, and show names %d.", drawable, len(q.Show))
	}
	q.Limit = max(q.Limit, len(q.Show))
	if q.Was, err = graph.ParseDay(in.Was); err != nil {
		return q, graph.Errorf(graph.Invalid, "was: %v", err)
	}
	if !q.Was.IsZero() && q.AsAt.IsZero() {
		q.AsAt = graph.DayOf(time.Now())
	}
	return q, nil
}

func (m atlas) draw(ctx context.Context, in *MapChoice) (graph.Subgraph, error) {
	q, err := m.query(ctx, in)
	if err != nil {
		return graph.Subgraph{}, err
	}
	if len(q.Show) > 0 {
		return m.graph.Map(ctx, q)
	}
	return m.overview(ctx, m.graph, q)
}

// overview gives a map that nobody has chosen the entities of. It is drawn once for a
// state of the graph: with hundreds of thousands of entities that takes a second.
func (s *site) overview(ctx context.Context, g cartographer, q graph.MapQuery) (graph.Subgraph, error) {
	now, err := s.words.now(ctx)
	if err != nil {
		return graph.Subgraph{}, err
	}
	return s.maps.get(ctx, now.version, fmt.Sprintf("%q", []any{q.Relations, q.Kinds, q.Statuses, q.Documents, q.AsAt.String(), q.Limit, q.Hide, q.Links, q.Was.String()}), func(ctx context.Context) (graph.Subgraph, error) {
		return g.Map(ctx, q)
	})
}

// page is /map. Its filters offer what occurs without them, since one that is
// set would otherwise take its own alternatives away.
func (m atlas) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := m.site.page(r, "map", "Map")
	if err != nil {
		return err
	}
	q := r.URL.Query()
	in := &MapChoice{
		Dated:    Dated{page.AsAt.String()},
		Narrowed: Narrowed{Relation: q["relation"], Kind: q["kind"], Status: q["status"]},
		Show:     q["show"],
		Limit:    overview,
	}
	drawn, err := m.draw(r.Context(), in)
	if err != nil {
		return err
	}
	all := drawn
	if len(given(slices.Concat(in.Relation, in.Kind, in.Status))) > 0 {
		if all, err = m.draw(r.Context(), &MapChoice{Dated: in.Dated, Show: in.Show, Limit: overview}); err != nil {
			return err
		}
	}
	data := MapPage{Page: page, Map: filled(drawn), Query: MapState{
		Show: given(in.Show), Relations: given(in.Relation), Kinds: given(in.Kind), Statuses: given(in.Status), Selected: q.Get("selected"),
	}}
	data.Relations, data.Kinds = occurring(page.Words.Vocabulary, all, data.Query)
	return m.show(w, http.StatusOK, "map", data)
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
