package web

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

// followed answers /map/follow: what the tools of the map do, as a page.
type followed struct {
	atlas
	paths  pathfinder
	search graph.Searcher
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
