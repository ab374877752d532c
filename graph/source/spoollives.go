package source

import (
	"maps"
	"slices"
	"strings"

	"mapper/graph"
)

// life is what is known of a body's first and last day beside its description.
type life struct {
	start graph.Date
	code  string // that it bore from then on
	end   graph.Date
}

// findLives finds out whose first and last days the additions and endings tell.
// A body that several endings are told of stood until the last of them.
func (r *Resolved) findLives(pass *settling) error {
	r.lives = map[string]life{}
	for _, code := range slices.Sorted(maps.Keys(r.spool.added)) {
		for _, a := range r.spool.added[code] {
			m, err := pass.whom(CodeRef(code, a.on))
			if err != nil {
				return err
			}
			id := m.at(m.on)
			if l := r.lives[id]; l.start == "" && a.Start != "" {
				l.start, l.code = a.Start, code
				r.lives[id] = l
			}
		}
	}
	for _, ending := range r.spool.endings {
		m, err := pass.whom(ending.Of)
		if err != nil {
			return err
		}
		id := m.at(m.on)
		if l := r.lives[id]; l.end == "" || l.end < ending.On {
			l.end = ending.On
			r.lives[strings.Clone(id)] = l
		}
	}
	return nil
}

// live gives a body the dates that are known beside its description.
func (r *Resolved) live(e *entity) {
	l, ok := r.lives[e.ID]
	if !ok {
		return
	}
	if e.Start == "" {
		e.Start = l.start
	}
	if l.end != "" && (e.End == "" || l.end < e.End) {
		e.End = l.end
	}
	for i, c := range e.Codes {
		if l.start != "" && c.Start != "" && c.Start < l.start && c.Scheme+":"+c.Value == l.code {
			e.Codes[i].Start = l.start
		}
		if l.end != "" && c.End != "" && l.end < c.End {
			e.Codes[i].End = l.end
		}
	}
}
