package graph

import (
	"context"
	"strings"
)

// Searcher finds entities by name, alias or code.
type Searcher interface {
	Search(context.Context, SearchQuery) (Hits, error)
}

// Find searches as people type: what stands before a colon may be a kind, among
// which it then looks (acute trust: royal). A kind of the query must be one of the
// vocabulary's. The vocabulary is asked for only when it is needed, since a search
// is asked with every letter.
func Find(ctx context.Context, s Searcher, words func(context.Context) (*Vocabulary, error), q SearchQuery) (Hits, error) {
	skip := q.Skip
	q.Skip, q.Limit = 0, q.Limit+skip
	hits, err := find(ctx, s, words, q)
	hits.Items = hits.Items[min(skip, len(hits.Items)):]
	hits.Shown.Shown = len(hits.Items)
	return hits, err
}

// find finds from the best on.
func find(ctx context.Context, s Searcher, words func(context.Context) (*Vocabulary, error), q SearchQuery) (Hits, error) {
	prefix, rest, colon := strings.Cut(q.Text, ":")
	if len(q.Kinds) == 0 && !colon {
		return s.Search(ctx, q)
	}
	vocabulary, err := words(ctx)
	if err != nil {
		return Hits{}, err
	}
	if err := vocabulary.CheckKinds(q.Kinds); err != nil {
		return Hits{}, err
	}
	kinds := vocabulary.KindsCalled(prefix)
	if !colon || len(kinds) == 0 {
		return asTyped(ctx, s, q, strings.TrimSpace(prefix), rest)
	}
	return among(ctx, s, q, vocabulary, kinds, strings.TrimSpace(rest))
}

// among searches what stands behind a kind and a colon.
func among(ctx context.Context, s Searcher, q SearchQuery, v *Vocabulary, kinds []string, rest string) (Hits, error) {
	wanted := ""
	if len(q.Kinds) > 0 {
		wanted = q.Kinds[0]
	}
	q.Text, q.Kinds = rest, v.Among(kinds, wanted)
	switch {
	case rest == "":
		return Hits{Kinds: q.Kinds, Note: "Type a name after the colon."}, nil
	case len(q.Kinds) == 0:
		return Hits{Note: "Nothing can be of both kinds."}, nil
	}
	hits, err := s.Search(ctx, q)
	hits.Kinds = q.Kinds
	return hits, err
}

// asTyped searches for all of it, since a colon stands in codes and names too; only
// when nothing is called so, what is before it was meant to be a kind.
func asTyped(ctx context.Context, s Searcher, q SearchQuery, prefix, rest string) (Hits, error) {
	hits, err := s.Search(ctx, q)
	if err != nil || len(hits.Items) > 0 || strings.TrimSpace(rest) == "" {
		return hits, err
	}
	note := "“" + prefix + "” is no kind"
	if !strings.HasPrefix(rest, " ") { // a code
		hits.Note = note + ", and no code or name begins so."
		return hits, nil
	}
	q.Text = strings.TrimSpace(rest)
	hits, err = s.Search(ctx, q)
	hits.Note = note + ", so every kind was looked among."
	return hits, err
}
