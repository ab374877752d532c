package main

import (
	"context"
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
	return b.onEmpty(ctx, func(s *server, whole *clock) error {
		f, err := b.measure(s, csvLoad, func() (figures, error) {
			clock := newClock()
			err := b.loadCSV(ctx, s.config(), clock)
			if err == nil {
				err = awaitIndexes(ctx, s.config())
			}
			clock.done("indexes online")
			return figures{Steps: clock.steps}, err
		})
		if err != nil {
			return err
		}
		whole.steps = append(whole.steps, f.Steps...)
		for _, step := range whole.steps[:2] {
			f.Seconds += step.Seconds
		}
		f.Server, f.Steps = s.cpu(), whole.steps
		b.notes.add(csvWhole, f)
		return b.keep(ctx, s.config(), csvLoad, round)
	})
}

func (b *bench) oneRound(ctx context.Context, round int) error {
	return b.onEmpty(ctx, func(s *server, _ *clock) error {
		if err := b.load(ctx, s, boltOne, 1, 1); err != nil {
			return err
		}
		return b.keep(ctx, s.config(), boltOne, round)
	})
}

func (b *bench) twoRound(ctx context.Context, round int) error {
	return b.onEmpty(ctx, func(s *server, _ *clock) error {
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
	_, err := b.measure(s, phase, func() (figures, error) {
		f, err := child(ctx, "load", loadOrder{Folder: b.files.release(release), URI: s.uri, Workers: workers})
		if err != nil {
			return f, err
		}
		clock := newClock()
		err = awaitIndexes(ctx, s.config())
		clock.done("indexes online")
		f.Steps = append(f.Steps, clock.steps...)
		return f, err
	})
	return err
}
