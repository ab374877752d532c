package graph

import "slices"

// Described is what one dataset says of an entity.
type Described struct {
	Dataset string `json:"dataset"`
	Hash    string `json:"hash"`
	Entity  Entity `json:"entity"`
}

// Merge makes one entity of what several datasets say of it. The first dataset by
// id names it; names that differ become aliases; kinds, aliases and codes are all
// kept; a date or note is the first one given. The outcome does not depend on the
// order in which the datasets were loaded.
func Merge(described []Described) Entity {
	all := slices.SortedFunc(slices.Values(described), func(a, b Described) int {
		switch {
		case a.Dataset < b.Dataset:
			return -1
		case a.Dataset > b.Dataset:
			return 1
		}
		return 0
	})
	e := all[0].Entity
	e.Kinds, e.Aliases, e.Codes = slices.Clone(e.Kinds), slices.Clone(e.Aliases), slices.Clone(e.Codes)
	for _, more := range all[1:] {
		e.take(more.Entity)
	}
	return e
}

// take adds what another description of the same entity knows.
func (e *Entity) take(o Entity) {
	for _, name := range append([]string{o.Name}, o.Aliases...) {
		if name != e.Name && !slices.Contains(e.Aliases, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
	for _, kind := range o.Kinds {
		if !slices.Contains(e.Kinds, kind) {
			e.Kinds = append(e.Kinds, kind)
		}
	}
	for _, code := range o.Codes {
		if !slices.Contains(e.Codes, code) {
			e.Codes = append(e.Codes, code)
		}
	}
	if e.Start == "" {
		e.Start = o.Start
	}
	if e.End == "" {
		e.End = o.End
	}
	if e.Note == "" {
		e.Note = o.Note
	}
	e.Anonymous = e.Anonymous && o.Anonymous
}
