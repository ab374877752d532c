package ods

import (
	"slices"

	"mapper/graph"
)

// body is one of those that bore a record's code.
type body struct {
	suffix string
	kinds  []string
	span   graph.Span
}

// add puts a role's body to those of a record: the same suffix is the same body,
// which was there as long as any of its roles. They are kept by their starts.
func add(bodies []body, b body) []body {
	for i := range bodies {
		if bodies[i].suffix == b.suffix {
			b.kinds, b.span = widen(bodies[i].kinds, b.kinds[0]), hull(bodies[i].span, b.span)
			bodies = append(bodies[:i], bodies[i+1:]...)
			break
		}
	}
	at := len(bodies)
	for at > 0 && b.span.Start < bodies[at-1].span.Start {
		at-- // "", the unknown start, is before all
	}
	return slices.Insert(bodies, at, b)
}

// widen adds a kind unless another implies it, and drops those it implies.
func widen(kinds []string, kind string) []string {
	v := graph.Standard()
	for _, have := range kinds {
		if slices.Contains(v.Labels([]string{have}), kind) {
			return kinds
		}
	}
	implied := v.Labels([]string{kind})
	var wider []string
	for _, have := range kinds {
		if !slices.Contains(implied, have) {
			wider = append(wider, have)
		}
	}
	return append(wider, kind)
}

// hull is the span from the earlier start to the later end; unknown is open.
func hull(a, b graph.Span) graph.Span {
	span := graph.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
	if a.End == "" || b.End == "" {
		span.End = ""
	}
	return span
}

// sooner is the earlier of two ends; unknown is open.
func sooner(a, b graph.Date) graph.Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
