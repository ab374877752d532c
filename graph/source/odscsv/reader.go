package odscsv

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"time"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
	"mapper/graph/source/ods"
)

// reader is the reading of one file. What it keeps grows with the number of codes,
// not with the rows.
type reader struct {
	*report
	file     string
	day      graph.Date // the release's first day
	document string     // id
	to       source.Sink
	count    *source.Count
	dialect  Dialect
	told     int // line that told the dialect

	seen    lines
	days    map[string]graph.Date // days as written, since a file has few
	parties map[string]*party
	near    [width]*party // of the row before, by column
	classes map[classKey]*class

	words  words
	row    cells
	stood  *int32 // line on which the row's code stood before, 0 for none
	at     graph.Place
	record ods.Record
	bodies []graph.Entity
	claim  graph.Claim
	term   graph.Span // from joining to leaving
	now    state
}

func newReader(which *report, file string, release graph.Date, to source.Sink) *reader {
	first, _ := release.First() // it has been parsed
	return &reader{report: which, file: file, day: graph.Date(first.Format(time.DateOnly)), document: which.documentID(release),
		to: to, count: to.Counting("rows"), at: graph.Place{File: file},
		seen: lines{}, days: map[string]graph.Date{}, parties: map[string]*party{}, classes: map[classKey]*class{}}
}

// rows reads all rows. A row is a line: the service breaks no field over lines, so a
// quote that is not closed costs one row and not the rest of the file.
func (r *reader) rows(in io.Reader) error {
	lines := bufio.NewReaderSize(in, headSize)
	for {
		line, err := lines.ReadSlice('\n')
		if len(line) > 0 || err == nil {
			r.at.Line++
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if err := r.long(lines); err != nil {
				return err
			}
			continue
		case err != nil && err != io.EOF:
			return r.broken(err)
		}
		if line = bytes.TrimRight(line, "\r\n"); len(line) > 0 {
			if err := r.line(r.words.keep(line)); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// long passes over a line that is longer than any honest row.
func (r *reader) long(lines *bufio.Reader) error {
	for {
		_, err := lines.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && err != io.EOF {
			return r.broken(err)
		}
		return r.reject("", "is longer than %d bytes: is a line end missing?", headSize)
	}
}

// broken says where and why the text broke off.
func (r *reader) broken(err error) error {
	if line, message, ok := folder.Broken(err); ok {
		return failed(r.file, line, "%s", message)
	}
	return failed(r.file, r.at.Line, "%v", err)
}

// reject counts a row that cannot be used.
func (r *reader) reject(field, format string, args ...any) error {
	return r.to.Reject(r.count, r.at, field, format, args...)
}

// line reads one row: all of it is checked before any of it is given to the sink.
func (r *reader) line(text string) error {
	if wrong := r.row.split(text); wrong != "" {
		return r.reject("", "%s", wrong)
	}
	if field, wrong := r.check(); wrong != "" {
		return r.reject(field, "%s", wrong)
	}
	if err := r.give(); err != nil {
		return err
	}
	*r.stood = int32(r.at.Line)
	r.count.Use()
	return nil
}
