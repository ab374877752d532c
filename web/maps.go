package web

import (
	"context"
	"fmt"
	"time"

	"mapper/graph"
)

type cartographer interface {
	Map(context.Context, graph.MapQuery) (graph.Subgraph, error)
	Events(context.Context, graph.MapQuery) (*graph.Events, error)
	Proof(ctx context.Context, q graph.MapQuery, skip, limit int) (*graph.Proof, error)
	Taken(context.Context, graph.MapQuery) (*graph.Taken, error)
	exporter
}

// atlas answers /api/map and what else is asked of a map (takeaway.go), and /map
// (map_page.go, pack.go).
type atlas struct {
	*site
	graph   cartographer
	library library
}

// overview is how many entities a map shows that nobody has chosen the entities
// of; drawable is how many a picture can hold at all.
// The page puts fewer (200) on a map, since its address carries all their ids and should pass proxies that take 8 kB.
const (
	overview = 80
	drawable = 500
)

// MapChoice is what a map shows: what its address carries beside the arrangement.
type MapChoice struct {
	Dated
	Narrowed
	Show  []string `query:"show,explode" maxItems:"500" example:"nhs-providers,nhs-clinical-commissioners" doc:"ids of the entities to show, exactly these; may be repeated; left out, the best-connected"`
	Hide  []string `query:"hide,explode" maxItems:"500" example:"providers" doc:"ids of entities taken off what would be shown; may be repeated"`
	Links int      `query:"links" minimum:"0" maximum:"500" example:"0" doc:"only entities joined to at least so many of those shown; left out, any"`
	Was   string   `query:"was" format:"date" example:"2016-01-01" doc:"a day to compare with as_at, or with today where as_at is left out: what stood on either day comes, with what became of it"`
}

type mapInput struct {
	MapChoice
	Limit int `query:"limit" minimum:"1" maximum:"500" default:"80" example:"80" doc:"how many entities at most, when show is left out"`
}

// query checks a choice, and gives it as the graph is asked.
func (s *site) query(ctx context.Context, in *MapChoice, limit int) (graph.MapQuery, error) {
	filter, err := s.filter(ctx, in.Dated, in.Narrowed, limit)
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

func (m atlas) answer(ctx context.Context, in *mapInput) (graph.Subgraph, error) {
	q, err := m.query(ctx, &in.MapChoice, in.Limit)
	if err != nil {
		return graph.Subgraph{}, err
	}
	return m.draw(ctx, q)
}

func (m atlas) draw(ctx context.Context, q graph.MapQuery) (graph.Subgraph, error) {
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
