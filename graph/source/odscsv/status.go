package odscsv

import "strings"

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
// where the two differ, and notes what is not plain. What has closed is joined to
// nobody any more.
func (r *reader) settle(note string) {
	its, now := &r.record.Span, r.now
	switch {
	case now == gone && its.End == "" && r.term.End != "":
		its.End = r.term.End
	case now == gone && its.End == "":
		its.End = max(r.day, its.Start)
		note += "Closed; the report does not say since when. "
	case (now == active || now == dormant) && its.End != "" && its.End <= r.day:
		its.End = ""
		note += "Active, though the report gives a close date. "
	}
	if r.term.End == "" && its.End > r.term.Start {
		r.term.End = its.End
	}
	switch now {
	case dormant:
		note += "Dormant. "
	case proposed:
		note += "Proposed. "
	}
	r.record.Note = strings.TrimSuffix(note, " ")
}
