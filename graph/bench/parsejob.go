package main

import (
	"context"
	"encoding/json"
	"os"

	"mapper/graph"
	"mapper/graph/source/folder"
)

// parseOrder says what a child is to read, and how far it goes with each row.
type parseOrder struct {
	Folder      string
	Check       bool // hold the rows to the vocabulary
	Fingerprint bool // and take their fingerprint
}

// parseJob reads a folder once, to tell where the time of a load goes.
func parseJob(_ context.Context, text []byte) (figures, error) {
	var order parseOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return figures{}, err
	}
	if order.Fingerprint {
		_, seen, err := checked(order.Folder)
		if err != nil {
			return figures{}, err
		}
		return figures{Rows: seen.Rows()}, nil
	}
	f, problems := folder.Open(os.DirFS(order.Folder), order.Folder)
	if len(problems) > 0 {
		return figures{}, problems.Err()
	}
	rows := 0
	each := graph.Visitor{
		Entity: func(*graph.Entity) error { rows++; return nil },
		Claim:  func(*graph.Claim) error { rows++; return nil },
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
