package main

import "mapper/graph"

// fate is what the third release does to a row of the first.
type fate int

const (
	kept fate = iota
	altered
	gone
	joined // it stays, and another comes beside it
)

// Shares of the rows, in thousands, that the third release treats so: one row in a
// hundred differs.
const (
	alteredShare = 7
	goneShare    = 1
	joinedShare  = 2
)

// fate draws that of a row by its sort (a class, or a relation) and number.
func (w *world) fate(sort, number int) fate {
	if w.release < 3 {
		return kept
	}
	switch p := w.roll(100+sort, number).IntN(1000); {
	case p < alteredShare:
		return altered
	case p < alteredShare+goneShare:
		return gone
	case p < alteredShare+goneShare+joinedShare:
		return joined
	}
	return kept
}

// alter changes what a claim says: every other time its status, else its dates.
func alter(c *graph.Claim, k int) {
	if k%2 == 0 {
		c.Status = graph.Reported
		return
	}
	c.End = "2026-02-01"
}

// goneEntity says that a member has left the release. Only people do: who is a hub
// would take thousands of claims along.
func (w *world) goneEntity(class, i int) bool {
	return class == person && w.fate(50+class, i) == gone
}

// changeEntity closes an organisation or renames a person.
func (w *world) changeEntity(class, i int, e *graph.Entity) {
	if w.fate(50+class, i) != altered {
		return
	}
	if class == person {
		e.Name += " OBE"
		return
	}
	e.End = "2040-04-01"
}

// newPeople says how many people the release has that the first has not.
func (w *world) newPeople() int {
	if w.release < 3 {
		return 0
	}
	entities, _ := w.size()
	return entities * joinedShare / 1000
}
