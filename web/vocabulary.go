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

// vocabularies keeps what every page needs and only a load changes: the graph's
// vocabulary, and which datasets are half loaded. It answers /api/vocabulary.
type vocabularies struct {
	graph interface {
		lexicon
		shelf
	}

	mu   sync.Mutex
	last state
}

// state is what the graph is described by.
type state struct {
	version    string
	vocabulary *graph.Vocabulary
	unfinished []string // ids of datasets
}

// now gives the state of the graph as it is.
func (v *vocabularies) now(ctx context.Context) (state, error) {
	version, err := v.graph.Version(ctx)
	if err != nil {
		return state{}, err
	}
	if last := v.kept(); last.version == version && last.vocabulary != nil {
		return last, nil
	}
	now := state{version: version}
	if now.vocabulary, err = v.graph.Vocabulary(ctx); err != nil {
		return now, err
	}
	datasets, err := v.graph.Datasets(ctx)
	if err != nil {
		return now, err
	}
	for _, d := range datasets {
		if d.Unfinished {
			now.unfinished = append(now.unfinished, d.ID)
		}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.last = now
	return now, nil
}

func (v *vocabularies) kept() state {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.last
}

// get gives the vocabulary of the graph as it is now.
func (v *vocabularies) get(ctx context.Context) (*graph.Vocabulary, error) {
	now, err := v.now(ctx)
	return now.vocabulary, err
}

// known gives the vocabulary last seen, without asking the graph: for the page
// that says that the graph does not answer.
func (v *vocabularies) known() *graph.Vocabulary {
	if last := v.kept(); last.vocabulary != nil {
		return last.vocabulary
	}
	return graph.Standard()
}

func (v *vocabularies) answer(ctx context.Context, _ *struct{}) (*graph.Vocabulary, error) {
	return v.get(ctx)
}
