package source

import (
	"maps"
	"slices"
	"strings"

	"mapper/graph"
)

// current gives the id that a body has in the graph.
func (r *Resolved) current(id string) string {
	if len(r.renamed) == 0 {
		return id
	}
	if other, ok := r.renamed[id]; ok {
		return other
	}
	return id
}

// emits says whether an entity of this id, whose hash is given, comes from the spool.
func (r *Resolved) emits(id string, hash uint64) bool {
	if len(r.taken) > 0 && r.taken[id] {
		return true
	}
	return r.spool.bodies.Find(hash) != nil && r.current(id) == id
}

// rename finds the bodies of this source that other datasets have put into the
// graph under another id: they bear a code in the same days and are of a kind.
func (r *Resolved) rename() error {
	for _, code := range slices.Sorted(maps.Keys(r.known.Bearers)) {
		hash := Hash(code)
		known := r.known.Bearers[code]
		for _, k := range known {
			r.heard[k.ID] = k
		}
		if b := r.spool.bodies.Find(hash); b != nil {
			r.meet(code, b.days, b.kinds, known)
		}
		for _, b := range r.spool.bearers(hash) {
			id, err := r.spool.bearerID(b)
			if err != nil {
				return unwritable(err)
			}
			r.meet(id, b.days, b.kinds, known)
		}
	}
	return nil
}

// meet gives a body of this source the id of the one it is in the graph.
func (r *Resolved) meet(id string, when days, kinds uint16, known []Bearer) {
	if r.renamed[id] != "" || r.known.Described != nil && r.known.Described(id) {
		return
	}
	other := ""
	for _, k := range known {
		switch {
		case k.ID == id:
			return // it is there under its own
		case other == "" && !r.taken[k.ID] && !r.spool.describes(k.ID) && when.meet(daysOf(k.Span)) && alike(r.words, r.spool.kindsOf(kinds), k.Kinds):
			other = k.ID
		}
	}
	if other != "" {
		r.renamed[strings.Clone(id)] = other
		r.taken[other] = true
	}
}

// alike says whether two lists of kinds have one in common that is not the widest.
func alike(v *graph.Vocabulary, a, b []string) bool {
	labels := v.Labels(b)
	return slices.ContainsFunc(v.Labels(a), func(kind string) bool {
		return v.Kind(kind).Parent != "" && slices.Contains(labels, kind)
	})
}
