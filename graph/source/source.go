// Package source holds what the readers of published files share: results that
// count what was read, used and rejected, rows of CSV with their places, names and
// codes by which a body is found, and the merging of several results into one
// dataset.
package source

import (
	"fmt"
	"strconv"

	"mapper/graph"
)

// Count says what became of one sort of row: Read is always Used plus Rejected.
type Count struct {
	What                 string // relations, leads, rows
	Read, Used, Rejected int
}

// String gives the count as a command prints it.
func (c Count) String() string {
	return fmt.Sprintf("%s: %d read, %d used, %d rejected", c.What, c.Read, c.Used, c.Rejected)
}

// Result is what a reader made of one source. The ends of claims are ids of
// entities or references to the bearer of a code (CodeRef).
type Result struct {
	Name      string
	Documents []graph.Document
	Entities  []graph.Entity
	Claims    []graph.Claim
	Counts    []*Count
	Rejected  graph.Problems
	Endings   []Ending         // bodies known to have ended
	Additions graph.Vocabulary // to the vocabulary, of a dataset's own
	refused   []*Count         // of each rejected row, the count it belongs to
}

// Ending says that the bearer of a code (a CodeRef) stood until a day.
type Ending struct {
	Of string
	On graph.Date
}

// Told is what a reader tells when all rows have gone to its sink: the dataset that
// they make, without rows, and what there is to say of them as a whole.
type Told struct {
	About graph.Dataset
	Notes []string
}

// Releasing makes a dataset of one document the release of a date that its source
// does not tell; with no date it leaves both as they are.
func Releasing(about *graph.Dataset, document *graph.Document, published graph.Date) {
	if published == "" || document.Published != "" {
		return
	}
	document.ID += "-" + string(published)
	document.Published, document.Dating = published, "given when it was read"
	about.Release = document.ID
}

// Counting begins to count one sort of row.
func (r *Result) Counting(what string) *Count {
	c := &Count{What: what}
	r.Counts = append(r.Counts, c)
	return c
}

// Reject notes that a row cannot be used, and why. It never fails: all are held.
func (r *Result) Reject(c *Count, at graph.Place, field, format string, args ...any) error {
	c.Read++
	c.Rejected++
	r.Rejected.Add(at, field, format, args...)
	r.refused = append(r.refused, c)
	return nil
}

// Give hands all that is held on to another sink, as the reader gave it.
func (r *Result) Give(to Sink) error {
	counts := map[*Count]*Count{}
	for _, c := range r.Counts {
		given := to.Counting(c.What)
		given.Read, given.Used = c.Used, c.Used // the rejected follow
		counts[c] = given
	}
	for i, p := range r.Rejected {
		if err := to.Reject(counts[r.refused[i]], p.Place, p.Field, "%s", p.Message); err != nil {
			return err
		}
	}
	for _, give := range []func() error{
		func() error { return giveAll(r.Documents, to.Document) },
		func() error { return giveAll(r.Entities, to.Entity) },
		func() error { return giveAll(r.Claims, to.Claim) },
		func() error { return giveAll(r.Endings, func(e *Ending) error { return to.Ending(*e) }) },
	} {
		if err := give(); err != nil {
			return err
		}
	}
	return nil
}

func giveAll[T any](rows []T, give func(*T) error) error {
	for i := range rows {
		if err := give(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// Use counts a row that was used.
func (c *Count) Use() {
	c.Read++
	c.Used++
}

// RowLocator says where in a file without sheets a claim stands.
func RowLocator(line int) string { return "row " + strconv.Itoa(line) }

// Of makes a dataset that was read and checked a source among others.
func Of(d *graph.Dataset, name string) *Result {
	r := &Result{Name: name, Documents: d.Documents, Entities: d.Entities, Claims: d.Claims, Additions: d.Vocabulary}
	rows := len(d.Documents) + len(d.Entities) + len(d.Claims)
	*r.Counting("rows") = Count{What: "rows", Read: rows, Used: rows}
	return r
}

// IndexOf indexes what results describe.
func IndexOf(results []*Result) *Index {
	var all []graph.Entity
	for _, r := range results {
		all = append(all, r.Entities...)
	}
	return NewIndex(all)
}

// A Result is a Sink that holds everything.
var _ Sink = (*Result)(nil)

// Document implements Sink.
func (r *Result) Document(d *graph.Document) error {
	r.Documents = append(r.Documents, *d)
	return nil
}

// Entity implements Sink.
func (r *Result) Entity(e *graph.Entity) error {
	r.Entities = append(r.Entities, cloned(e))
	return nil
}

// Claim implements Sink.
func (r *Result) Claim(c *graph.Claim) error {
	r.Claims = append(r.Claims, *c)
	return nil
}

// Ending implements Sink.
func (r *Result) Ending(e Ending) error {
	r.Endings = append(r.Endings, e)
	return nil
}
