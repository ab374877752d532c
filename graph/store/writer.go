package store

import (
	"encoding/json"

	"mapper/graph"
)

// A writer takes the batches of a load. It holds them until the load is known to be
// small, and then writes all in the load's own transaction; once there are more, it
// marks the dataset unfinished and has each written in a transaction of its own.
type writer struct {
	load    *load
	pending []*batch // nil stands for a barrier
	rows    int      // in pending
	crew    *crew    // nil while the load may still be small
	notes   []func(runner) error
}

// batch is what is written together.
type batch struct {
	title   string
	rows    int
	mask    uint64             // which parts of the graph it touches: batches whose masks meet do not run at once
	do      func(runner) error // may be run again when the server asks for it
	written func()             // told when it stands in the graph; may be nil
}

// standard sizes: of a batch, and of a load that is one transaction.
const (
	batchRows  = 5000
	atomicRows = 20_000
)

func newWriter(l *load) *writer { return &writer{load: l} }

// add takes a batch to write, now or later. A dry run only counts.
func (w *writer) add(b *batch) error {
	if w.load.options.DryRun || b.rows == 0 {
		return nil
	}
	if w.crew != nil {
		return w.crew.give(b)
	}
	w.pending = append(w.pending, b)
	if w.rows += b.rows; w.rows <= orDefault(w.load.options.Atomic, atomicRows) {
		return nil
	}
	return w.begin()
}

// everything is the mask that meets all others while the load may still be one
// transaction, 0 after: few large batches then cost less than many that could be
// written at once.
func (w *writer) everything() uint64 {
	if w.crew == nil {
		return ^uint64(0)
	}
	return 0
}

// begin turns a load that has proved large into one that writes in batches.
func (w *writer) begin() error {
	l := w.load
	vocabulary, err := json.Marshal(l.about.Vocabulary)
	if err != nil {
		return err
	}
	err = l.store.apart(l.ctx, func(run runner) error {
		return run.do("dataset-begin", map[string]any{"dataset": l.about.ID, "title": l.about.Title, "vocabulary": string(vocabulary)})
	})
	if err != nil {
		return err
	}
	w.crew = l.store.newCrew(l.ctx, orDefault(l.options.Workers, 2), l.told)
	for _, b := range w.pending {
		if b == nil {
			err = w.crew.wait()
		} else {
			err = w.crew.give(b)
		}
		if err != nil {
			return err
		}
	}
	w.pending = nil
	return nil
}

// barrier makes what is added later wait for what has been added.
func (w *writer) barrier() error {
	if w.crew != nil {
		return w.crew.wait()
	}
	w.pending = append(w.pending, nil)
	return nil
}

// flush writes what is still held.
func (w *writer) flush() error {
	if w.crew != nil {
		return w.crew.wait()
	}
	run := runner{w.load.ctx, w.load.tx}
	for _, b := range w.pending {
		if b == nil {
			continue
		}
		w.load.told(b.title, 0)
		if err := b.do(run); err != nil {
			return err
		}
		w.load.told(b.title, b.rows)
	}
	w.pending = nil
	return nil
}

// note keeps a statement for the very end, in the load's own transaction.
func (w *writer) note(name string, params map[string]any) {
	w.notes = append(w.notes, func(run runner) error { return run.do(name, params) })
}

// finish runs what was noted.
func (w *writer) finish() error {
	for _, note := range w.notes {
		if err := note(runner{w.load.ctx, w.load.tx}); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) stop() {
	if w.crew != nil {
		w.crew.stop()
	}
}

func (l *load) told(title string, rows int) {
	if l.options.Told != nil {
		l.options.Told(title, rows)
	}
}

// cutOff says what to do about a load that was not finished.
func (l *load) cutOff(err error) error {
	err = l.store.translate(err)
	if l.writer.crew == nil {
		return err // nothing of it has been written
	}
	return graph.Errorf(graph.KindOf(err), "%v\nThe load of %s is unfinished: run the same command again, and it goes on where it was.", err, l.about.ID).Because(err)
}
