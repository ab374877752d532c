package graph

// ProblemLimit is how many problems of one dataset are told; the rest is counted.
const ProblemLimit = 1000

// suggestions is how many unknown ids get a suggestion: each is compared with the
// id of every entity.
const suggestions = 50

// unknown is an id that no entity has, and which problem says so.
type unknown struct {
	problem int
	id      string
}

// lazily makes a text only when it is printed.
type lazily func() string

func (l lazily) String() string { return l() }

// Report takes a problem that the reader of the rows found.
func (c *Checker) Report(p Problem) {
	c.bad, c.badRow = p.Place, true
	if len(c.found) == ProblemLimit {
		c.more++
		return
	}
	c.found = append(c.found, p)
}

// add notes a problem; kept is false when there are too many already.
func (c *Checker) add(at Place, field, format string, args ...any) (kept bool) {
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
func (c *Checker) done(at Place) (good bool) {
	good = !c.badRow || c.bad != at
	c.badRow = false
	return good
}

// Suggest looks through the entities of s, which were fed before, for ids like those
// that are in no entity, and adds them to the problems. It reads nothing when all
// ids are known.
func (c *Checker) Suggest(s Stream) {
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
	c.unknown = nil
}

// Problems gives what was found, at most ProblemLimit and a last one that counts
// the rest.
func (c *Checker) Problems() Problems {
	if c.more == 0 {
		return c.found
	}
	found := append(Problems{}, c.found...)
	file := c.found[len(c.found)-1].File
	found.Add(Place{File: file}, "", "and %d more problems", c.more)
	return found
}
