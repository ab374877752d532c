package odsgen

import (
	"math/rand/v2"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// record fills in the k-th member of a class; false when this part of the release
// does not hold it.
func (w *world) record(r *orgref.Record, c, k int) bool {
	r.Reset()
	events := w.events(c, k)
	w.life(r, c, k, events)
	dice := w.roll(forRecord, c, k)
	// A record is whole in one part; a few are repeated as references in the other.
	end := r.Dates.Operational.End
	here := (end != "" && end <= archived) == w.Archive
	if repeated := dice.IntN(1000) < 60; !here && !repeated {
		return false
	}
	r.RefOnly = !here
	r.Code, r.Name, r.Class = w.code(c, k), name(dice, c), orgref.Organisation
	if classes[c].site {
		r.Class = orgref.Site
	}
	if dice.IntN(30) == 0 && r.Dates.Operational.Start < "2000" {
		r.Dates.Operational.Start = "1900-01-01"
	}
	r.Changed = max(r.Dates.Operational.Start, r.Dates.Operational.End)
	w.roles(r, dice, c, k)
	if r.RefOnly {
		return true
	}
	w.rels(r, dice, c, k)
	w.succs(r, c, k, events)
	w.change(r, c, k)
	return true
}

// life dates a member: what it succeeded begins it, its successor ends it, and
// else chance does.
func (w *world) life(r *orgref.Record, c, k int, events []event) {
	dice := w.roll(forLife, c, k)
	start := 1974 + dice.IntN(46)
	days := orgref.Days{Start: day(dice, start)}
	r.Status = orgref.Active
	if dice.Float64() >= classes[c].active {
		r.Status, days.End = orgref.Inactive, day(dice, min(start+1+dice.IntN(2025-start), 2025))
	}
	for _, e := range events {
		switch {
		case e.from == e.to:
		case e.from == k:
			r.Status, days.End = orgref.Inactive, e.before
			days.Start = min(days.Start, graph.Date("1990-04-01"))
		case e.to == k && days.End == "":
			days.Start = e.day
		}
	}
	r.Dates.Operational = days
	if classes[c].legal {
		r.Dates.Legal = days
	}
}

// day gives some day of a year.
func day(dice *rand.Rand, year int) graph.Date {
	n := dice.IntN(12 * 28)
	month, of := n/28+1, n%28+1
	return graph.Date(itoa4(year) + "-" + string([]byte{byte('0' + month/10), byte('0' + month%10), '-', byte('0' + of/10), byte('0' + of%10)}))
}

// roles gives a member its roles, in the source's order, which is by no means the
// primary first.
func (w *world) roles(r *orgref.Record, dice *rand.Rand, c, k int) {
	for i, role := range classes[c].roles {
		if i > 0 && dice.Float64() >= role.chance {
			continue
		}
		held := orgref.Role{ID: role.id, Unique: unique(c, k, i), Primary: i == 0, Status: r.Status, Dates: r.Dates}
		days := &held.Dates.Operational
		if role.since != "" {
			if days.End != "" && days.End < graph.Date(role.since) {
				continue
			}
			days.Start = max(days.Start, graph.Date(role.since))
		}
		if role.until != "" {
			held.Status, days.End = orgref.Inactive, graph.Date(role.until)
			days.Start = min(days.Start, "2016-04-01")
		}
		if role.since+role.until != "" {
			held.Dates.Legal = orgref.Days{}
		}
		r.Roles = append(r.Roles, held)
	}
	if n := len(r.Roles); n > 1 && dice.IntN(3) == 0 {
		r.Roles[0], r.Roles[n-1] = r.Roles[n-1], r.Roles[0]
	}
}

// unique makes an id of a thing of a record, the same in each release.
func unique(c, k, i int) uint64 { return uint64(1000 + (k*len(classes)+c)*32 + i) }

// succs states the successions that this end of them states.
func (w *world) succs(r *orgref.Record, c, k int, events []event) {
	for i, e := range events {
		id := unique(c, k/4*4, 24+i)
		dates := orgref.Dates{Legal: orgref.Days{Start: e.day}}
		if e.from == k && (e.older || e.from == e.to) {
			r.Succs = append(r.Succs, orgref.Succ{Unique: id, Type: "Successor", Target: w.code(c, e.to), Dates: dates})
		} else if e.to == k && e.newer {
			r.Succs = append(r.Succs, orgref.Succ{Unique: id, Type: "Predecessor", Target: w.code(c, e.from), Dates: dates})
		}
	}
}

// change makes a share of the records differ from the release without changes.
func (w *world) change(r *orgref.Record, c, k int) {
	if w.Changed <= 0 {
		return
	}
	dice := w.roll(forChange, c, k)
	if dice.Float64() >= w.Changed {
		return
	}
	if n := len(r.Rels); n > 0 && dice.IntN(2) == 0 {
		rel := &r.Rels[n-1]
		rel.Status, rel.Dates.Operational.End = orgref.Inactive, max("2026-03-31", rel.Dates.Operational.Start)
		return
	}
	r.Name += " (RENAMED)"
}
