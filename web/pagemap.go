package web

import (
	"html/template"
	"time"

	"mapper/graph"
)

// MapPage is /map?show=&hide=&relation=&kind=&status=&document=&links=&as_at=&was=&selected= .
type MapPage struct {
	Page
	Query     MapState
	Map       graph.Subgraph
	Relations []graph.Relation // those that occur, for the filter
	Kinds     []graph.Kind     // likewise
	Documents []graph.Source   // those that say most, and those chosen
	Formats   []Download
}

// MapState is the state of the map as its address carries it.
type MapState struct {
	Show      []string
	Hide      []string
	Relations []string
	Kinds     []string
	Statuses  []string
	Documents []string
	Links     int
	Was       string
	Selected  string
}

// Narrowed says whether anything but the day narrows the map.
func (s MapState) Narrowed() bool {
	return len(s.Relations)+len(s.Kinds)+len(s.Statuses)+len(s.Documents)+s.Links > 0
}

// FollowPage is /map/follow?do=&of=&steps=&relation=&as_at= : paths, what is shared,
// and what stands within some steps, without JavaScript.
type FollowPage struct {
	Page
	Do        string      // paths, shared or around
	Of        []string    // as typed
	Ends      []graph.Ref // what was found for it
	Steps     int
	Relations []string
	Problem   string // why there is no answer
	Says      string // the answer in words
	Trails    [][]Hop
	Shared    []Sharing
	Found     *graph.Subgraph // nil before anything is asked
	Href      string          // the map of what was found
}

// Hop is one entity of a path, and what leads there from the one before.
type Hop struct {
	Phrase string // "" for the first
	To     graph.Ref
}

// Sharing is an entity that several are joined to.
type Sharing struct {
	What graph.Ref
	With []graph.Ref
}

// PackPage is the evidence pack: a page that stands alone.
type PackPage struct {
	Page
	Picture  template.URL // the SVG as data, "" for none
	Address  string       // of the map, absolute; "" where it has none
	Made     time.Time
	Map      graph.Subgraph
	Lines    []PackLine
	Proof    *graph.Proof
	Narrowed []string // what narrows the map, in words
}

// PackLine is one line of the map with the claims behind it.
type PackLine struct {
	graph.Edge
	FromName, ToName, Phrase string
	Evidence                 []graph.Evidence
}
