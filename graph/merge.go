package graph

import (
	"slices"
	"strings"
)

// Described is what one dataset says of an entity. Where the dataset is published
// in releases, First and Last are the documents of the first release that had the
// entity and of the last one, Last and Gone (the date of the first release without
// it) only when the latest no longer has it.
type Described struct {
	Dataset string  `json:"dataset"`
	Hash    RowHash `json:"hash"`
	First   string  `json:"first,omitempty"`
	Last    string  `json:"last,omitempty"`
	Gone    Date    `json:"gone,omitempty"`
	Entity  Entity  `json:"entity"`
}

// Merge makes one entity of what several datasets say of it. The first dataset by
// id that knows more than its code names it; names that differ become aliases; kinds, aliases and codes are all
// kept; a date or note is the first one given. The outcome does not depend on the
// order in which the datasets were loaded.
func Merge(described []Described) Entity {
	all := slices.SortedFunc(slices.Values(described), func(a, b Described) int {
		if a.Entity.Stub != b.Entity.Stub {
			return flag(a.Entity.Stub) - flag(b.Entity.Stub)
		}
		return strings.Compare(a.Dataset, b.Dataset)
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
	names := append([]string{o.Name}, o.Aliases...)
	if o.Stub {
		names = nil // its name is a code
	}
	for _, name := range names {
		if name != e.Name && !slices.Contains(e.Aliases, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
	for _, kind := range o.Kinds {
		if !o.Stub && !slices.Contains(e.Kinds, kind) {
			e.Kinds = append(e.Kinds, kind)
		}
	}
	for _, code := range o.Codes {
		known := slices.ContainsFunc(e.Codes, func(c Code) bool { return c == code || o.Stub && c.Scheme == code.Scheme && c.Value == code.Value })
		if !known { // of a stub's code no dates are known
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
	e.Stub = e.Stub && o.Stub
}
