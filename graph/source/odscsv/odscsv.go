// Package odscsv reads the reports of the Organisation Data Service that have 27
// columns and no header: NHS trusts (etr), care trusts (ect), commissioners (eccg),
// regions (eauth), prescribers (epraccur), dental practices (egdpprac). They are
// about in two dialects, which are told apart by what the rows hold.
package odscsv

import (
	"bufio"
	"fmt"
	"io"
	"regexp"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
	"mapper/graph/source/ods"
)

// Options say what a file does not.
type Options struct {
	Release graph.Date // when it was published; "" takes the date in its name
	Report  string     // which report it is, such as etr; "" goes by its content
}

// About says what was read: the dataset without its rows, which went to the sink.
type About struct {
	Dataset graph.Dataset // ID such as ods-etr, Title, Licence, Description, Release
	Report  string        // etr, eccg and so on
	Dialect Dialect       // "" where no row tells
}

// headSize is how much of a file is looked at to tell what it is: a few hundred rows.
const headSize = 64 << 10

// Read reads a report into a sink, row by row; file is its name as messages should
// show it. An error ends it: the file is no such report or breaks off, or the sink
// takes no more.
func Read(in io.Reader, file string, o Options, to source.Sink) (*About, error) {
	text := bufio.NewReaderSize(in, headSize)
	if mark, err := text.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
		_, _ = text.Discard(len(mark)) // just peeked at
	}
	head, err := text.Peek(headSize)
	if err != nil && err != io.EOF {
		return nil, failed(file, 0, "cannot be read: %v", err)
	}
	which, err := identify(head, file, o.Report)
	if err != nil {
		return nil, err
	}
	release := o.Release
	if release == "" {
		release = released(file)
	}
	if release == "" {
		return nil, failed(file, 0, "the file does not say when it was published, and its name holds no date: give it with --release YYYY-MM-DD or YYYY-MM")
	}
	about := which.about(release)
	document := which.document(release, o.Release == "")
	if err := to.Document(&document); err != nil {
		return nil, err
	}
	r := newReader(which, file, release, to)
	if err := r.rows(folder.Guarded(text)); err != nil {
		return nil, err
	}
	about.Dialect = r.dialect
	return about, nil
}

// nameDate finds a date in the name of a file: etr_2025-12.csv, 20251219-eccg.csv.
var nameDate = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)[-_]?(0[1-9]|1[0-2])(?:[-_]?(0[1-9]|[12]\d|3[01]))?(?:[^0-9]|$)`)

// released gives the date in the name of a file; "" when there is none.
func released(file string) graph.Date {
	found := nameDate.FindStringSubmatch(file)
	if found == nil {
		return ""
	}
	text := found[1] + "-" + found[2]
	if found[3] != "" {
		text += "-" + found[3]
	}
	date, err := graph.ParseDate(text)
	if err != nil {
		return "" // 31 February
	}
	return date
}

// about describes the dataset that a report makes.
func (r *report) about(release graph.Date) *About {
	return &About{Report: r.id, Dataset: graph.Dataset{ID: "ods-" + r.id, Title: r.title, Licence: ods.Licence,
		Description: fmt.Sprintf("%s, from the report %s of the Organisation Data Service.", r.title, r.id),
		Release:     r.documentID(release)}}
}

func (r *report) documentID(release graph.Date) string { return "ods-" + r.id + "-" + string(release) }

// document describes one release of a report.
func (r *report) document(release graph.Date, byName bool) graph.Document {
	dating := "given when it was read"
	if byName {
		dating = "inferred from the name of the file"
	}
	return graph.Document{ID: r.documentID(release), Title: fmt.Sprintf("%s (%s), %s", r.title, r.id, release.Words()),
		Publisher: ods.Publisher, Published: release, Dating: dating, Note: ods.Licence + "."}
}

// failed is the error of a file that cannot be read to its end.
func failed(file string, line int, format string, args ...any) error {
	var problems graph.Problems
	problems.Add(graph.Place{File: file, Line: line}, "", format, args...)
	return problems.Err()
}
