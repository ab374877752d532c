// Package orgref is what the Organisation Data Service says of one organisation or
// site, in whichever form it is published, and what the graph makes of it: bodies,
// relationships and successions. The readers of the XML release and of the JSON
// answers fill the same Record and give it to the same Emitter.
package orgref

import "mapper/graph"

// Classes of record.
const (
	Organisation = "RC1"
	Site         = "RC2"
)

// Statuses of a record, a role or a relationship.
const (
	Active   = "Active"
	Inactive = "Inactive"
)

// Record is one organisation or site as the source gives it: codes and dates are
// its own, and an end is the last day, not the day after.
type Record struct {
	At      graph.Place
	Code    string
	Name    string
	Class   string // Organisation or Site
	RefOnly bool   // repeats a record that is held whole elsewhere
	Summary bool   // says no more than who it is: a whole record may follow
	Status  string // Active or Inactive; "" when the source does not say
	Changed graph.Date
	Dates   Dates
	Roles   []Role
	Rels    []Rel
	Succs   []Succ
}

// Days is a first and a last day, both of which count; "" is unknown.
type Days struct{ Start, End graph.Date }

// Dates are the two tracks of the source: when something stood in law, and when it
// was at work. Most things have only the second.
type Dates struct{ Legal, Operational Days }

// Role is one holding of a role, such as RO197 (an NHS trust).
type Role struct {
	ID      string
	Unique  uint64 // id of this holding, the same in every release; 0 when not given
	Primary bool
	Status  string
	Dates   Dates
	Line    int
}

// Rel is a relationship of the record, which is its source, to a target.
type Rel struct {
	ID     string // RE4 and so on
	Unique uint64 // id of this relationship, the same in every release; 0 when not given
	Status string
	Target string // code
	Dates  Dates
	Line   int
}

// Succ is a succession in which the record is one end.
type Succ struct {
	Unique uint64
	Type   string // Successor: the target took over; Predecessor: the record did
	Target string
	Dates  Dates
	Line   int
}

// Reset empties a record for the next, keeping its room.
func (r *Record) Reset() {
	*r = Record{Roles: r.Roles[:0], Rels: r.Rels[:0], Succs: r.Succs[:0]}
}
