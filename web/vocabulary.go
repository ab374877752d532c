package web

import (
	"context"
	"sync"

	"mapper/graph"
)

type lexicon interface {
	Vocabulary(context.Context) (*graph.Vocabulary, error)
	Version(context.Context) (string, error)
}

// vocabularies keeps the graph's vocabulary, which every page needs and only a
// load changes, and answers /api/vocabulary.
type vocabularies struct {
	graph lexicon

	mu      sync.Mutex
	version string
	last    *graph.Vocabulary
}

// get gives the vocabulary of the graph as it is now.
func (v *vocabularies) get(ctx context.Context) (*graph.Vocabulary, error) {
	version, err := v.graph.Version(ctx)
	if err != nil {
		return nil, err
	}
	if last := v.at(version); last != nil {
		return last, nil
	}
	vocabulary, err := v.graph.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.version, v.last = version, vocabulary
	return vocabulary, nil
}

func (v *vocabularies) at(version string) *graph.Vocabulary {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.version != version {
		return nil
	}
	return v.last
}

// known gives the vocabulary last seen, without asking the graph: for the page
// that says that the graph does not answer.
func (v *vocabularies) known() *graph.Vocabulary {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.last == nil {
		return graph.Standard()
	}
	return v.last
}

func (v *vocabularies) answer(ctx context.Context, _ *struct{}) (*graph.Vocabulary, error) {
	return v.get(ctx)
}
