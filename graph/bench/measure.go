package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mapper/graph/store"
)

// onEmpty runs something on a fresh server and an empty store with the schema, which
// are the first two steps of the clock.
func (b *bench) onEmpty(ctx context.Context, do func(*server, *clock) error) error {
	return b.inHome(func(home string) error {
		clock := newClock()
		s, err := b.start(ctx, home)
		if err != nil {
			return err
		}
		defer s.stop()
		clock.done("start of the server")
		if err := prepare(ctx, s.config()); err != nil {
			return err
		}
		clock.done("schema")
		return do(s, clock)
	})
}

// inHome gives an empty folder for a store, on the disk of the cache, and removes it.
func (b *bench) inHome(do func(home string) error) error {
	home, err := os.MkdirTemp(filepath.Dir(b.files.dir), "store-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	return do(home)
}

// prepare makes the constraints and indexes, which every load finds made.
func prepare(ctx context.Context, at store.Config) error {
	s, err := prepared(ctx, at)
	if err != nil {
		return err
	}
	return s.Close(ctx)
}

// measure notes what a phase takes here and on the server.
func (b *bench) measure(s *server, phase string, do func() (figures, error)) (figures, error) {
	began, before := time.Now(), s.cpu()
	f, err := do()
	f.Seconds, f.Server = time.Since(began).Seconds(), s.cpu()-before
	if err != nil {
		return f, fmt.Errorf("%s: %w", phase, err)
	}
	b.notes.add(phase, f)
	say("%s: %.1f s; CPU: server %.1f s, client %.1f s", phase, f.Seconds, f.Server, f.Client)
	return f, nil
}
