package orgref

import (
	"time"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/ods"
)

// Emitter gives a sink what records say. It holds a few bytes of each code, and of
// the records that only refer to others, a name; the rest goes as it comes. Close
// ends it.
type Emitter struct {
	to       source.Sink
	document string
	spans    spans
	roles    map[string]bool   // defined by the file beside those that are known
	wordings map[string]string // of relationships, by id, as the file has them

	organisations, held, relationships, successions *source.Count
	confirmed, references                           *source.Count // nil while there are none

	whole  map[ods.Packed]bool // false for a summary, which a whole record may follow
	stubs  map[ods.Packed]*ods.Record
	areas  map[ods.Packed]*area
	events map[pair]graph.Date // the first day given of each succession
	again  map[event]bool      // other days of the same

	record ods.Record // of the organisation that is read
	bodies []graph.Entity
	claim  graph.Claim
}

// event is a succession on another day than the first one given.
type event struct {
	pair
	on graph.Date
}

// NewEmitter begins a release: its document goes to the sink.
func NewEmitter(r Release, to source.Sink) (*Emitter, error) {
	e := &Emitter{to: to, document: r.documentID(), roles: map[string]bool{}, wordings: map[string]string{},
		whole: map[ods.Packed]bool{}, stubs: map[ods.Packed]*ods.Record{}, areas: map[ods.Packed]*area{}, events: map[pair]graph.Date{}, again: map[event]bool{}}
	if day, ok := r.Published.First(); ok {
		e.spans.release = graph.Date(day.Format(time.DateOnly))
	}
	e.organisations, e.held = to.Counting("organisations"), to.Counting("roles")
	e.relationships, e.successions = to.Counting("relationships"), to.Counting("successions")
	return e, to.Document(r.Document())
}

// counting begins a count when there is something to count.
func (e *Emitter) counting(count **source.Count, what string) *source.Count {
	if *count == nil {
		*count = e.to.Counting(what)
	}
	return *count
}

// DefineRole makes a role known that the file itself defines. Of what it does not
// know otherwise, the mapper knows then that it is no misspelling.
func (e *Emitter) DefineRole(id string) { e.roles[id] = true }

// DefineRel notes how the file words a relationship, for messages.
func (e *Emitter) DefineRel(id, wording string) { e.wordings[id] = wording }

// Record gives the sink what a record says; an error is the sink's and ends the
// reading.
func (e *Emitter) Record(r *Record) error {
	if r.RefOnly {
		return e.reference(r)
	}
	if used, err := e.organisation(r); err != nil || !used {
		return err
	}
	if err := e.relate(r); err != nil {
		return err
	}
	for i := range r.Succs {
		if err := e.succession(r, &r.Succs[i]); err != nil {
			return err
		}
	}
	return nil
}

// refuse rejects a record with all it holds.
func (e *Emitter) refuse(r *Record, field, format string, args ...any) error {
	if err := e.to.Reject(e.organisations, r.At, field, format, args...); err != nil {
		return err
	}
	rows := []struct {
		count *source.Count
		lines []int
	}{{e.held, linesOf(r.Roles, func(x Role) int { return x.Line })},
		{e.relationships, linesOf(r.Rels, func(x Rel) int { return x.Line })},
		{e.successions, linesOf(r.Succs, func(x Succ) int { return x.Line })}}
	for _, of := range rows {
		for _, line := range of.lines {
			if err := e.to.Reject(of.count, graph.Place{File: r.At.File, Line: line}, "", "its record (%s, line %d) is rejected", r.Code, r.At.Line); err != nil {
				return err
			}
		}
	}
	return nil
}

func linesOf[T any](rows []T, line func(T) int) []int {
	lines := make([]int, len(rows))
	for i, row := range rows {
		lines[i] = line(row)
	}
	return lines
}

// Close gives what is known only when all is read: who is referred to and held whole
// nowhere, and the areas.
func (e *Emitter) Close() error {
	if err := e.giveStubs(); err != nil {
		return err
	}
	return e.giveAreas()
}
