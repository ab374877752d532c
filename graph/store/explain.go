package store

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// explainTime bounds the explaining of a statement.
const explainTime = 5 * time.Second

// explaining stands before a statement, on a line of its own: so the columns that
// the server names are those of the statement.
const explaining = "EXPLAIN\n"

// explanation is what the server says of a statement that it has not run.
type explanation struct {
	keys []string
	neo4j.ResultSummary
}

// explain asks the server how it would run a statement, which runs nothing.
func (s *Store) explain(ctx context.Context, mode neo4j.AccessMode, statement string, params map[string]any) (*explanation, error) {
	session := s.session(ctx, mode)
	defer session.Close(ctx)
	result, err := session.Run(ctx, explaining+statement, bolt(params), neo4j.WithTxTimeout(explainTime))
	if err != nil {
		return nil, oneLineUp(s.translate(err))
	}
	keys, err := result.Keys()
	if err != nil {
		return nil, oneLineUp(s.translate(err))
	}
	summary, err := result.Consume(ctx)
	return &explanation{keys, summary}, oneLineUp(s.translate(err))
}

// remarks gives the server's notifications, a line each.
func remarks(summary neo4j.ResultSummary) []string {
	var all []string
	for _, n := range summary.Notifications() {
		all = append(all, n.Title()+": "+n.Description())
	}
	return all
}
