package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/store"
)

// Phases of searching; a number of typists at once is part of the name.
const (
	typed     = "search by the mapper, %d at once"
	typedBare = "bare full-text query, %d at once"
)

// How many are typed in a round, by how many at once, and how many in a turn.
const (
	typings = 1000
	turn    = 50
)

var typists = []int{1, 8}

// searching measures search as you type over all names, in turns with the bare
// query that the server would answer at best.
func (b *bench) searching(ctx context.Context) error {
	return b.onEmpty(ctx, func(s *server, _ *clock) error {
		if _, err := child(ctx, "load", loadOrder{Folder: b.files.release(1), URI: s.uri}); err != nil {
			return err
		}
		if err := awaitIndexes(ctx, s.config()); err != nil {
			return err
		}
		mapper, err := store.Open(ctx, s.config())
		if err != nil {
			return err
		}
		defer mapper.Close(ctx)
		bare, err := connect(s.config())
		if err != nil {
			return err
		}
		defer bare.Close(ctx)
		sides := []side{{typed, searchOf(mapper)}, {typedBare, bareSearch(bare)}}
		for round := -1; round < b.rounds; round++ { // the first warms the server up
			if err := b.searchRound(ctx, sides, round); err != nil {
				return err
			}
		}
		return nil
	})
}

// side is one way to search.
type side struct {
	phase  string
	search func(ctx context.Context, text string) error
}

func searchOf(s *store.Store) func(context.Context, string) error {
	return func(ctx context.Context, text string) error {
		_, err := s.Search(ctx, graph.SearchQuery{Text: text, Limit: 20})
		return err
	}
}

// bareSearch asks for the 20 best of the names that have all words, the last one as
// far as it is typed.
func bareSearch(driver neo4j.DriverWithContext) func(context.Context, string) error {
	text := cypher.Get("bench", "search").Text
	return func(ctx context.Context, typed string) error {
		session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
		defer session.Close(ctx)
		return each(ctx, session, text, map[string]any{"query": strings.Join(wordsOf(typed), " AND ") + "*"}, nil)
	}
}

// searchRound lets each side search for the same, a turn at a time.
func (b *bench) searchRound(ctx context.Context, sides []side, round int) error {
	for _, at := range typists {
		took := make([][]time.Duration, len(sides))
		for texts := range slices.Chunk(b.typings(round), turn*at) {
			for i := range sides {
				i = (i + round + len(sides)) % len(sides)
				more, err := searchAll(ctx, sides[i].search, texts, at)
				if err != nil {
					return err
				}
				took[i] = append(took[i], more...)
			}
		}
		for i, side := range sides {
			if round >= 0 {
				f := figures{Seconds: percentile(took[i], 95).Seconds()}
				b.notes.add(fmt.Sprintf(side.phase, at), f)
				say(side.phase+": median %v, 95 %% within %v", at, percentile(took[i], 50), percentile(took[i], 95))
			}
		}
	}
	return nil
}

// searchAll has so many typists work through the texts and gives how long each took.
func searchAll(ctx context.Context, search func(context.Context, string) error, texts []string, at int) ([]time.Duration, error) {
	took, errs := make([]time.Duration, len(texts)), make([]error, at)
	var group sync.WaitGroup
	for typist := range at {
		group.Go(func() {
			for i := typist; i < len(texts) && errs[typist] == nil; i += at {
				began := time.Now()
				errs[typist] = search(ctx, texts[i])
				took[i] = time.Since(began)
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return took, nil
}

func percentile(took []time.Duration, percent int) time.Duration {
	took = slices.Sorted(slices.Values(took))
	return took[min(len(took)-1, len(took)*percent/100)]
}
