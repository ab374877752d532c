package web

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
)

// rules answers /api/rules and /rules: what should hold in the graph, and what
// breaks it.
type rules struct {
	*site
	graph answerer
	all   []*cypher.Statement
}

// Verdict is a rule with what was found.
type Verdict struct {
	Name     string      `json:"name"`
	Title    string      `json:"title"`
	Question string      `json:"question"`
	Severity string      `json:"severity" enum:"error,warning"`
	Sentence string      `json:"sentence" doc:"the verdict in words"`
	Open     string      `json:"open,omitempty" doc:"why there is no verdict: the graph is too large to judge the rule in time"`
	Cypher   string      `json:"cypher" doc:"the file: its header and the statement whose rows are breaches"`
	Breaches graph.Table `json:"breaches" doc:"a row for each breach, the first 100 of them; none when the rule is kept"`
}

// Kept says that nothing breaks the rule.
func (v Verdict) Kept() bool { return v.Open == "" && v.Breaches.Total == 0 }

const (
	mostBreaches = 100             // of a rule that are shown
	judging      = 5 * time.Second // that a page waits for verdicts; the graph may take longer
)

type verdicts struct {
	Items []Verdict `json:"items"`
	graph.Shown
}

func (h rules) judge(ctx context.Context, _ *struct{}) (verdicts, error) {
	return h.within(ctx, keptTime)
}

// within gives the verdicts that are there within a time.
func (h rules) within(ctx context.Context, wait time.Duration) (verdicts, error) {
	now, err := h.words.now(ctx)
	if err != nil {
		return verdicts{}, err
	}
	items, errs := make([]Verdict, len(h.all)), make([]error, len(h.all))
	var wg sync.WaitGroup
	for i, rule := range h.all {
		wg.Go(func() {
			items[i], errs[i] = h.verdicts.hurried(ctx, wait, now.version, rule.Name, func(ctx context.Context) (Verdict, error) {
				return h.verdict(ctx, rule)
			})
			if errors.Is(errs[i], context.DeadlineExceeded) {
				items[i], errs[i] = unjudged(rule, "It is still being judged, which takes a while in a graph of this size: come back in a moment."), nil
			}
		})
	}
	wg.Wait()
	return verdicts{items, graph.Shown{Shown: len(items), Total: len(items)}}, firstError(errs...)
}

// verdict judges one rule, a few at a time. One that the graph is too large for stays
// open, and the others are judged all the same.
func (h rules) verdict(ctx context.Context, rule *cypher.Statement) (Verdict, error) {
	if err := h.live.wait(ctx); err != nil {
		return Verdict{}, err
	}
	defer h.live.done()
	answer, err := h.graph.Answer(ctx, rule, nil)
	if kind := graph.KindOf(err); kind == graph.Timeout || kind == graph.TooLarge {
		return unjudged(rule, "The graph is too large to judge it in time."), nil
	}
	if err != nil {
		return Verdict{}, err
	}
	table := answer.Table
	if len(table.Rows) > mostBreaches {
		table.Rows = table.Rows[:mostBreaches]
		table.Shown = graph.Shown{Shown: mostBreaches, Total: table.Total, Why: "the first of them; mapper rules prints all"}
	}
	return Verdict{Name: rule.Name, Title: rule.Title, Question: rule.Question, Severity: rule.Severity, Sentence: answer.Sentence, Cypher: rule.Whole(), Breaches: table}, nil
}

func unjudged(rule *cypher.Statement, why string) Verdict {
	return Verdict{Name: rule.Name, Title: rule.Title, Question: rule.Question, Severity: rule.Severity, Open: why, Cypher: rule.Whole(), Breaches: graph.Table{Columns: rule.Columns}}
}

func (h rules) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := h.site.page(r, "rules", "Rules")
	if err != nil {
		return err
	}
	found, err := h.within(r.Context(), judging)
	if err != nil {
		return err
	}
	return h.show(w, http.StatusOK, "rules", RulesPage{page, found.Items})
}
