package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mapper/graph/store"
)

// Phases, by which figures are noted.
const (
	csvLoad  = "LOAD CSV"
	csvWhole = "LOAD CSV end to end"
	boltOne  = "load, 1 worker"
	boltTwo  = "load, 2 workers"
	again    = "same release again"
	sameRows = "next release, same rows"
	imported = "offline import"
	changed  = "next release, 1 % changed"
)

// bolt measures loads into empty stores in turns, and what follows on the loaded one.
func (b *bench) bolt(ctx context.Context) error {
	sides := []func(context.Context, int) error{b.csvRound, b.oneRound, b.twoRound}
	for round := range b.rounds {
		for i := range sides {
			if err := sides[(i+round)%len(sides)](ctx, round); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *bench) csvRound(ctx context.Context, round int) error {
	return b.onEmpty(ctx, func(s *server, began time.Time) error {
		f, err := b.measure(ctx, s, csvLoad, func() (figures, error) { return figures{}, b.loadCSV(ctx, s.config()) })
		if err != nil {
			return err
		}
		f.Seconds, f.Server = time.Since(began).Seconds(), s.cpu()
		b.notes.add(csvWhole, f)
		return b.keep(ctx, s.config(), csvLoad, round)
	})
}

func (b *bench) oneRound(ctx context.Context, round int) error {
	return b.onEmpty(ctx, func(s *server, _ time.Time) error {
		if err := b.load(ctx, s, boltOne, 1, 1); err != nil {
			return err
		}
		return b.keep(ctx, s.config(), boltOne, round)
	})
}

func (b *bench) twoRound(ctx context.Context, round int) error {
	return b.onEmpty(ctx, func(s *server, _ time.Time) error {
		if err := b.load(ctx, s, boltTwo, 1, 2); err != nil {
			return err
		}
		if err := b.keep(ctx, s.config(), boltTwo, round); err != nil {
			return err
		}
		return b.nextReleases(ctx, s)
	})
}

// nextReleases loads the same release again, then the next ones, each on a server
// that has just started, as the first load had.
func (b *bench) nextReleases(ctx context.Context, s *server) error {
	for _, next := range []struct {
		phase   string
		release int
	}{{again, 1}, {sameRows, 2}, {changed, 3}} {
		if err := s.restart(ctx); err != nil {
			return err
		}
		if err := b.load(ctx, s, next.phase, next.release, 2); err != nil {
			return err
		}
	}
	return nil
}

// load has a release loaded by a child, and waits until its indexes answer.
func (b *bench) load(ctx context.Context, s *server, phase string, release, workers int) error {
	_, err := b.measure(ctx, s, phase, func() (figures, error) {
		f, err := child(ctx, "load", loadOrder{Folder: b.files.release(release), URI: s.uri, Workers: workers})
		if err == nil {
			err = awaitIndexes(ctx, s.config())
		}
		return f, err
	})
	return err
}

// onEmpty runs something on a fresh server and an empty store with the schema; it is
// told when the server was asked to start.
func (b *bench) onEmpty(ctx context.Context, do func(s *server, began time.Time) error) error {
	return b.inHome(func(home string) error {
		began := time.Now()
		s, err := b.start(ctx, home)
		if err != nil {
			return err
		}
		defer s.stop()
		if err := prepare(ctx, s.config()); err != nil {
			return err
		}
		return do(s, began)
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
	s, err := store.Open(ctx, at)
	if err != nil {
		return err
	}
	defer s.Close(ctx)
	return s.Prepare(ctx)
}

// measure notes what a phase takes here and on the server.
func (b *bench) measure(_ context.Context, s *server, phase string, do func() (figures, error)) (figures, error) {
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
