package main

import (
	"context"
	"encoding/json"
	"os"
	"sync"

	"mapper/graph"
	"mapper/graph/source/folder"
	"mapper/graph/store"
)

// loadOrder says what a child is to load, and where to.
type loadOrder struct {
	Folder, URI string
	Workers     int
}

// loadJob loads a folder into a server as `mapper load` does: it checks all of it,
// then loads it.
func loadJob(ctx context.Context, text []byte) (figures, error) {
	var order loadOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return figures{}, err
	}
	store.TuneMemory()
	clock := newClock()
	open := sync.OnceValues(func() (*store.Store, error) { return prepared(ctx, store.Config{URI: order.URI}) })
	go open() // while the files are checked
	rows, seen, err := checked(order.Folder)
	if err != nil {
		return figures{}, err
	}
	clock.done("check")
	s, err := open()
	if err != nil {
		return figures{}, err
	}
	defer s.Close(ctx)
	clock.done("schema")
	report, err := loadInto(ctx, s, rows, store.LoadOptions{Content: seen.Sum(), Workers: order.Workers})
	clock.done("load")
	return figures{Rows: report.Rows(), Steps: clock.steps}, err
}

// checked opens a folder and checks every row of it, taking its fingerprint.
func checked(dir string) (graph.Stream, *graph.Fingerprint, error) {
	f, problems := folder.Open(os.DirFS(dir), dir)
	if len(problems) > 0 {
		return nil, nil, problems.Err()
	}
	seen := &graph.Fingerprint{}
	problems, err := graph.CheckStream(f, f.Vocabulary(), seen.Visitor(f.About().Release))
	if err == nil && len(problems) > 0 {
		err = problems.Err()
	}
	return f, seen, err
}

// loadInto loads, and says what that did.
func loadInto(ctx context.Context, s *store.Store, rows graph.Stream, o store.LoadOptions) (graph.Report, error) {
	report, err := s.Load(ctx, rows, o)
	if err == nil {
		say("  entities %s; claims %s", report.Entities, report.Claims)
	}
	return report, err
}

// prepared connects and makes the schema, where it is not made.
func prepared(ctx context.Context, to store.Config) (*store.Store, error) {
	s, err := store.Open(ctx, to)
	if err != nil {
		return nil, err
	}
	if err := s.Prepare(ctx); err != nil {
		s.Close(ctx)
		return nil, err
	}
	return s, nil
}
