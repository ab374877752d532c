package web

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

// searches answers /api/search and /search.
type searches struct {
	*site
	graph graph.Searcher
}

type searchInput struct {
	Dated
	Skip  int    `query:"skip" minimum:"0" maximum:"900" example:"0" doc:"how many to pass over: the Link header has the next part's"`
	Query string `query:"q" required:"true" minLength:"1" maxLength:"200" example:"tertiary" doc:"part of a name or alias, or a code"`
	Kind  string `query:"kind" doc:"only entities of this kind or one below it"`
	Limit int    `query:"limit" minimum:"1" maximum:"100" default:"10" example:"10" doc:"how many at most"`
}

func (in *searchInput) part() (skip, limit int) { return in.Skip, in.Limit }

func (s searches) find(ctx context.Context, in *searchInput) (graph.Hits, error) {
	day, err := in.day()
	if err != nil {
		return graph.Hits{}, err
	}
	q := graph.SearchQuery{Text: in.Query, Kinds: given([]string{in.Kind}), AsAt: day, Skip: in.Skip, Limit: in.Limit}
	return graph.Find(ctx, s.graph, s.words.get, q)
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
