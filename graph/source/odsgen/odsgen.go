// Package odsgen writes made-up releases of the Organisation Data Service, of any
// size and in its own formats, for tests and benchmarks: nothing in them is real
// but the codes of roles and relationships and how often each occurs. The same
// options always give the same bytes, and memory does not grow with the size.
package odsgen

import (
	"io"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// Options say which release to make.
type Options struct {
	Organisations int        // organisations and sites, full and archive together
	Seed          uint64     // another seed gives another world
	Release       graph.Date // day of publication; "" is 2026-08-28
	Archive       bool       // the part with those closed by 31 March 2017, rather than the rest
	Changed       float64    // share of the records, 0 to 1, that differ from the release without it
}

// archived is the last closing day of what the archive holds.
const archived = "2017-03-31"

func (o Options) release() graph.Date {
	if o.Release == "" {
		return "2026-08-28"
	}
	return o.Release
}

// WriteXML writes one part of a release as the source's XML. Records that the other
// part holds whole are repeated as references here and there, as the source does.
func WriteXML(w io.Writer, o Options) error {
	x := newXMLWriter(w)
	tally := Count(o)
	x.begin(o, tally.Organisations+tally.References)
	err := Each(o, func(r *orgref.Record) error {
		x.record(r)
		return x.err
	})
	if err != nil {
		return err
	}
	x.finish()
	return x.err
}

// Tally says what a part of a release holds.
type Tally struct {
	Organisations, References int // whole records, and those held whole in the other part
	Roles, Rels, Succs        int // of the whole records
	Selves                    int // of Succs: codes that succeed themselves
}

// Count gives the tally of a part without writing it.
func Count(o Options) Tally {
	var t Tally
	_ = Each(o, func(r *orgref.Record) error { // the callback never fails
		if r.RefOnly {
			t.References++
			return nil
		}
		t.Organisations++
		t.Roles += len(r.Roles)
		t.Rels += len(r.Rels)
		t.Succs += len(r.Succs)
		for _, s := range r.Succs {
			if s.Target == r.Code {
				t.Selves++
			}
		}
		return nil
	})
	return t
}

// Each gives the records of a part one by one; a record is the callback's own only
// until it returns.
func Each(o Options, use func(*orgref.Record) error) error {
	world := newWorld(o)
	var r orgref.Record
	for c := range classes {
		for k := range world.counts[c] {
			if !world.record(&r, c, k) {
				continue
			}
			if err := use(&r); err != nil {
				return err
			}
		}
	}
	return nil
}
