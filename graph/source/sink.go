package source

import "mapper/graph"

// Sink takes what a reader finds, row by row, so that no reader holds a file. What
// it is given belongs to the reader again when the call returns. An error ends the
// reading: the limit of rejected rows is reached, or the rows can be kept nowhere.
//
// The ends of claims, and the id of an entity that only adds to another, may be
// references to the bearer of a code (CodeRef): who that is, is known when all
// rows have been read.
type Sink interface {
	Document(*graph.Document) error
	Entity(*graph.Entity) error
	Claim(*graph.Claim) error
	Ending(Ending) error
	Counting(what string) *Count
	Reject(c *Count, at graph.Place, field, format string, args ...any) error
}
