package source

import (
	"mapper/graph"
)

// lives dates bodies, once all references are resolved: they rest on the codes'
// dates as the sources give them.
func lives(index *Index, results []*Result) {
	for _, r := range results {
		startLives(index, r.Entities)
	}
	for _, r := range results {
		endLives(index, r.Endings)
	}
}

// startLives gives a start to bodies, and to the dated codes by which they were
// found, that a source knows the first day of.
func startLives(index *Index, entities []graph.Entity) {
	for _, e := range entities {
		id, ok := index.Resolve(e.ID)
		if !ok || !isRef(e.ID) || e.Start == "" {
			continue
		}
		found := index.ID(id)
		if found.Start == "" {
			found.Start = e.Start
		}
		for i, c := range found.Codes {
			if c.Start != "" && c.Start < e.Start && e.ID == CodeRef(c.Scheme+":"+c.Value, e.Start) {
				found.Codes[i].Start = e.Start
			}
		}
	}
}

// endLives ends the lives, and the dated codes, of bodies that a source says have ended.
func endLives(index *Index, endings []Ending) {
	for _, ending := range endings {
		id, ok := index.Resolve(ending.Of)
		if !ok {
			continue
		}
		e := index.ID(id)
		if e.End == "" || ending.On < e.End {
			e.End = ending.On
		}
		for i, c := range e.Codes {
			if c.End != "" && ending.On < c.End {
				e.Codes[i].End = ending.On
			}
		}
	}
}
