// Package succession reads lists of which code took over from which, as the NHS's
// Organisation Data Service publishes them: old code, new code, date.
package succession

import (
	"io"
	"regexp"
	"strings"
	"time"

	"mapper/graph"
	"mapper/graph/source"
)

// Document is the source that the claims of a list name.
var Document = graph.Document{ID: "ods-successions", Title: "Successor organisations, 1992 to 2022",
	Publisher: "NHS Digital, Organisation Data Service",
	Dating:    "not stated: the latest succession in the list is of 2022",
	Note:      "Old code, new code and date, a row a succession. Open Government Licence v3.0."}

// dialects are the headers of the lists that are about: old code, new code, date.
var dialects = [][]string{
	{"old_code", "new_code", "date"},
	{"trust_code_old", "trust_code_new", "from_date"},
}

// bare names the columns of succ.csv and succarc.csv, which have no header.
var bare = []string{"old", "new", "reason", "date", "indicator"}

// codeForm is what a code of the Organisation Data Service looks like.
var codeForm = regexp.MustCompile(`^[A-Z0-9]{2,12}$`)

// reader is the reading of one list.
type reader struct {
	*source.Result
	count   *source.Count
	columns []string       // old, new, date, as this list calls them
	seen    map[string]int // line of each pair of codes
}

// Read reads a list; file is its name as messages should show it. Every row is a
// claim that the bearer of the old code was succeeded by the bearer of the new.
func Read(in io.Reader, file string) (*source.Result, error) {
	r := reader{Result: &source.Result{Name: file, Documents: []graph.Document{Document}}, seen: map[string]int{}}
	r.count = r.Counting("successions")
	text := &peeked{in: in}
	columns := source.Columns{Check: r.header}
	if text.bare() {
		columns.Names, r.columns = bare, []string{"old", "new", "date"}
	}
	return r.Result, source.Rows(text, file, columns, r.row)
}

// header finds out which dialect a list is in.
func (r *reader) header(header []string) (string, bool) {
	if r.columns != nil {
		return "", false
	}
	for _, dialect := range dialects {
		if _, missing := source.Missing(header, dialect...); !missing {
			r.columns = dialect
			return "", false
		}
	}
	return "is no list of successions: its columns are " + strings.Join(header, ",") +
		", and one has old_code,new_code,date, or trust_code_old,trust_code_new,from_date, or no header and five columns", true
}

// row reads one succession.
func (r *reader) row(row source.Row) {
	older, newer := row.Text(r.columns[0]), row.Text(r.columns[1])
	day, err := time.Parse(time.DateOnly, hyphenated(row.Text(r.columns[2])))
	pair := older + " " + newer
	switch {
	case row.Wrong != "":
		r.Reject(r.count, row.At, "", "%s", row.Wrong)
	case !codeForm.MatchString(older):
		r.Reject(r.count, row.At, r.columns[0], "%q is no code: two to twelve capitals and digits", older)
	case !codeForm.MatchString(newer):
		r.Reject(r.count, row.At, r.columns[1], "%q is no code: two to twelve capitals and digits", newer)
	case err != nil:
		r.Reject(r.count, row.At, r.columns[2], "%q is no day: write YYYY-MM-DD or YYYYMMDD", row.Text(r.columns[2]))
	case older == newer:
		r.Reject(r.count, row.At, "", "%s succeeds itself: no succession of bodies", older)
	case r.seen[pair] > 0:
		r.Reject(r.count, row.At, "", "that %s was succeeded by %s stands on line %d already", older, newer, r.seen[pair])
	default:
		r.seen[pair] = row.At.Line
		r.use(row, older, newer, day)
	}
}

// use makes the claim. The day itself is the successor's first, so the body that
// is meant by the old code is the one that bore it the day before.
func (r *reader) use(row source.Row, older, newer string, day time.Time) {
	r.count.Use()
	on := graph.Date(day.Format(time.DateOnly))
	from := source.CodeRef("ods:"+older, graph.Date(day.AddDate(0, 0, -1).Format(time.DateOnly)))
	r.Claims = append(r.Claims, graph.Claim{ID: "succession-" + older + "-" + newer, From: from, Relation: "SUCCEEDED_BY",
		To: source.CodeRef("ods:"+newer, on), Span: graph.Span{Start: on}, Status: graph.Stated, Document: Document.ID,
		Locator: source.RowLocator(row.At.Line), Phrase: older + "," + newer})
	r.Endings = append(r.Endings, source.Ending{Of: from, On: on})
}

// hyphenated turns YYYYMMDD into YYYY-MM-DD.
func hyphenated(date string) string {
	if len(date) == len("20060102") && !strings.Contains(date, "-") {
		return date[:4] + "-" + date[4:6] + "-" + date[6:]
	}
	return date
}
