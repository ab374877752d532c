package graph

import (
	"cmp"
	"slices"

	"github.com/cespare/xxhash/v2"
)

// ProblemLimit is how many problems of one dataset are told; the rest is counted.
const ProblemLimit = 1000

// suggestions is how many unknown ids get a suggestion: each is compared with the
// id of every entity.
const suggestions = 20

// unknown is an id that no entity has, and which problem says so.
type unknown struct {
	problem int
	id      string
}

// lazily makes a text only when it is printed.
type lazily func() string

func (l lazily) String() string { return l() }

// report takes a problem that the reader of the rows found.
func (c *checker) report(p Problem) {
	c.bad, c.badRow = p.Place, true
	if len(c.found) == ProblemLimit {
		c.more++
		return
	}
	c.found = append(c.found, p)
}

// add notes a problem; kept is false when there are too many already.
func (c *checker) add(at Place, field, format string, args ...any) (kept bool) {
	c.bad, c.badRow = at, true
	if len(c.found) == ProblemLimit {
		c.more++
		return false
	}
	c.found.Add(at, field, format, args...)
	return true
}

// done ends a row and says whether nothing was found wrong with it. The reader may
// have reported rows before it that it could not read at all.
func (c *checker) done(at Place) (good bool) {
	good = !c.badRow || c.bad != at
	c.badRow = false
	return good
}

// finish gives what was found, at most ProblemLimit and a last one that counts the
// rest. Where something is wrong it reads the rows of s, which were fed before, once more.
func (c *checker) finish(s Stream) Problems {
	c.suggest(s)
	c.duplicates(s)
	if c.more > 0 {
		file := c.found[len(c.found)-1].File
		c.found.Add(Place{File: file}, "", "and %d more problems", c.more)
	}
	return c.found
}

// suggest looks through the entities for ids like those that no entity has, and adds
// them to the problems.
func (c *checker) suggest(s Stream) {
	if len(c.unknown) == 0 || c.broken {
		return
	}
	asked := c.unknown[:min(len(c.unknown), suggestions)]
	nearest := make([]nearestName, len(asked))
	for i := range asked {
		nearest[i] = newNearest(asked[i].id)
	}
	err := s.EachEntity(func(e *Entity) error {
		for i := range nearest {
			nearest[i].offer(e.ID)
		}
		return nil
	})
	if err != nil {
		return // a suggestion is a courtesy
	}
	for i, u := range asked {
		c.found[u.problem].Message += nearest[i].clause()
	}
}

// duplicates reports claims whose id an earlier one has.
func (c *checker) duplicates(s Stream) {
	hashes := c.claims.twice(ProblemLimit)
	if len(hashes) == 0 {
		return
	}
	lines := map[uint64]int{}
	_ = s.EachClaim(func(cl *Claim) error { // the pass before met the same error, and told of it
		hash := xxhash.Sum64String(cl.ID)
		if earlier, seen := lines[hash]; seen {
			c.id(cl.ID, cl.Place, earlier, true)
		} else if hashes[hash] {
			lines[hash] = cl.Place.Line
		}
		return nil
	})
	slices.SortStableFunc(c.found[c.claimsAt:], func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
}
