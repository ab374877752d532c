package store

import (
	"slices"
	"strings"

	"mapper/graph"
)

// state is what has become of a row since the last load.
type state int

const (
	same state = iota
	added
	changed
)

// judge compares a row with the ledger and counts it; it gives its place there too.
func (l *load) judge(h *held, t *graph.Tally, key, hash graph.RowHash, ended bool) (state, int) {
	i := h.find(key)
	if i < 0 || h.flags[i]&flagRemoved != 0 {
		t.Added++
		if l.options.Adopt {
			return same, i
		}
		return added, i
	}
	was := h.flags[i]
	if h.hashes[i] == hash && was&flagGone == 0 {
		t.Unchanged++
		return same, i
	}
	t.Changed++
	switch {
	case was&flagGone != 0, was&flagEnded != 0 && !ended:
		t.Reopened++
	case was&flagEnded == 0 && ended:
		t.Ended++
	}
	return changed, i
}

func flagsOf(ended bool, relation uint16) uint16 {
	flags := relation << flagBits
	if ended {
		flags |= flagEnded
	}
	return flags
}

// labelled are the labels that kinds give an entity, and both as the driver takes them.
type labelled struct {
	names        []string
	boxed, kinds any
}

// labelsOf gives the labels of an entity, found once for each list of kinds.
func (l *load) labelsOf(kinds []string) *labelled {
	key := kinds[0]
	if len(kinds) > 1 {
		key = strings.Join(kinds, "|")
	}
	found := l.labels[key]
	if found == nil {
		names := l.vocabulary.Labels(kinds)
		found = &labelled{names, names, slices.Clone(kinds)}
		l.labels[strings.Clone(key)] = found
	}
	return found
}
