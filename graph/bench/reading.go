package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"mapper/graph"
	"mapper/graph/source"
)

// Phases of reading, with a format's name: what the reader alone takes, and what it
// takes until all that rows say by code is resolved and the rows can be loaded.
const (
	readAlone = "%s, read"
	readWhole = "%s, read and resolved"
)

// reading measures every format.
func (b *bench) reading(ctx context.Context) error {
	for _, f := range formats {
		err := once(b.files.format(f), func(dir string) error { return f.make(dir+"/"+f.file, b.scale) })
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	if len(b.notes[boltOne]) == 0 { // whose rate the readers are held against
		if err := b.oneRound(ctx, 0); err != nil {
			return err
		}
	}
	for range b.rounds {
		for _, f := range formats {
			if err := b.readRound(ctx, f); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *bench) readRound(ctx context.Context, f format) error {
	for _, phase := range []string{readAlone, readWhole} {
		if f.open != nil && phase == readWhole { // a dataset has nothing to resolve
			continue
		}
		name := fmt.Sprintf(phase, f.name)
		took, err := child(ctx, "read", readOrder{Format: f.name, Path: b.files.format(f) + "/" + f.file, Resolve: phase == readWhole})
		if err != nil {
			return err
		}
		b.notes.add(name, took)
		say("%s: %d rows of the graph in %.1f s; CPU %.1f s, %.0f MB", name, took.Rows, took.Seconds, took.Client, took.Memory)
	}
	return nil
}

// readOrder says which file a child is to read.
type readOrder struct {
	Format, Path string
	Resolve      bool
}

// readJob reads a file and counts the rows of the graph that it gives.
func readJob(_ context.Context, text []byte) (figures, error) {
	var order readOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return figures{}, err
	}
	f := formats[slices.IndexFunc(formats, func(f format) bool { return f.name == order.Format })]
	switch {
	case f.open != nil:
		rows, problems := f.open(order.Path)
		if len(problems) > 0 {
			return figures{}, problems.Err()
		}
		defer rows.Close()
		return countRows(rows)
	case !order.Resolve:
		to := &counter{}
		_, err := f.read(order.Path, to)
		return figures{Rows: to.rows}, err
	}
	spool, err := source.NewSpool(os.TempDir(), 1000)
	if err != nil {
		return figures{}, err
	}
	defer spool.Close()
	about, err := f.read(order.Path, spool)
	if err != nil {
		return figures{}, err
	}
	rows, err := spool.Stream(about, source.Known{})
	if err != nil {
		return figures{}, err
	}
	return countRows(rows)
}

// countRows reads a stream once.
func countRows(rows graph.Stream) (f figures, err error) {
	if err = rows.EachEntity(func(*graph.Entity) error { f.Rows++; return nil }); err == nil {
		err = rows.EachClaim(func(*graph.Claim) error { f.Rows++; return nil })
	}
	return f, err
}

// counter is a sink that keeps nothing.
type counter struct {
	source.Result
	rows int
}

func (c *counter) Entity(*graph.Entity) error { c.rows++; return nil }
func (c *counter) Claim(*graph.Claim) error   { c.rows++; return nil }
func (c *counter) Ending(source.Ending) error { return nil }
