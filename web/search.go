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
	Skip  int    `query:"skip" minimum:"0" maximum:"900" example:"0" doc:"how many to pass over: the Link header has the next part's"`
	Query string `query:"q" required:"true" minLength:"1" maxLength:"200" example:"tertiary" doc:"part of a name or alias, or a code"`
	Kind  string `query:"kind" example:"Organisation" doc:"only entities of this kind or one below it"`
	Limit int    `query:"limit" minimum:"1" maximum:"100" default:"10" example:"10" doc:"how many at most"`
}

func (in *searchInput) part() (skip, limit int) { return in.Skip, in.Limit }

// some gives a part of what is found. The best are always found first, whatever part
// is asked for.
func (s searches) some(ctx context.Context, in *searchInput) (graph.Hits, error) {
	all := *in
	all.Limit += in.Skip
	hits, err := s.find(ctx, &all)
	hits.Items = hits.Items[min(in.Skip, len(hits.Items)):]
	hits.Shown.Shown = len(hits.Items)
	return hits, err
}

func (s searches) find(ctx context.Context, in *searchInput) (graph.Hits, error) {
	day, err := in.day()
	if err != nil {
		return graph.Hits{}, err
	}
	q := graph.SearchQuery{Text: in.Query, Kinds: given([]string{in.Kind}), AsAt: day, Limit: in.Limit}
	prefix, rest, colon := strings.Cut(in.Query, ":")
	if in.Kind == "" && !colon { // a search is asked with every letter that is typed: nothing else is asked with it
		return s.graph.Search(ctx, q)
	}
	vocabulary, err := s.words.get(ctx)
	if err != nil {
		return graph.Hits{}, err
	}
	if err := knownKinds(vocabulary, q.Kinds); err != nil {
		return graph.Hits{}, err
	}
	kinds := vocabulary.KindsCalled(prefix)
	if !colon || len(kinds) == 0 {
		return s.asTyped(ctx, q, strings.TrimSpace(prefix), rest)
	}
	return s.among(ctx, q, vocabulary, kinds, strings.TrimSpace(rest), in.Kind)
}

// among searches what stands behind a kind and a colon.
func (s searches) among(ctx context.Context, q graph.SearchQuery, v *graph.Vocabulary, kinds []string, rest, kind string) (graph.Hits, error) {
	q.Text, q.Kinds = rest, v.Among(kinds, kind)
	switch {
	case rest == "":
		return graph.Hits{Kinds: q.Kinds, Note: "Type a name after the colon."}, nil
	case len(q.Kinds) == 0:
		return graph.Hits{Note: "Nothing can be of both kinds."}, nil
	}
	hits, err := s.graph.Search(ctx, q)
	hits.Kinds = q.Kinds
	return hits, err
}

// asTyped searches for all of it, since a colon stands in codes and names too; only
// when nothing is called so, what is before it was meant to be a kind.
func (s searches) asTyped(ctx context.Context, q graph.SearchQuery, prefix, rest string) (graph.Hits, error) {
	hits, err := s.graph.Search(ctx, q)
	if err != nil || len(hits.Items) > 0 || strings.TrimSpace(rest) == "" {
		return hits, err
	}
	note := "“" + prefix + "” is no kind"
	if !strings.HasPrefix(rest, " ") { // a code
		hits.Note = note + ", and no code or name begins so."
		return hits, nil
	}
	q.Text = strings.TrimSpace(rest)
	hits, err = s.graph.Search(ctx, q)
	hits.Note = note + ", so every kind was looked among."
	return hits, err
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
