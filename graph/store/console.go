package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// Limits of the console.
const (
	ConsoleTime = 5 * time.Second // one statement
	ConsoleRows = 1000            // rows shown
)

// Console runs a read-only statement of somebody else's: explained first, refused
// unless it is a plain read, then run where the server refuses writes, within
// limits of time and rows.
func (s *Store) Console(ctx context.Context, q graph.ConsoleQuery) (*graph.Result, error) {
	if strings.TrimSpace(q.Statement) == "" {
		return nil, graph.Errorf(graph.Invalid, "there is no statement: write one, such as MATCH (e:Entity) RETURN e LIMIT 10")
	}
	began := time.Now()
	parameters, err := cypher.Bind(q.Statement, q.Parameters)
	if err != nil {
		return nil, err
	}
	explained, err := s.gate(ctx, q.Statement, parameters)
	if err != nil {
		return nil, err
	}
	if q.Explain {
		return explainedOnly(explained, began), nil
	}
	// Neo4j looks at its time limit between rows: what it computes for one row, it
	// finishes, but nobody waits for that.
	ctx, stop := context.WithTimeout(ctx, ConsoleTime+ConsoleTime/4)
	defer stop()
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	result, err := session.Run(ctx, q.Statement, bolt(parameters), neo4j.WithTxTimeout(ConsoleTime))
	if err != nil {
		return nil, s.translate(err)
	}
	answer, err := s.collect(ctx, result, min(orDefault(q.Limit, ConsoleRows), ConsoleRows))
	if err != nil {
		return nil, s.translate(err)
	}
	if q.Plan {
		answer.Plan = planOf(explained.Plan())
	}
	answer.Milliseconds = time.Since(began).Milliseconds()
	return answer, nil
}

// collect reads rows up to the limit, and the nodes and edges in them.
func (s *Store) collect(ctx context.Context, result neo4j.ResultWithContext, limit int) (*graph.Result, error) {
	keys, err := result.Keys()
	if err != nil {
		return nil, err
	}
	answer := &graph.Result{Table: graph.Table{Columns: []graph.Column{}, Rows: [][]any{}}}
	for _, key := range keys {
		answer.Columns = append(answer.Columns, graph.Column{Name: key, Type: "value"})
	}
	found := newFinds()
	for len(answer.Rows) < limit && result.Next(ctx) {
		cells := make([]any, len(keys))
		for i, value := range result.Record().Values {
			found.look(value)
			cells[i] = consoleCell(value)
		}
		answer.Rows = append(answer.Rows, cells)
	}
	if err := result.Err(); err != nil {
		return nil, err
	}
	answer.Shown = graph.Shown{Shown: len(answer.Rows), Total: len(answer.Rows)}
	if len(answer.Rows) == limit && result.Peek(ctx) {
		answer.Why = fmt.Sprintf("stopped at the limit of %d rows; there are more", limit)
		answer.AtLeast = true
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	answer.Notifications = remarks(summary)
	return answer, found.give(ctx, s, answer)
}
