package source

import (
	"slices"
	"strings"

	"mapper/graph"
)

// turn is a stretch of time over which one body is meant by a code: from a day
// until the next turn begins. The first turn of a code begins always.
type turn struct {
	from day
	id   string
}

// meant is who an end of a claim means: one body, or several in turn.
type meant struct {
	id    string
	turns []turn // nil for one
	on    day    // of which the reader spoke, always when of none
}

// bearerOf is a body that bears a code, with the id it has in the graph.
type bearerOf struct {
	days
	id    string
	owner bool // its own id is the code: it bore the code first
}

// settling resolves what claims say by code, in one pass over them.
type settling struct {
	*Resolved
	cache  map[string]meant // of codes that may mean several
	claim  [1]graph.Claim   // that is settled
	pieces []graph.Claim    // it, where it is more than one
	number int              // behind the id of the last piece
	cuts   []day
	selves int // claims that would join a body to itself

	said       map[string]*said // by id, of claims whose id several have
	again      int              // claims that are made twice, word for word
	renumbered int              // claims that had the id of another
}

// cacheLimit is how many codes are held with who they mean.
const cacheLimit = 10_000

// whom finds out who an end means.
func (s *settling) whom(end string) (meant, error) {
	code, on := end, ""
	ref, isRef := strings.CutPrefix(end, refMark)
	if isRef {
		code, on, _ = strings.Cut(ref, "@")
	}
	if !s.shares(code) || !isRef && s.spool.describes(end) {
		return meant{id: s.current(code)}, nil
	}
	found, err := s.bearer(code)
	found.on = firstDay(graph.Date(on))
	return found, err
}

// shares says whether a code may mean another body than the one whose id it is.
func (r *Resolved) shares(code string) bool {
	if r.spool.others.Len() > 0 && r.spool.others.Find(Hash(code)) != nil {
		return true
	}
	return len(r.known.Bearers) > 0 && len(r.known.Bearers[code]) > 0
}

// bearer finds out who bears a code, and when. On a day on which several bear it,
// it is the one that began last. On a day on which none does, it is the body whose
// id is the code, of which nothing else is known; but where that is known to bear it
// on other days, the one that bore it last, else the first that will.
func (s *settling) bearer(code string) (meant, error) {
	if found, ok := s.cache[code]; ok {
		return found, nil
	}
	all, err := s.bearers(code)
	if err != nil {
		return meant{}, err
	}
	found := meant{turns: takeTurns(code, all)}
	if len(found.turns) == 1 {
		found = meant{id: found.turns[0].id}
	}
	if len(s.cache) >= cacheLimit {
		clear(s.cache)
	}
	s.cache[strings.Clone(code)] = found
	return found, nil
}

// bearers lists all bodies that bear a code, of this source and of the graph.
func (s *settling) bearers(code string) ([]bearerOf, error) {
	var all []bearerOf
	hash := Hash(code)
	if b := s.spool.bodies.Find(hash); b != nil {
		all = append(all, bearerOf{b.days, s.current(code), true})
	}
	for _, b := range s.spool.bearers(hash) {
		id, err := s.spool.bearerID(b)
		if err != nil {
			return nil, unwritable(err)
		}
		all = append(all, bearerOf{b.days, s.current(id), false})
	}
	for _, b := range s.known.Bearers[code] {
		all = append(all, bearerOf{daysOf(b.Span), b.ID, b.ID == code})
	}
	return all, nil
}

// takeTurns puts the bearers of a code one after the other.
func takeTurns(code string, all []bearerOf) []turn {
	cuts := []day{always}
	for _, b := range all {
		cuts = append(cuts, b.first, b.over)
	}
	slices.Sort(cuts)
	var turns []turn
	for _, cut := range slices.Compact(cuts) {
		id := bearerOn(cut, code, all)
		if cut < never && (len(turns) == 0 || turns[len(turns)-1].id != id) {
			turns = append(turns, turn{cut, strings.Clone(id)})
		}
	}
	return turns
}

// bearerOn gives the id of whoever is meant by a code on a day.
func bearerOn(on day, code string, all []bearerOf) string {
	var now, before, after *bearerOf
	owned := false
	for i := range all {
		b := &all[i]
		owned = owned || b.owner
		switch {
		case b.cover(on):
			if now == nil || b.first > now.first {
				now = b
			}
		case b.over <= on:
			if before == nil || b.over > before.over {
				before = b
			}
		case after == nil || b.first < after.first:
			after = b
		}
	}
	switch {
	case now != nil:
		return now.id
	case owned && before != nil:
		return before.id
	case owned && after != nil:
		return after.id
	}
	return code
}

// turn gives the place among the turns of the one that a day falls in.
func (m *meant) turn(on day) int {
	at := 0
	for at+1 < len(m.turns) && m.turns[at+1].from <= on {
		at++
	}
	return at
}

// at gives who is meant on a day.
func (m *meant) at(on day) string {
	if m.turns == nil {
		return m.id
	}
	return m.turns[m.turn(on)].id
}
