package graph

import "errors"

// Reporting is a Stream of files, whose rows may be wrong in themselves: a date
// that is none, a field too many. Read as a plain Stream it ends at the first such
// row with an Invalid error.
type Reporting interface {
	Stream
	// Report gives the rows as a stream that does not end at what is wrong: it tells
	// to of it, before the row it belongs to, and goes on. A file that cannot be read
	// to its end is told of likewise, and then the reading ends with ErrBroken.
	Report(to func(Problem)) Stream
}

// ErrBroken ends the reading of a file behind whose break nothing can be trusted.
var ErrBroken = errors.New("a file of the dataset cannot be read to its end")

// Visitor is told of each row that a check finds nothing wrong with, in the same
// pass; what it is not interested in is nil. The row is its own only until it
// returns, and an error ends the check. Of claims that have the same id each is
// shown: that is found out at the end.
type Visitor struct {
	Document func(*Document) error
	Entity   func(*Entity) error
	Claim    func(*Claim) error
}

// CheckStream checks a dataset in one pass over its rows, with v the mapper's own
// vocabulary and the dataset's additions. Memory grows by at most 24 bytes an entity and 8 a claim.
// Problems are those of the dataset; err is one of a visitor, or of a stream that
// failed otherwise.
func CheckStream(s Stream, v *Vocabulary, each Visitor) (problems Problems, err error) {
	c := newChecker(v)
	in := reporting(s, c.report)
	if err := c.pass(in.EachDocument(func(d *Document) error { return visit(c.document(d), each.Document, d) })); err != nil {
		return nil, err
	}
	if err := c.pass(in.EachEntity(func(e *Entity) error { return visit(c.entity(e), each.Entity, e) })); err != nil {
		return nil, err
	}
	c.claimsAt = len(c.found)
	if err := c.pass(in.EachClaim(func(cl *Claim) error { return visit(c.claim(cl), each.Claim, cl) })); err != nil {
		return nil, err
	}
	return c.finish(reporting(s, func(Problem) {})), nil
}

func visit[T any](good bool, use func(*T) error, row *T) error {
	if !good || use == nil {
		return nil
	}
	return use(row)
}

func reporting(s Stream, to func(Problem)) Stream {
	if r, ok := s.(Reporting); ok {
		return r.Report(to)
	}
	return s
}

// pass ends one file. A broken one was reported, and every reference to what stands
// behind its break would look wrong.
func (c *checker) pass(err error) error {
	if errors.Is(err, ErrBroken) {
		c.broken = true
		return nil
	}
	return err
}
