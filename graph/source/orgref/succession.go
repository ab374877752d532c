package orgref

import (
	"time"

	"mapper/graph"
	"mapper/graph/source/ods"
)

// The two ends from which a succession is stated.
const (
	successor   = "Successor"
	predecessor = "Predecessor"
)

// succession gives one succession of a record. Both records may state it: it is one
// claim.
func (e *Emitter) succession(r *Record, s *Succ) error {
	at := graph.Place{File: r.At.File, Line: s.Line}
	older, newer := r.Code, s.Target
	if s.Type == predecessor {
		older, newer = s.Target, r.Code
	}
	days, err := e.spans.merge(s.Dates)
	switch {
	case s.Type != successor && s.Type != predecessor:
		return e.to.Reject(e.successions, at, "Type", "%q of %s is neither %s nor %s", s.Type, r.Code, successor, predecessor)
	case !ods.IsCode(s.Target):
		return e.to.Reject(e.successions, at, "Target", "%q is no code: one to twelve capitals and digits", s.Target)
	case older == newer:
		return e.to.Reject(e.successions, at, "Target", "%s succeeds itself: no succession of bodies", r.Code)
	case err != nil:
		return e.to.Reject(e.successions, at, "Date", "%s to %s: %v", older, newer, err)
	case days.Start == "":
		return e.to.Reject(e.successions, at, "Date", "%s to %s: has no day on which it took effect", older, newer)
	}
	e.successions.Use()
	id := "succession-" + older + "-" + newer
	both := pair{ods.Pack(older), ods.Pack(newer)}
	switch first, ok := e.events[both]; {
	case !ok:
		e.events[both] = days.Start
	case first == days.Start || e.again[event{both, days.Start}]:
		e.counting(&e.confirmed, "successions that both records state").Use()
		return nil
	default:
		e.again[event{both, days.Start}] = true
		id += "-" + string(days.Start)
	}
	return e.succeeded(r, s, id, older, newer, days.Start, at)
}

// succeeded makes the claim. The day is the successor's first, so the body that is
// meant by the old code is the one that bore it the day before.
func (e *Emitter) succeeded(r *Record, s *Succ, id, older, newer string, on graph.Date, at graph.Place) error {
	first, _ := on.First()
	before := graph.Date(first.AddDate(0, 0, -1).Format(time.DateOnly))
	from, to := ods.Ref(older, before), ods.Ref(newer, on)
	if r.Code == newer {
		to = e.bearer(newer, on)
	} else {
		from = e.bearer(older, before)
	}
	e.claim = graph.Claim{ID: id, From: from, Relation: "SUCCEEDED_BY", To: to, Span: graph.Span{Start: on}, Status: graph.Stated,
		Document: e.document, Locator: r.Code, Phrase: s.Target, Place: at}
	return e.to.Claim(&e.claim)
}
