package main

import (
	"mapper/graph"
	"mapper/graph/source"
)

// sourceOptions are the flags of commands that read sources; a command embeds them.
type sourceOptions struct {
	Release    string `placeholder:"DATE" help:"When the files were published, where they do not say so themselves (YYYY-MM-DD or YYYY-MM)."`
	MaxRejects int    `default:"1000" placeholder:"N" help:"Stop when more rows than this of one source are rejected (${default})."`
}

// opened is one source that has been read to its end. Unless it is a dataset
// folder, what it says lies in a temporary file until close.
type opened struct {
	name   string          // as it was given on the command line
	what   string          // what it was recognised as: "dataset folder", "successions (CSV)"
	about  *graph.Dataset  // id, title, release, vocabulary; no rows
	counts []*source.Count // what was read, used and rejected
	// settle resolves what rows say by code and gives the rows. It may be called again,
	// with more known: give it what the graph holds when the load begins.
	settle func(known source.Known) (graph.Stream, error)
	close  func() error
}

// openSources reads sources to their ends, one after the other, before anything is
// written anywhere: bad input ends a command before Neo4j is asked. What each name
// may be, docs/official-files.md lists. The caller closes what is opened; on an
// error everything is closed.
func openSources(names []string, o sourceOptions) ([]*opened, error) {
	return nil, nil
}
