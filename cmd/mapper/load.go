package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/store"
	"mapper/testdata/nhs"
)

type loadCommand struct {
	Sources []string `arg:"" optional:"" name:"source" help:"Dataset folders or workbooks, published files (docs/official-files.md), MAPPING.yaml=FILE.csv, or ids of samples (default: the sample)."`
	DryRun  bool     `help:"Say what would change, and change nothing."`
	Drop    bool     `help:"Remove the named datasets (by id) from the graph instead."`
	Verify  bool     `help:"Compare with every node and edge, not with what the last load noted; repairs a graph that something else has changed."`
	Offline string   `enum:"auto,never" default:"auto" help:"Fill an empty Neo4j of the mapper's own by Neo4j's offline import, when there are many rows: auto or never (${default})."`
	Workers int      `default:"2" placeholder:"N" help:"How many transactions of a large load write at once (${default})."`
	JSON    bool     `name:"json" help:"Print the summary as JSON, a line a dataset."`
	sourceOptions
}

// Help shows examples below the options.
func (loadCommand) Help() string {
	return "Examples:\n  mapper load\n  mapper load my-dataset --dry-run\n  mapper load etr_2022-03.csv && mapper load etr_2025-12.csv\n" +
		"  NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=… mapper load articles my-dataset\n  mapper load --drop my-dataset"
}

// Run reads and checks all sources before it writes the first.
func (c loadCommand) Run(ctx context.Context, std streams, to *connection) error {
	if c.Drop {
		return c.drop(ctx, std, to)
	}
	l := &loader{options: store.LoadOptions{DryRun: c.DryRun, Verify: c.Verify, Workers: c.Workers}, progress: std.err,
		done: func(r graph.Report) error { return c.print(std.out, r) }}
	if to.URI != "" {
		l.opening = to.ahead(ctx, std.err, !c.DryRun)
	}
	if err := l.read(orSample(c.Sources), c.sourceOptions, std.err); err != nil {
		return err
	}
	defer l.close()
	s, err := l.connect(ctx, to, c.Offline == "auto")
	if err != nil {
		return err
	}
	defer s.close(std.err)
	store.TuneMemory()
	return l.load(ctx, s.Store)
}

// drop removes datasets by their ids.
func (c loadCommand) drop(ctx context.Context, std streams, to *connection) error {
	if len(c.Sources) == 0 || c.DryRun {
		return graph.Errorf(graph.Invalid, "--drop takes the ids of datasets, and no --dry-run")
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	for _, id := range c.Sources {
		report, err := s.Drop(ctx, id)
		if err == nil {
			err = c.print(std.out, report)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c loadCommand) print(w io.Writer, r graph.Report) error {
	if !c.JSON {
		return printReport(w, r)
	}
	text, err := json.Marshal(r)
	if err == nil {
		_, err = fmt.Fprintf(w, "%s\n", text)
	}
	return err
}

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

// printReport says what a load did.
func printReport(w io.Writer, r graph.Report) error {
	head := "loaded"
	switch {
	case r.DryRun:
		head = "would change"
	case r.Repaired:
		head = "repaired: an earlier load had been cut off; now loaded"
	case !r.Touched():
		head = "unchanged"
	}
	seconds := r.Took.Seconds()
	_, err := fmt.Fprintf(w, "%s: %s in %.2f s (%.0f rows/s)\n  documents  %s\n  entities   %s\n%s  claims     %s\n%s",
		r.Dataset, head, seconds, float64(r.Rows())/max(seconds, 0.001), r.Documents, r.Entities, inDetail(r.Release, r.Kinds), r.Claims, inDetail(r.Release, r.Relations))
	return err
}

// inDetail tells of each kind or relation what a release did, where it did anything.
func inDetail(release string, tallies map[string]*graph.Tally) string {
	if release == "" || len(tallies) < 2 {
		return ""
	}
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(tallies)) {
		if t := tallies[name]; t.Touched() {
			fmt.Fprintf(&text, "    %s: %s\n", name, t)
		}
	}
	return text.String()
}

// orSample gives the sample datasets when none is named.
func orSample(names []string) []string {
	if len(names) == 0 {
		return nhs.IDs
	}
	return names
}
