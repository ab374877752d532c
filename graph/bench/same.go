package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph/store"
)

// state is what a graph holds: its checksum, and what it can be searched by.
type state struct {
	store.Checksum
	indexes string
}

// stateOf reads the whole graph once.
func stateOf(ctx context.Context, at store.Config) (state, error) {
	var now state
	s, err := store.Open(ctx, at)
	if err != nil {
		return now, err
	}
	defer s.Close(ctx)
	if now.Checksum, err = s.Checksum(ctx); err != nil {
		return now, err
	}
	var names []string
	err = within(ctx, at, neo4j.AccessModeRead, func(session neo4j.SessionWithContext) error {
		return each(ctx, session, "SHOW INDEXES YIELD name, type, state", nil, func(r *neo4j.Record) error {
			names = append(names, fmt.Sprint(r.Values...))
			return nil
		})
	})
	slices.Sort(names)
	now.indexes = strings.Join(names, ", ")
	return now, err
}

// keep notes the graph of a phase in the first round, and holds it against that of
// LOAD CSV. The bench goes on when they differ, and fails at the end.
func (b *bench) keep(ctx context.Context, at store.Config, phase string, round int) error {
	if round > 0 {
		return nil
	}
	now, err := stateOf(ctx, at)
	if err != nil {
		return err
	}
	say("  %s", now.Checksum)
	b.states[phase] = now
	return nil
}

// differences says of each phase that should have made the same graph as LOAD CSV
// whether it has.
func (b *bench) differences() (told []string, err error) {
	want, ok := b.states[csvLoad]
	for _, phase := range []string{boltOne, boltTwo, imported} {
		now, there := b.states[phase]
		switch {
		case !ok || !there:
		case now == want:
			told = append(told, fmt.Sprintf("The graph of %s is that of LOAD CSV: %s.", phase, now.Checksum))
		default:
			err = fmt.Errorf("%s made another graph than LOAD CSV:\n  %s\n  %s", phase, now.difference(want), want.difference(now))
		}
	}
	return told, err
}

// difference gives that in which a graph differs from another.
func (s state) difference(from state) string {
	if s.Checksum != from.Checksum {
		return s.Checksum.String()
	}
	return s.indexes
}
