package mapping

import (
	"io"
	"path/filepath"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// Options say what a mapping does not.
type Options struct {
	// Release is when the file was published, where the mapping does not say: the
	// dataset is then a release of a source that is published again and again.
	Release graph.Date
}

// reader is the reading of one file by a mapping. Ids are remembered as hashes.
type reader struct {
	to        source.Sink
	m         *Mapping
	program   *program
	document  string
	count     *source.Count
	described source.Hashes[struct{}] // entities that a row has described already
	claimed   source.Hashes[int32]    // line of each claim
	filler
	made made
}

// made is what one row makes; its lists are used again for the next.
type made struct {
	entities []graph.Entity
	claims   []graph.Claim
	ids      []string // by entity of the program, "" for one that the row does not describe
}

// Read reads a CSV file by the mapping into a sink; file is its name as messages
// should show it.
func (m *Mapping) Read(in io.Reader, file string, o Options, to source.Sink) (*source.Told, error) {
	r, told, err := m.begin(o, to)
	if err != nil {
		return nil, err
	}
	return told, source.Rows(in, file, source.Columns{Names: m.Columns, Check: r.header}, r.row)
}

// ReadWorkbook reads a sheet of an .xlsx workbook likewise.
func (m *Mapping) ReadWorkbook(path string, o Options, to source.Sink) (*source.Told, error) {
	r, told, err := m.begin(o, to)
	if err != nil {
		return nil, err
	}
	return told, source.SheetRows(path, filepath.Base(path), m.Sheet, source.Columns{Names: m.Columns, Check: r.header}, r.row)
}

// begin gives the document to the sink and makes ready for rows.
func (m *Mapping) begin(o Options, to source.Sink) (*reader, *source.Told, error) {
	d := m.Document
	published, err := graph.ParseDate(d.Published)
	if err != nil {
		return nil, nil, m.wrong("document: published: %v", err)
	}
	document := graph.Document{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: published, Dating: d.Dating, URL: d.URL, Note: d.Note}
	told := &source.Told{About: graph.Dataset{ID: source.Slug(d.ID), Title: d.Title}}
	source.Releasing(&told.About, &document, o.Release)
	r := &reader{to: to, m: m, document: document.ID, count: to.Counting(m.What)}
	return r, told, to.Document(&document)
}

// header is told the columns of the file.
func (r *reader) header(header []string) (string, bool) {
	if err := r.m.checkColumns(header); err != nil {
		return "does not fit the mapping: " + err.Error(), true
	}
	r.program = r.m.ready(header)
	r.cells = make([]string, len(header)+len(r.program.derived))
	r.made.ids = make([]string, len(r.program.entities))
	return "", false
}

// row reads one line: it is used as a whole or rejected as a whole.
func (r *reader) row(row *source.Row) error {
	if row.Wrong != "" {
		return r.to.Reject(r.count, row.At, "", "%s", row.Wrong)
	}
	for _, i := range r.program.used {
		r.cells[i] = row.Cell(i)
	}
	for _, d := range r.program.derived {
		r.cells[d.into] = d.find(r.cells[d.from])
	}
	for i := range r.program.skips {
		if s := &r.program.skips[i]; s.applies(r.cells[s.column]) {
			return r.to.Reject(r.count, row.At, s.Column, "%s", r.fill(s.reason))
		}
	}
	r.made.entities, r.made.claims = r.made.entities[:0], r.made.claims[:0]
	if field, wrong := r.parts(row.At); wrong != "" {
		return r.to.Reject(r.count, row.At, field, "%s", wrong)
	}
	return r.keep(row.At.Line)
}

// parts makes what the row says for each part of its list, or once.
func (r *reader) parts(at graph.Place) (field, wrong string) {
	if r.program.each < 0 {
		return r.make(at)
	}
	for part := range strings.SplitSeq(r.cells[r.program.each], r.m.Each.Split) {
		r.cells[r.program.each] = strings.TrimSpace(part)
		if field, wrong := r.make(at); wrong != "" {
			return field, wrong
		}
	}
	return "", ""
}

// keep hands on what a row made. The first row that describes an entity is heard.
func (r *reader) keep(line int) error {
	r.count.Use()
	for i := range r.made.entities {
		e := &r.made.entities[i]
		if _, had := r.described.Put(source.Hash(e.ID)); !had {
			if err := r.to.Entity(e); err != nil {
				return err
			}
		}
	}
	for i := range r.made.claims {
		c := &r.made.claims[i]
		at, _ := r.claimed.Put(source.Hash(c.ID))
		*at = int32(line)
		if err := r.to.Claim(c); err != nil {
			return err
		}
	}
	return nil
}
