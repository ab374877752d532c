package ods

import (
	"slices"

	"mapper/graph"
)

// Held is a role and when the record held it: End is the first day it did not
// (Ended). Dates that are unknown are the record's.
type Held struct {
	Role string
	graph.Span
}

// Record is what one row or element says: a code, and what bore it.
type Record struct {
	Code string
	Name string // in capitals or not
	Site bool   // of record class RC2
	graph.Span
	Roles []Held // in any order
	Note  string // of the body that bears the code last, whose name the record has
}

// Bodies gives the bodies that a record stands for, the earliest first. Most are
// one. Roles of different classes, such as clinical commissioning group and sub-ICB
// location, are different bodies that bore one code in turn; the record has the name
// of the last, and the earlier are stubs, which yield to a source that has theirs.
func (r *Record) Bodies() []graph.Entity {
	var bodies []body
	for _, held := range r.Roles {
		role := FindRole(held.Role)
		if role == nil || role.Kind == "" || r.yields(role) {
			continue
		}
		span, ok := r.clip(held.Span, role)
		if !ok {
			continue
		}
		bodies = add(bodies, body{role.Suffix, []string{role.Kind}, span})
	}
	if len(bodies) == 0 {
		bodies = []body{{kinds: []string{r.plainKind()}, span: r.Span}}
	}
	slices.SortStableFunc(bodies, func(a, b body) int { return compareStarts(a.span, b.span) })
	entities := make([]graph.Entity, len(bodies))
	for i, b := range bodies {
		entities[i] = r.entity(b, i == len(bodies)-1)
	}
	return entities
}

// body is one of those that bore a record's code.
type body struct {
	suffix string
	kinds  []string
	span   graph.Span
}

// add puts a role's body to those of a record: the same suffix is the same body,
// which was there as long as any of its roles.
func add(bodies []body, b body) []body {
	for i := range bodies {
		if bodies[i].suffix == b.suffix {
			bodies[i].kinds = widen(bodies[i].kinds, b.kinds[0])
			bodies[i].span = hull(bodies[i].span, b.span)
			return bodies
		}
	}
	return append(bodies, b)
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
	return append(slices.DeleteFunc(kinds, func(have string) bool { return slices.Contains(implied, have) }), kind)
}

// yields says whether the record holds a role beside which this one says nothing.
func (r *Record) yields(role *Role) bool {
	return slices.ContainsFunc(r.Roles, func(held Held) bool { return slices.Contains(role.Yields, held.Role) })
}

// clip gives the days on which a role makes a body: those it was held, within the
// record's own and the days on which there were such bodies; ok is false for none.
func (r *Record) clip(span graph.Span, role *Role) (graph.Span, bool) {
	if span.Start == "" {
		span.Start = r.Start
	}
	span.Start = max(span.Start, role.Since) // days as text sort as days, and "" is before all
	for _, end := range []graph.Date{r.End, role.Until} {
		if end != "" && (span.End == "" || end < span.End) {
			span.End = end
		}
	}
	return span, span.End == "" || span.Start < span.End
}

// plainKind is the kind of a body of which no role says more.
func (r *Record) plainKind() string {
	if r.Site {
		return "Site"
	}
	return "Organisation"
}

// entity describes a body; of the last that bore the code, the record has the name.
func (r *Record) entity(b body, last bool) graph.Entity {
	e := graph.Entity{ID: ID(r.Code), Kinds: b.kinds, Span: b.span, Codes: []graph.Code{{Scheme: Scheme, Value: r.Code, Span: b.span}}}
	if b.suffix != "" {
		e.ID += ":" + b.suffix
	}
	if last {
		e.Name, e.Note = Name(r.Name), r.Note
		return e
	}
	e.Name, e.Stub = graph.Standard().Kind(b.kinds[0]).Label+" "+r.Code, true
	e.Note = "Its record carries on under another body, whose name it has now."
	return e
}

// hull is the span from the earlier start to the later end; unknown is open.
func hull(a, b graph.Span) graph.Span {
	span := graph.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
	if a.End == "" || b.End == "" {
		span.End = ""
	}
	return span
}

// compareStarts orders spans by their start, the unknown first.
func compareStarts(a, b graph.Span) int {
	switch {
	case a.Start < b.Start:
		return -1
	case a.Start > b.Start:
		return 1
	}
	return 0
}
