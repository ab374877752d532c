package main

import (
	"fmt"
	"io"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
)

// sourceOptions are the flags of commands that read sources; a command embeds them.
type sourceOptions struct {
	Release    string `placeholder:"DATE" help:"When the files were published, where they do not say so themselves (YYYY-MM-DD or YYYY-MM)."`
	MaxRejects int    `default:"1000" placeholder:"N" help:"Stop when more rows than this of one source are rejected (${default})."`
}

// opened is one source that has been read to its end. Unless it is a dataset, what
// it says lies in a temporary file until close.
type opened struct {
	name     string          // as it was given on the command line
	what     string          // what it was recognised as: "dataset folder", "list of successions (CSV)"
	about    *graph.Dataset  // id, title, release, vocabulary; no rows
	counts   []*source.Count // what was read, used and rejected; nil for a dataset
	rejected graph.Problems  // the first rejected rows; of a dataset, what is wrong with it at first sight
	more     int             // rejected rows beyond those
	notes    []string        // what the reader found out about the whole
	remarks  []string        // what was done about what the rows leave open, when it was settled last
	// settle resolves what rows say by code and gives the rows. It may be called again,
	// with more known: give it what the graph holds when the load begins.
	settle  func(known source.Known) (graph.Stream, error)
	close   func() error
	dataset *folder.Folder // nil for any other source
}

// openSources reads sources to their ends, one after the other, before anything is
// written anywhere: bad input ends a command before Neo4j is asked. What each name
// may be, docs/official-files.md lists. The caller closes what is opened; on an
// error everything is closed.
func openSources(names []string, o sourceOptions) ([]*opened, error) {
	if _, err := graph.ParseDate(o.Release); err != nil {
		return nil, graph.Errorf(graph.Invalid, "--release: %v", err)
	}
	var all []*opened
	for _, name := range names {
		one, err := openSource(name, o)
		if err == nil {
			all = append(all, one)
			err = one.unsound()
		}
		if err != nil {
			closeAll(all)
			return nil, err
		}
	}
	return all, nil
}

// unsound gives everything wrong with a dataset that is wrong at first sight.
func (o *opened) unsound() error {
	if o.dataset == nil || len(o.rejected) == 0 {
		return nil
	}
	return tooMany(folder.Check(o.dataset))
}

func closeAll(all []*opened) {
	for _, one := range all {
		_ = one.close() // temporary files, which the system clears too
	}
}

// openSource reads one source.
func openSource(name string, o sourceOptions) (*opened, error) {
	found, err := recognise(name)
	if err != nil {
		return nil, err
	}
	if found.form.open != nil {
		return found.form.open(found)
	}
	spool, err := source.NewSpool("", o.MaxRejects)
	if err != nil {
		return nil, err
	}
	told, err := found.form.read(found, graph.Date(o.Release), spool)
	if err != nil {
		_ = spool.Close() // err says what went wrong
		return nil, err
	}
	one := &opened{name: found.path, what: found.form.what, about: &told.About, counts: spool.Counts(), notes: told.Notes, close: spool.Close}
	one.rejected, one.more = spool.Rejected()
	one.settle = func(known source.Known) (graph.Stream, error) {
		rows, err := spool.Stream(one.about, known)
		if err != nil {
			return nil, err
		}
		one.remarks = rows.Notes
		return rows, nil
	}
	return one, nil
}

// reportRead says what became of the rows of each source; of datasets, whose rows
// are all used or none, it says nothing.
func reportRead(w io.Writer, all []*opened) {
	for _, one := range all {
		for _, p := range one.rejected {
			fmt.Fprintf(w, "rejected: %s\n", p)
		}
		if one.more > 0 {
			fmt.Fprintf(w, "rejected: … and %d more\n", one.more)
		}
		for _, count := range one.counts {
			fmt.Fprintf(w, "%s: %s\n", one.name, count)
		}
		for _, note := range one.notes {
			fmt.Fprintf(w, "%s: %s\n", one.name, note)
		}
	}
}

// reportSettled says what was done about what the rows of a source leave open.
func reportSettled(w io.Writer, one *opened) {
	if len(one.remarks) > 0 {
		fmt.Fprintf(w, "%s: %s\n", one.about.ID, strings.Join(one.remarks, "; "))
	}
}
