package web

import (
	"context"
	"net/http"

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
	Breaches graph.Table `json:"breaches" doc:"a row for each breach, the first 100 of them; none when the rule is kept"`
}

// Kept says that nothing breaks the rule.
func (v Verdict) Kept() bool { return v.Breaches.Total == 0 }

// mostBreaches is how many breaches of a rule are shown.
const mostBreaches = 100

type verdicts struct {
	Items []Verdict `json:"items"`
	graph.Shown
}

func (h rules) judge(ctx context.Context, _ *struct{}) (verdicts, error) {
	found := verdicts{Items: []Verdict{}}
	for _, rule := range h.all {
		answer, err := h.graph.Answer(ctx, rule, nil)
		if err != nil {
			return found, err
		}
		table := answer.Table
		if len(table.Rows) > mostBreaches {
			table.Rows = table.Rows[:mostBreaches]
			table.Shown = graph.Shown{Shown: mostBreaches, Total: table.Total, Why: "the first of them; mapper rules prints all"}
		}
		found.Items = append(found.Items, Verdict{rule.Name, rule.Title, rule.Question, rule.Severity, answer.Sentence, table})
	}
	found.Shown = graph.Shown{Shown: len(found.Items), Total: len(found.Items)}
	return found, nil
}

func (h rules) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := h.site.page(r, "rules", "Rules")
	if err != nil {
		return err
	}
	found, err := h.judge(r.Context(), nil)
	if err != nil {
		return err
	}
	return h.show(w, http.StatusOK, "rules", RulesPage{page, found.Items})
}
