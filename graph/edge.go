package graph

import "slices"

// add counts one more claim behind the edge: the firmest claim names it, and its
// dates are the widest that any claim gives, an unknown one counting as open.
func (e *Edge) add(c Evidence, more bool) {
	e.Claims++
	if !more {
		return
	}
	if firmer(c.Status, e.Status) {
		e.ID, e.Status = c.ID, c.Status
	}
	e.Count = max(e.Count, c.Count)
	e.Start = earlier(e.Start, c.Start)
	e.End = later(e.End, c.End)
}

func firmer(a, b Status) bool {
	return slices.Index(Statuses, a) < slices.Index(Statuses, b)
}

func earlier(a, b Date) Date {
	x, known := a.First()
	y, other := b.First()
	if !known || !other {
		return ""
	}
	if y.Before(x) {
		return b
	}
	return a
}

func later(a, b Date) Date {
	x, known := a.Over()
	y, other := b.Over()
	if !known || !other {
		return ""
	}
	if y.After(x) {
		return b
	}
	return a
}
