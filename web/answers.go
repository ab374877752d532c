package web

import (
	"context"
	"sync"
	"time"

	"mapper/cypher"
	"mapper/graph"
)

// answers keeps the answers in words that pages show beside questions. They are
// good as long as the graph is the same.
type answers struct {
	graph interface {
		answerer
		lexicon
	}

	mu        sync.Mutex
	version   string
	sentences map[string]string // by view and day
}

const (
	quick    = 10 * time.Second // what takes longer is answered on its own page only
	maxKept  = 1000             // answers; a crawler may ask for any number of days
	parallel = 4                // questions asked at a time
)

// of gives the questions of the views with their answers at a day, all asked at
// the same time. A view that needs a parameter, fails or takes too long has no
// answer here; its own page says why.
func (a *answers) of(ctx context.Context, views []*cypher.Statement, at graph.Day) ([]Question, error) {
	version, err := a.graph.Version(ctx)
	if err != nil {
		return nil, err
	}
	questions := make([]Question, len(views))
	var wg sync.WaitGroup
	turn := make(chan struct{}, parallel)
	for i, view := range views {
		questions[i] = Question{Name: view.Name, Title: view.Title, Question: view.Question}
		if len(view.Missing(nil)) > 0 {
			continue
		}
		wg.Go(func() {
			turn <- struct{}{}
			defer func() { <-turn }()
			questions[i].Answer = a.sentence(ctx, view, at, version)
		})
	}
	wg.Wait()
	return questions, nil
}

func (a *answers) sentence(ctx context.Context, view *cypher.Statement, at graph.Day, version string) string {
	key := view.Name + " " + at.String()
	if sentence, ok := a.kept(version, key); ok {
		return sentence
	}
	hurried, cancel := context.WithTimeout(ctx, quick)
	defer cancel()
	values := map[string]string{}
	if view.Param("as_at") != nil && !at.IsZero() {
		values["as_at"] = at.String()
	}
	answer, err := a.graph.Answer(hurried, view, values)
	if ctx.Err() != nil {
		return "" // nobody waits for it any more
	}
	if err != nil {
		exchangeOf(ctx).log.Error("a question could not be answered", "view", view.Name, "error", chain(err))
		return ""
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.version == version {
		a.sentences[key] = answer.Sentence
	}
	return answer.Sentence
}

// kept looks an answer up, and forgets all of them when the graph has changed.
func (a *answers) kept(version, key string) (string, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.version != version || len(a.sentences) > maxKept {
		a.version, a.sentences = version, map[string]string{}
	}
	sentence, ok := a.sentences[key]
	return sentence, ok
}
