package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

// homeGraph is what the home page is made of, beside the answers to its questions.
type homeGraph interface {
	cartographer
	library
	shelf
}

// home answers / .
type home struct {
	*site
	graph homeGraph
}

// sample is how many entities the map on the home page shows.
const sample = 40

func (h home) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := h.site.page(r, "home", "")
	if err != nil {
		return err
	}
	data := HomePage{Page: page}
	if err := h.count(r.Context(), &data); err != nil {
		return err
	}
	data.Questions, err = h.live.of(r.Context(), homeViews(h.views), page.AsAt)
	if err != nil {
		return err
	}
	return h.show(w, http.StatusOK, "home", data)
}

// count fills in the map and how much there is of everything.
func (h home) count(ctx context.Context, data *HomePage) error {
	drawn, err := h.overview(ctx, h.graph, graph.MapQuery{Filter: graph.Filter{AsAt: data.AsAt, Limit: sample}})
	if err != nil {
		return err
	}
	sources, err := h.sources(ctx, h.graph)
	if err != nil {
		return err
	}
	if data.Datasets, err = h.graph.Datasets(ctx); err != nil {
		return err
	}
	for _, d := range data.Datasets {
		data.Claims += d.Claims // a claim is of one dataset only, an entity may be of several
	}
	data.Map, data.Entities, data.AtLeast, data.Documents = forms.Filled(drawn), drawn.Total, drawn.AtLeast, sources.Total
	return nil
}

// homeViews gives the views that have a place on the home page, in that order.
func homeViews(views []*cypher.Statement) []*cypher.Statement {
	chosen := slices.DeleteFunc(slices.Clone(views), func(v *cypher.Statement) bool { return v.Home == 0 })
	slices.SortStableFunc(chosen, func(a, b *cypher.Statement) int { return cmp.Compare(a.Home, b.Home) })
	return chosen
}
