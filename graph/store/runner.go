package store

import (
	"context"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// runner runs statements of cypher/load within one transaction.
type runner struct {
	ctx context.Context
	tx  neo4j.ExplicitTransaction
}

// do runs a statement that gives nothing back.
func (r runner) do(name string, params map[string]any) error {
	_, err := r.count(name, params)
	return err
}

// count runs a statement and gives how many edges it made.
func (r runner) count(name string, params map[string]any) (edges int, err error) {
	result, err := r.tx.Run(r.ctx, cypher.Get("load", name).Text, params)
	if err != nil {
		return 0, err
	}
	summary, err := result.Consume(r.ctx)
	if err != nil {
		return 0, err
	}
	return summary.Counters().RelationshipsCreated(), nil
}

// typed runs a statement that is about relationships of one type and hands on its rows.
func (r runner) typed(name, relation string, params map[string]any, use func(row) error) error {
	return streamIn(r.ctx, r.tx, typed(name, relation), params, use)
}

// typed puts the type of a relationship into a statement, where Cypher takes no parameter.
func typed(name, relation string) string {
	if strings.Trim(relation, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != "" {
		panic("store: " + relation + " is no type of a relationship") // the vocabulary's check lets none through
	}
	return strings.ReplaceAll(cypher.Get("load", name).Text, "TYPE", relation)
}

func streamIn(ctx context.Context, tx neo4j.ExplicitTransaction, text string, params map[string]any, use func(row) error) error {
	result, err := tx.Run(ctx, text, params)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		if err := use(row(result.Record().AsMap())); err != nil {
			return err
		}
	}
	return result.Err()
}

// apart runs statements in a transaction of their own, again when the server asks
// for it: two that lock the same nodes in another order are told to. The driver's own
// retry waits a second and more, which is longer than all the work.
func (s *Store) apart(ctx context.Context, do func(runner) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	for try := 1; ; try++ {
		err := s.once(ctx, session, do)
		if err == nil || try == maxTries || ctx.Err() != nil || !neo4j.IsRetryable(err) {
			return err
		}
		time.Sleep(time.Duration(try) * 10 * time.Millisecond)
	}
}

// maxTries bounds how often a batch is written again.
const maxTries = 30

// batchTime bounds one batch.
const batchTime = 10 * time.Minute

func (s *Store) once(ctx context.Context, session neo4j.SessionWithContext, do func(runner) error) error {
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(batchTime))
	if err != nil {
		return err
	}
	defer tx.Close(ctx)
	if err := do(runner{ctx, tx}); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// lost says that the graph does not hold what an edge needs.
func lost(what string, want, got int) error {
	return graph.Errorf(graph.Internal, "%d of %d %s were not written: an end of theirs is not in the graph; load the dataset with --verify", want-got, want, what)
}
