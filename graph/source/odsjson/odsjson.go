// Package odsjson reads answers of the Organisation Data Service's own interface
// (ORD): single records, lists of them, one a line or in an array, and the lists of
// summaries that a search gives.
package odsjson

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/orgref"
)

// Options are what the user says of the answers.
type Options struct {
	Release graph.Date // when they were fetched; "" leaves them undated, so that no later set can be compared
}

// About says what was read: the dataset without its rows, which went to the sink.
type About = orgref.About

// dataset is the id of all answers together. They are not the release in XML, and
// do not take its place in a graph.
const dataset = "ods-ord"

// form is how the answers begin: a record, a list of summaries, or a bare record.
var form = regexp.MustCompile(`^\s*\[?\s*\{\s*("Organisations?"\s*:|[^{}]*"(OrgId|OrgLink)"\s*:|[^\[]*"Date"\s*:\s*\[\s*\{\s*"Type"\s*:)`)

// Sniff says whether a file that begins with head holds such answers.
func Sniff(head []byte) bool {
	return form.Match(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
}

// Read reads one text; file is its name as messages should show it.
func Read(in io.Reader, file string, o Options, to source.Sink) (*About, error) {
	r, err := begin(o, to)
	if err != nil {
		return nil, err
	}
	if err := r.read(in, file); err != nil {
		return nil, err
	}
	return r.finish(file)
}

// ReadFile reads a file, or all files of a folder that end in .json, .jsonl or
// .ndjson, as one dataset.
func ReadFile(path string, o Options, to source.Sink) (*About, error) {
	files, err := filesOf(path)
	if err != nil {
		return nil, err
	}
	r, err := begin(o, to)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if err := r.readFile(file); err != nil {
			return nil, err
		}
	}
	return r.finish(path)
}

func filesOf(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	var files []string
	for _, entry := range entries {
		if slices.Contains([]string{".json", ".jsonl", ".ndjson"}, strings.ToLower(filepath.Ext(entry.Name()))) {
			files = append(files, filepath.Join(path, entry.Name()))
		}
	}
	if len(files) == 0 {
		return nil, graph.Errorf(graph.Invalid, "%s: no .json, .jsonl or .ndjson is in this folder", path)
	}
	return files, nil
}

func unreadable(path string, err error) error {
	return graph.Errorf(graph.Invalid, "%s: cannot be read: %v", path, err)
}

// reading is the reading of the files of one dataset.
type reading struct {
	release orgref.Release
	emitter *orgref.Emitter
	records int
	record  orgref.Record
}

func begin(o Options, to source.Sink) (*reading, error) {
	r := &reading{release: orgref.Release{Dataset: dataset, Title: "Organisation Data Service, single records", Published: o.Release,
		Note: "Answers of the service's own interface (ORD)."}}
	if o.Release != "" {
		r.release.Dating = "as given when they were loaded"
	}
	var err error
	r.emitter, err = orgref.NewEmitter(r.release, to)
	return r, err
}

func (r *reading) readFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return unreadable(path, err)
	}
	defer f.Close()
	return r.read(f, filepath.Base(path))
}

func (r *reading) finish(name string) (*About, error) {
	if r.records == 0 {
		return nil, graph.Errorf(graph.Invalid, "%s: holds no record: an answer of the Organisation Data Service begins with {\"Organisation\": or {\"Organisations\":", name)
	}
	if err := r.emitter.Close(); err != nil {
		return nil, err
	}
	return r.release.About(), nil
}
