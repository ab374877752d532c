package web

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

type searcher interface {
	Search(context.Context, graph.SearchQuery) (graph.Hits, error)
}

// searches answers /api/search and /search.
type searches struct {
	*site
	graph searcher
}

type searchInput struct {
	Dated
	Query string `query:"q" required:"true" minLength:"1" maxLength:"200" example:"tertiary" doc:"part of a name or alias, or a code"`
	Kind  string `query:"kind" doc:"only entities of this kind or one below it"`
	Limit int    `query:"limit" minimum:"1" maximum:"100" default:"10" doc:"how many at most"`
}

func (s searches) find(ctx context.Context, in *searchInput) (graph.Hits, error) {
	day, err := in.day()
	if err != nil {
		return graph.Hits{}, err
	}
	if err := s.checkKind(ctx, in.Kind); err != nil {
		return graph.Hits{}, err
	}
	return s.graph.Search(ctx, graph.SearchQuery{Text: in.Query, Kind: in.Kind, AsAt: day, Limit: in.Limit})
}

// checkKind asks the graph for its vocabulary only when there is a kind to look up:
// a search is asked with every letter that is typed.
func (s searches) checkKind(ctx context.Context, kind string) error {
	if kind == "" {
		return nil
	}
	vocabulary, err := s.words.get(ctx)
	if err != nil {
		return err
	}
	return knownKinds(vocabulary, []string{kind})
}

// page is /search; without anything to look for it is the empty form.
func (s searches) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := s.site.page(r, "search", "Search")
	if err != nil {
		return err
	}
	q := r.URL.Query()
	data := SearchPage{Page: page, Query: strings.TrimSpace(q.Get("q")), Kind: q.Get("kind")}
	if data.Query != "" {
		data.Title = "Search for " + data.Query
		in := &searchInput{Dated: Dated{page.AsAt.String()}, Query: data.Query, Kind: data.Kind, Limit: 50}
		if data.Hits, err = s.find(r.Context(), in); err != nil {
			return err
		}
	}
	return s.show(w, http.StatusOK, "search", data)
}
