package main

import (
	"context"
	"fmt"
	"io"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/store"
)

// loader takes sources from files into the graph.
type loader struct {
	sources  []*checked
	options  store.LoadOptions
	progress io.Writer
	opening  func() (*connected, error) // gives a named server, prepared meanwhile; nil for the mapper's own
	done     func(graph.Report) error
}

// checked is a source that has been read and checked.
type checked struct {
	*opened
	rows        graph.Stream
	fingerprint graph.Fingerprint
	imported    bool // its rows are in the graph by an offline import, and only to be noted
}

// read opens and checks all sources.
func (l *loader) read(names []string, o sourceOptions, w io.Writer) error {
	opened, err := openSources(names, o)
	if err != nil {
		return err
	}
	for _, source := range opened {
		l.sources = append(l.sources, &checked{opened: source})
	}
	reportRead(w, opened)
	for _, s := range l.sources {
		if err := s.check(source.Known{}); err != nil {
			l.close()
			return err
		}
	}
	return nil
}

// check settles what the rows say by code, and holds them to the vocabulary.
func (s *checked) check(known source.Known) error {
	rows, err := s.settle(known)
	if err != nil {
		return err
	}
	vocabulary, err := graph.Standard().Extend(s.about.Vocabulary)
	if err != nil {
		return err
	}
	s.rows, s.fingerprint = rows, graph.Fingerprint{}
	problems, err := graph.CheckStream(rows, vocabulary, s.fingerprint.Visitor(rows.About().Release))
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return tooMany(problems)
	}
	return nil
}

func (l *loader) rows() (n int) {
	for _, s := range l.sources {
		n += s.fingerprint.Rows()
	}
	return n
}

func (l *loader) close() {
	for _, s := range l.sources {
		_ = s.close() // temporary files, which the system clears too
	}
}

// load loads the sources one after the other.
func (l *loader) load(ctx context.Context, s *store.Store) error {
	if l.opening == nil && !l.options.DryRun {
		if err := s.Prepare(ctx); err != nil {
			return err
		}
	}
	for _, source := range l.sources {
		if err := l.one(ctx, s, source); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) one(ctx context.Context, s *store.Store, source *checked) error {
	if !source.imported {
		if err := source.meet(ctx, s); err != nil {
			return err
		}
	}
	o := l.options
	o.Content, o.Adopt = source.fingerprint.Sum(), source.imported
	bar := newProgress(l.progress, source.about.ID, source.fingerprint.Entities+source.fingerprint.Claims)
	o.Told = bar.told
	o.Waiting = func() { fmt.Fprintln(l.progress, "another load is under way; waiting for it to end") }
	reportSettled(l.progress, source.opened)
	r, err := s.Load(ctx, source.rows, o)
	bar.end()
	if err != nil {
		return err
	}
	return l.done(r)
}

// meet settles a source once more where the graph knows bodies, under other ids, by
// the codes it speaks of.
func (s *checked) meet(ctx context.Context, in *store.Store) error {
	if s.dataset != nil { // its ids are its own
		return nil
	}
	bearers, err := in.Bearers(ctx, s.about.ID)
	if err != nil || len(bearers) == 0 {
		return err
	}
	described, err := in.Describes(ctx, s.about.ID)
	if err != nil {
		return err
	}
	known := source.Known{Described: described, Bearers: map[string][]source.Bearer{}}
	for code, all := range bearers {
		for _, b := range all {
			known.Bearers[code] = append(known.Bearers[code], source.Bearer(b))
		}
	}
	return s.check(known)
}
