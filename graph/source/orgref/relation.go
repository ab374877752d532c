package orgref

import (
	"cmp"
	"slices"
	"strconv"

	"mapper/graph"
	"mapper/graph/source/ods"
)

// relation is what a relationship of the source is in the graph. The record that
// states it is the first party: "is commissioned by" is the second party's doing.
type relation struct {
	typ      string
	word     string // in ids of claims: A81043-commissioned-00M
	reversed bool   // the target does it to the record
	area     bool   // the target is an area, not the body of the same code
	role     string
}

var relations = map[string]relation{
	"RE2":  {typ: "PART_OF", word: "division"},
	"RE3":  {typ: "OVERSEES", word: "directed", reversed: true},
	"RE4":  {typ: "COMMISSIONS", word: "commissioned", reversed: true},
	"RE5":  {typ: "LOCATED_IN", word: "area", area: true},
	"RE6":  {typ: "OPERATES", word: "operated", reversed: true},
	"RE8":  {typ: "MEMBER_OF", word: "partner"},
	"RE9":  {typ: "PAYEE_FOR", word: "payee"},
	"RE10": {typ: "PAYEE_FOR", word: "covid-payee", role: "For COVID vaccination"},
	"RE11": {typ: "PART_OF", word: "constituent"},
}

// relate gives the relationships of a record. A pair that is related again later has
// a second claim, whose id ends with the relationship's own; in order of those, so
// that the first keeps its id when another comes.
func (e *Emitter) relate(r *Record) error {
	slices.SortFunc(r.Rels, func(a, b Rel) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Unique, b.Unique), cmp.Compare(a.Line, b.Line))
	})
	nth := 0
	for i := range r.Rels {
		rel, repeated := &r.Rels[i], false
		if i > 0 && r.Rels[i-1].ID == rel.ID && r.Rels[i-1].Target == rel.Target {
			nth++
			repeated = r.Rels[i-1].Unique == rel.Unique && rel.Unique != 0
		} else {
			nth = 0
		}
		if err := e.relationship(r, rel, nth, repeated); err != nil {
			return err
		}
	}
	return nil
}

// relationship gives one relationship, the nth of its pair, unless it is one that
// stands in the record already.
func (e *Emitter) relationship(r *Record, rel *Rel, nth int, repeated bool) error {
	at := graph.Place{File: r.At.File, Line: rel.Line}
	means, ok := relations[rel.ID]
	stood, err := e.spans.of(rel.Dates, rel.Status, e.known(r))
	switch {
	case !ok:
		return e.to.Reject(e.relationships, at, "Rel", "%q%s of %s is no relationship that is known", rel.ID, e.wording(rel.ID), r.Code)
	case !ods.IsCode(rel.Target):
		return e.to.Reject(e.relationships, at, "Target", "%q is no code: one to twelve capitals and digits", rel.Target)
	case rel.Target == r.Code && !means.area:
		return e.to.Reject(e.relationships, at, "Target", "%s has a relationship (%s) with itself", r.Code, rel.ID)
	case repeated:
		return e.to.Reject(e.relationships, at, "Rel", "%d stands in the record of %s already", rel.Unique, r.Code)
	case err != nil:
		return e.to.Reject(e.relationships, at, "Rel", "%s of %s to %s: %v", rel.ID, r.Code, rel.Target, err)
	}
	e.relationships.Use()
	on := e.spans.on(&stood)
	own, other := e.bearer(r.Code, on), ""
	if means.area {
		other = e.areaOf(rel.Target)
	} else {
		other = ods.Ref(rel.Target, on)
	}
	if means.reversed {
		own, other = other, own
	}
	e.claim = graph.Claim{ID: e.claimID(r.Code, means.word, rel, nth), From: own, Relation: means.typ, To: other, Span: stood.Span, Status: graph.Stated,
		Role: means.role, Document: e.document, Locator: r.Code, Phrase: rel.Target, Note: stood.note, Place: at}
	return e.to.Claim(&e.claim)
}

// claimID is the id of a claim in every release.
func (e *Emitter) claimID(code, word string, rel *Rel, nth int) string {
	id := code + "-" + word + "-" + rel.Target
	switch {
	case nth > 0 && rel.Unique != 0:
		id += "-" + strconv.FormatUint(rel.Unique, 10)
	case nth > 0:
		id += "-" + strconv.Itoa(nth+1)
	}
	return id
}

// wording is how the file words a relationship, for a message.
func (e *Emitter) wording(id string) string {
	if e.wordings[id] == "" {
		return ""
	}
	return " (" + e.wordings[id] + ")"
}

// bearer gives the body of this record that bears its code on a day. Where several
// have borne it, whoever resolves codes tells how long each of them was meant.
func (e *Emitter) bearer(code string, on graph.Date) string {
	if len(e.bodies) == 1 {
		return e.bodies[0].ID
	}
	return ods.Ref(code, on)
}
