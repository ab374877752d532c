// Package source holds what the readers of published files share: results that
// count what was read, used and rejected, rows of CSV with their places, names and
// codes by which a body is found, and the merging of several results into one
// dataset.
package source

import (
	"fmt"

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
}

// Ending says that the bearer of a code (a CodeRef) stood until a day.
type Ending struct {
	Of string
	On graph.Date
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
	return nil
}

// Use counts a row that was used.
func (c *Count) Use() {
	c.Read++
	c.Used++
}

// RowLocator says where in a file without sheets a claim stands.
func RowLocator(line int) string { return fmt.Sprintf("row %d", line) }

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
	r.Entities = append(r.Entities, *e)
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
