package store

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// Bearer is a body that bears or bore a code, over a span of dates.
type Bearer struct {
	ID, Name string
	Kinds    []string
	graph.Span
}

// Bearers gives, by code ("ods:06K"), the bodies of other datasets than the given
// one that bear or bore it. Only codes that some body bears under another id than the
// code itself are there, but then with all their bearers.
func (s *Store) Bearers(ctx context.Context, dataset string) (map[string][]Bearer, error) {
	rows, err := s.readLong(ctx, cypher.Get("load", "aliased"), map[string]any{"dataset": dataset})
	if err != nil {
		return nil, err
	}
	bearers := map[string][]Bearer{}
	for _, r := range rows {
		span, _ := graph.ParseSpan(text(r["span"])) // written by us, from a checked span
		code := text(r["code"])
		bearers[code] = append(bearers[code], Bearer{text(r["id"]), text(r["name"]), texts(r["kinds"]), span})
	}
	return bearers, nil
}

// Describes gives a function that says whether a dataset, as the graph has it,
// describes an entity.
func (s *Store) Describes(ctx context.Context, dataset string) (func(id string) bool, error) {
	session := s.session(ctx, neo4j.AccessModeWrite) // where the latest load is seen
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(batchTime))
	if err != nil {
		return nil, s.translate(err)
	}
	defer tx.Close(ctx)
	l := newLoad(ctx, s, tx, (&graph.Dataset{ID: dataset}).Stream(), LoadOptions{DryRun: true})
	if err := firstError(l.look(), l.open()); err != nil {
		return nil, s.translate(err)
	}
	return func(id string) bool { return l.entities.has(graph.HashID(id)) }, nil
}
