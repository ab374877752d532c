package store

import (
	"context"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// planOf makes the server's plan one that is shown.
func planOf(plan neo4j.Plan) *graph.PlanStep {
	operator, _, _ := strings.Cut(plan.Operator(), "@")
	step := &graph.PlanStep{Operator: operator}
	step.Details, _ = plan.Arguments()["Details"].(string)
	step.Rows, _ = plan.Arguments()["EstimatedRows"].(float64)
	for _, child := range plan.Children() {
		step.Steps = append(step.Steps, *planOf(child))
	}
	return step
}

// explainedOnly is the answer to a statement that was to be explained and not run.
func explainedOnly(explained *explanation, began time.Time) *graph.Result {
	answer := &graph.Result{Table: graph.Table{Columns: []graph.Column{}, Rows: [][]any{}}, Plan: planOf(explained.Plan())}
	for _, key := range explained.keys {
		answer.Columns = append(answer.Columns, graph.Column{Name: key, Type: "value"})
	}
	answer.Why = "only explained, not run"
	answer.Notifications = remarks(explained)
	answer.Milliseconds = time.Since(began).Milliseconds()
	return answer
}

// tell lets whoever listens know which file of the library is asked, and with what.
func tell(ctx context.Context, statement *cypher.Statement, params map[string]any) {
	graph.Tell(ctx, graph.Asked{File: statement.File, Text: statement.Whole(), Parameters: params})
}
