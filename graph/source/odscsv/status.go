package odscsv

import (
	"strings"

	"mapper/graph"
)

// state is what a status says of a body.
type state int

const (
	unsaid state = iota // the report has no status: a close date is all that tells
	active
	gone
	dormant
	proposed
)

// states reads a status of either dialect; ok is false for one that is not known.
func states(text string) (s state, ok bool) {
	switch text {
	case "":
		return unsaid, true
	case "A":
		return active, true
	case "C":
		return gone, true
	case "D":
		return dormant, true
	case "P":
		return proposed, true
	}
	switch strings.ToUpper(text) {
	case "ACTIVE":
		return active, true
	case "INACTIVE", "CLOSED":
		return gone, true
	case "DORMANT":
		return dormant, true
	case "PROPOSED":
		return proposed, true
	}
	return unsaid, false
}

// settle makes one of the dates of a record and its status, which is what counts
// where the two differ, and notes what is not plain.
func (r *reader) settle(span graph.Span, now state, note string) (graph.Span, string) {
	switch {
	case now == gone && span.End == "":
		span.End = max(r.day, span.Start)
		return span, note + "Closed; the report does not say since when. "
	case (now == active || now == dormant) && span.End != "" && span.End <= r.day:
		note += "Active, though the report gives a close date. "
		span.End = ""
	}
	switch now {
	case dormant:
		note += "Dormant. "
	case proposed:
		note += "Proposed. "
	}
	return span, note
}
