package main

import (
	"context"
	"encoding/json"
	"os"

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
	rows, seen, err := checked(order.Folder)
	if err != nil {
		return figures{}, err
	}
	clock.done("check")
	report, err := loadInto(ctx, store.Config{URI: order.URI}, rows, clock, store.LoadOptions{Content: seen.Sum(), Workers: order.Workers})
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

// loadInto makes the schema, where it is not made, and loads.
func loadInto(ctx context.Context, to store.Config, rows graph.Stream, clock *clock, o store.LoadOptions) (report graph.Report, err error) {
	s, err := store.Open(ctx, to)
	if err != nil {
		return report, err
	}
	defer s.Close(ctx)
	if err := s.Prepare(ctx); err != nil {
		return report, err
	}
	clock.done("schema")
	if report, err = s.Load(ctx, rows, o); err != nil {
		return report, err
	}
	say("  entities %s; claims %s", report.Entities, report.Claims)
	return report, nil
}
