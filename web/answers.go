package web

import (
	"context"
	"sync"
	"time"

	"mapper/cypher"
	"mapper/graph"
)

// answers keeps the answers in words that pages show beside questions.
type answers struct {
	graph interface {
		answerer
		lexicon
	}
	turn      chan struct{} // has a place for each question that may be asked at a time
	sentences kept[string]  // by view and day
}

const (
	parallel = 2                // questions asked at a time: they leave room for whoever asks anything else
	hurry    = 10 * time.Second // a page waits so long for its answers
	quick    = 15 * time.Second // what takes longer is answered on its own page only
)

func newAnswers(g Graph) *answers {
	return &answers{graph: g, turn: make(chan struct{}, parallel), sentences: kept[string]{most: 1000}}
}

// of gives the questions of the views with their answers at a day, all asked at
// the same time. A view that needs a parameter has no answer here; one that fails or
// takes long has none yet, and its own page says why.
func (a *answers) of(ctx context.Context, views []*cypher.Statement, at graph.Day) ([]Question, error) {
	version, err := a.graph.Version(ctx)
	if err != nil {
		return nil, err
	}
	questions := make([]Question, len(views))
	var wg sync.WaitGroup
	for i, view := range views {
		questions[i] = Question{Name: view.Name, Title: view.Title, Question: view.Question, Needs: len(view.Missing(nil)) > 0}
		if questions[i].Needs {
			continue
		}
		wg.Go(func() {
			// An error has been logged, or the page has waited long enough.
			questions[i].Answer, _ = a.sentences.hurried(ctx, hurry, version, view.Name+" "+at.String(), func(ctx context.Context) (string, error) {
				return a.sentence(ctx, view, at)
			})
		})
	}
	wg.Wait()
	return questions, nil
}

// sentence asks one question; "" when that takes too long, which it would the next
// time too.
func (a *answers) sentence(ctx context.Context, view *cypher.Statement, at graph.Day) (string, error) {
	if err := a.wait(ctx); err != nil {
		return "", err
	}
	defer a.done()
	ctx, cancel := context.WithTimeout(ctx, quick)
	defer cancel()
	values := map[string]string{}
	if view.Param("as_at") != nil && !at.IsZero() {
		values["as_at"] = at.String()
	}
	answer, err := a.graph.Answer(ctx, view, values)
	if err != nil {
		exchangeOf(ctx).log().Error("a question could not be answered", "view", view.Name, "error", chain(err))
		if graph.KindOf(err) == graph.Timeout {
			err = nil
		}
		return "", err
	}
	return answer.Sentence, nil
}

// wait waits for a turn to ask the graph something that may take it long; done ends it.
func (a *answers) wait(ctx context.Context) error {
	select {
	case a.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a *answers) done() { <-a.turn }
