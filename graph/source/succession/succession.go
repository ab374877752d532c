// Package succession reads lists of which code took over from which, as the NHS's
// Organisation Data Service publishes them: old code, new code, date.
package succession

import (
	"io"
	"strings"

	"github.com/cespare/xxhash/v2"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/ods"
)

// Document is the source that the claims of a list name.
var Document = graph.Document{ID: "ods-successions", Title: "Successor organisations, 1992 to 2022",
	Publisher: "NHS Digital, Organisation Data Service",
	Dating:    "not stated: the latest succession in the list is of 2022",
	Note:      "Old code, new code and date, a row a succession. Open Government Licence v3.0."}

// Options say what a list does not.
type Options struct {
	Release graph.Date // when it was published; "" leaves it unknown
}

// dialects are the headers of the lists that are about: old code, new code, date.
var dialects = [][]string{
	{"old_code", "new_code", "date"},
	{"trust_code_old", "trust_code_new", "from_date"},
}

// bare names the columns of succ.csv and succarc.csv, which have no header.
var bare = []string{"old", "new", "reason", "date", "indicator"}

// reader is the reading of one list.
type reader struct {
	source.Sink
	count    *source.Count
	document string
	names    []string          // of the columns old, new and date in this list
	columns  [3]int            // where they stand
	seen     map[[2]uint64]int // line of each pair of codes, which are held as hashes
	lineage  lineage
}

// Read reads a list into a sink; file is its name as messages should show it. Every
// row is a claim that the bearer of the old code was succeeded by the bearer of the
// new, and an ending of the old one.
func Read(in io.Reader, file string, o Options, to source.Sink) (*source.Told, error) {
	document := Document
	told := &source.Told{About: graph.Dataset{ID: Document.ID, Title: Document.Title, Licence: "Open Government Licence v3.0"}}
	source.Releasing(&told.About, &document, o.Release)
	if err := to.Document(&document); err != nil {
		return nil, err
	}
	r := reader{Sink: to, count: to.Counting("successions"), document: document.ID, seen: map[[2]uint64]int{}, lineage: newLineage()}
	text := &peeked{in: in}
	columns := source.Columns{Check: r.header}
	if text.bare() {
		columns.Names, r.names = bare, []string{"old", "new", "date"}
	}
	err := source.Rows(text, file, columns, r.row)
	told.Notes = r.lineage.notes()
	return told, err
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

// dialectOf finds the dialect whose columns a header has; nil for none.
func dialectOf(header []string) []string {
	for _, dialect := range dialects {
		if _, missing := source.Missing(header, dialect...); !missing {
			return dialect
		}
	}
	return nil
}

// header finds out which dialect a list is in.
func (r *reader) header(header []string) (string, bool) {
	if r.names == nil {
		r.names = dialectOf(header)
	}
	if r.names == nil {
		return "is no list of successions: its columns are " + strings.Join(header, ",") +
			", and one has old_code,new_code,date, or trust_code_old,trust_code_new,from_date, or no header and five columns", true
	}
	for i, name := range r.names {
		r.columns[i] = column(header, name)
	}
	return "", false
}

// column gives where a column stands.
func column(header []string, name string) int {
	for i := range header {
		if header[i] == name {
			return i
		}
	}
	return len(header)
}

// row reads one succession.
func (r *reader) row(row *source.Row) error {
	older, newer, date := row.Cell(r.columns[0]), row.Cell(r.columns[1]), row.Cell(r.columns[2])
	reject := func(field int, format string, args ...any) error {
		name := ""
		if field >= 0 {
			name = r.names[field]
		}
		return r.Reject(r.count, row.At, name, format, args...)
	}
	switch {
	case row.Wrong != "":
		return reject(-1, "%s", row.Wrong)
	case !isCode(older):
		return reject(0, "%q is no code: two to twelve capitals and digits", older)
	case !isCode(newer):
		return reject(1, "%q is no code: two to twelve capitals and digits", newer)
	}
	on, before, ok := succeeded(date)
	if !ok {
		return reject(2, "%q is no day: write YYYY-MM-DD or YYYYMMDD", date)
	}
	pair := [2]uint64{xxhash.Sum64String(older), xxhash.Sum64String(newer)}
	again := r.seen[pair]
	r.lineage.row(pair, again > 0)
	switch {
	case older == newer:
		return reject(-1, "%s succeeds itself: no succession of bodies", older)
	case again > 0:
		return reject(-1, "that %s was succeeded by %s stands on line %d already", older, newer, again)
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
