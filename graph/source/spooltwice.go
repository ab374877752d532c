package source

import (
	"slices"

	"mapper/graph"
)

// said is what the claims of one id have said so far.
type said struct {
	claims []graph.Claim
	number int // behind the id of the last
}

// unsaid says whether a claim is to be kept where several claims have its id: the
// first that says what it says is, with an id of its own if another came before.
func (s *settling) unsaid(c *graph.Claim) bool {
	if !s.spool.twice[Hash(c.ID)] {
		return true
	}
	plain := *c
	plain.Place = graph.Place{}
	had := s.said[c.ID]
	switch {
	case s.said == nil:
		s.said = map[string]*said{}
		fallthrough
	case had == nil:
		s.said[c.ID] = &said{[]graph.Claim{plain}, 1}
		return true
	case slices.Contains(had.claims, plain):
		s.again++
		return false
	}
	had.claims = append(had.claims, plain)
	s.renumbered++
	c.ID, had.number = s.spool.freeID(c.ID+"-also", had.number+1) // which no part of a claim has
	return true
}
