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
func (r *Record) Bodies() []graph.Entity { return r.AppendBodies(nil) }

// AppendBodies appends the bodies to others, so that a reader of many records need
// not make a list for each. Kinds are shared between entities and not to be changed.
func (r *Record) AppendBodies(into []graph.Entity) []graph.Entity {
	var room [2]body
	bodies := room[:0]
	for i := range r.Roles {
		role := FindRole(r.Roles[i].Role)
		if role == nil || role.Kind == "" || r.yields(role) {
			continue
		}
		if span, ok := r.clip(r.Roles[i].Span, role); ok {
			bodies = add(bodies, body{role.Suffix, role.kinds, span})
		}
	}
	if len(bodies) == 0 {
		bodies = append(bodies, body{kinds: r.plainKinds(), span: r.Span})
	}
	for i := range bodies {
		into = append(into, r.entity(&bodies[i], i == len(bodies)-1))
	}
	return into
}

// yields says whether the record holds a role beside which this one says nothing.
func (r *Record) yields(role *Role) bool {
	for i := range r.Roles {
		if len(r.Roles) > 1 && slices.Contains(role.Yields, r.Roles[i].Role) {
			return true
		}
	}
	return false
}

// clip gives the days on which a role makes a body: those it was held, within the
// record's own and the days on which there were such bodies; ok is false for none.
func (r *Record) clip(span graph.Span, role *Role) (graph.Span, bool) {
	if span.Start == "" {
		span.Start = r.Start
	}
	span.Start = max(span.Start, role.Since) // days as text sort as days, and "" is before all
	span.End = sooner(sooner(span.End, r.End), role.Until)
	return span, span.End == "" || span.Start < span.End
}

// plainKinds is the kind of a body of which no role says more.
func (r *Record) plainKinds() []string {
	if r.Site {
		return site
	}
	return organisation
}

var site, organisation = []string{"Site"}, []string{"Organisation"}

// entity describes a body; of the last that bore the code, the record has the name.
func (r *Record) entity(b *body, last bool) graph.Entity {
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
