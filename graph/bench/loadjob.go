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

// loadJob loads a folder as `mapper load` does: it checks all of it, then loads it.
func loadJob(ctx context.Context, text []byte) (figures, error) {
	var order loadOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return figures{}, err
	}
	rows, err := checked(order.Folder)
	if err != nil {
		return figures{}, err
	}
	s, err := store.Open(ctx, store.Config{URI: order.URI})
	if err != nil {
		return figures{}, err
	}
	defer s.Close(ctx)
	report, err := s.Load(ctx, rows, store.LoadOptions{Workers: order.Workers})
	if err != nil {
		return figures{}, err
	}
	say("  %d rows; entities %s; claims %s", report.Rows(), report.Entities, report.Claims)
	return figures{Rows: report.Rows()}, nil
}

// checked opens a folder and checks every row of it.
func checked(dir string) (graph.Stream, error) {
	f, problems := folder.Open(os.DirFS(dir), dir)
	if len(problems) > 0 {
		return nil, problems.Err()
	}
	problems, err := graph.CheckStream(f, f.Vocabulary(), graph.Visitor{})
	if err == nil && len(problems) > 0 {
		err = problems.Err()
	}
	return f, err
}

// parseOrder says what a child is to read, and how far it goes with each row.
type parseOrder struct {
	Folder string
	Check  bool
	Hash   bool
}

// parseJob reads a folder once, for the table of where the time goes.
func parseJob(_ context.Context, text []byte) (figures, error) {
	var order parseOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return figures{}, err
	}
	f, problems := folder.Open(os.DirFS(order.Folder), order.Folder)
	if len(problems) > 0 {
		return figures{}, problems.Err()
	}
	rows := 0
	var h graph.Hasher
	labels, release := []string{"Organisation", "Provider"}, f.About().Release
	each := graph.Visitor{
		Entity: func(e *graph.Entity) error {
			rows++
			if order.Hash {
				graph.HashID(e.ID)
				h.Entity(e, labels)
			}
			return nil
		},
		Claim: func(c *graph.Claim) error {
			rows++
			if order.Hash {
				graph.HashID(c.ID)
				h.Claim(c, release)
			}
			return nil
		},
	}
	if order.Check {
		problems, err := graph.CheckStream(f, f.Vocabulary(), each)
		if err == nil && len(problems) > 0 {
			err = problems.Err()
		}
		return figures{Rows: rows}, err
	}
	err := f.EachEntity(each.Entity)
	if err == nil {
		err = f.EachClaim(each.Claim)
	}
	return figures{Rows: rows}, err
}
