// Package succession reads lists of which code took over from which, as the NHS's
// Organisation Data Service publishes them: old code, new code, date.
package succession

import (
	"io"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/ods"
)

// Options say what a list does not.
type Options struct {
	Release graph.Date // when it was published; "" leaves it unknown
}

// reader is the reading of one list.
type reader struct {
	source.Sink
	Options
	count    *source.Count
	told     source.Told
	dialect  *dialect
	columns  [3]int            // where old code, new code and date stand
	document string            // id
	failed   error             // of the sink
	seen     map[[2]uint64]int // line of each pair of codes, which are held as hashes
	lineage  lineage
}

// Read reads a list into a sink; file is its name as messages should show it. Every
// row is a claim that the bearer of the old code was succeeded by the bearer of the
// new, and an ending of the old one.
func Read(in io.Reader, file string, o Options, to source.Sink) (*source.Told, error) {
	r := reader{Sink: to, Options: o, count: to.Counting("successions"), seen: map[[2]uint64]int{}, lineage: newLineage()}
	text := &peeked{in: in}
	columns := source.Columns{Check: r.header}
	if text.bare() {
		columns.Names, r.dialect = bare, bareDialect(file)
	}
	err := source.Rows(text, file, columns, r.row)
	if err == nil {
		err = r.failed
	}
	r.told.Notes = r.lineage.notes()
	return &r.told, err
}

// Sniff says whether a file that begins with head is such a list.
func Sniff(head []byte) bool {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(head), "\xef\xbb\xbf"), "\n")
	if bareForm.MatchString(strings.TrimSpace(line)) {
		return true
	}
	columns := strings.Split(strings.ReplaceAll(strings.TrimSpace(line), `"`, ""), ",")
	return dialectOf(columns) != nil
}

// header finds out which dialect a list is in.
func (r *reader) header(header []string) (string, bool) {
	if r.dialect == nil {
		r.dialect = dialectOf(header)
	}
	if r.dialect == nil {
		return "is no list of successions: its columns are " + strings.Join(header, ",") +
			", and one has old_code,new_code,date, or trust_code_old,trust_code_new,from_date, or no header and five columns", true
	}
	for i, name := range r.dialect.columns {
		r.columns[i] = slices.Index(header, name)
	}
	document := r.dialect.document()
	r.told.About = graph.Dataset{ID: document.ID, Title: document.Title, Licence: "Open Government Licence v3.0"}
	source.Releasing(&r.told.About, &document, r.Release)
	r.document = document.ID
	r.failed = r.Document(&document)
	return "", false
}

// row reads one succession.
func (r *reader) row(row *source.Row) error {
	if r.failed != nil {
		return r.failed
	}
	older, newer, date := row.Cell(r.columns[0]), row.Cell(r.columns[1]), row.Cell(r.columns[2])
	switch {
	case row.Wrong != "":
		return r.Reject(r.count, row.At, "", "%s", row.Wrong)
	case !isCode(older):
		return r.Reject(r.count, row.At, r.dialect.columns[0], "%q is no code: two to twelve capitals and digits", older)
	case !isCode(newer):
		return r.Reject(r.count, row.At, r.dialect.columns[1], "%q is no code: two to twelve capitals and digits", newer)
	}
	on, before, ok := succeeded(date)
	if !ok {
		return r.Reject(r.count, row.At, r.dialect.columns[2], "%q is no day: write YYYY-MM-DD or YYYYMMDD", date)
	}
	pair := [2]uint64{xxhash.Sum64String(older), xxhash.Sum64String(newer)}
	again := r.seen[pair]
	r.lineage.row(pair, again > 0)
	switch {
	case older == newer:
		return r.Reject(r.count, row.At, "", "%s succeeds itself: no succession of bodies", older)
	case again > 0:
		return r.Reject(r.count, row.At, "", "that %s was succeeded by %s stands on line %d already", older, newer, again)
	}
	r.seen[pair] = row.At.Line
	return r.use(row, older, newer, on, before)
}

// use makes the claim. The day itself is the successor's first, so the body that
// is meant by the old code is the one that bore it the day before.
func (r *reader) use(row *source.Row, older, newer string, on, before graph.Date) error {
	r.count.Use()
	from := source.CodeRef("ods:"+older, before)
	c := graph.Claim{ID: "succession-" + older + "-" + newer, From: from, Relation: "SUCCEEDED_BY",
		To: source.CodeRef("ods:"+newer, on), Span: graph.Span{Start: on}, Status: graph.Stated, Document: r.document,
		Locator: source.RowLocator(row.At.Line), Phrase: older + "," + newer, Place: row.At}
	if err := r.Claim(&c); err != nil {
		return err
	}
	return r.Ending(source.Ending{Of: from, On: on})
}

// isCode says whether a text can be a code of the Organisation Data Service; one
// letter alone, which a region once had, is more likely a reason in a wrong column.
func isCode(text string) bool { return len(text) > 1 && ods.IsCode(text) }
