package source

import (
	"slices"
	"strconv"

	"mapper/graph"
)

// settle gives the claim or claims that one means, once it is known who its ends
// are. A claim that outlasts the bearer of a code stands for each bearer in turn,
// so that on any day there is an edge to whoever bore it then.
func (s *settling) settle() ([]graph.Claim, error) {
	c := &s.claim[0]
	from, err := s.whom(c.From)
	if err != nil {
		return nil, err
	}
	to, err := s.whom(c.To)
	if err != nil {
		return nil, err
	}
	if c.Speaker != "" {
		speaker, err := s.whom(c.Speaker)
		if err != nil {
			return nil, err
		}
		c.Speaker = speaker.at(day0(speaker.on, firstDay(c.Start)))
	}
	if from.turns == nil && to.turns == nil {
		return s.whole(from.id, to.id), nil
	}
	span := daysOf(c.Span)
	if s.events[c.Relation] || span.first >= span.over {
		return s.whole(from.at(day0(from.on, span.first)), to.at(day0(to.on, span.first))), nil
	}
	s.divide(c, &from, &to, span)
	return s.pieces, nil
}

// whole gives the claim between two bodies.
func (s *settling) whole(from, to string) []graph.Claim {
	if !s.join(&s.claim[0], from, to) {
		return nil
	}
	return s.claim[:]
}

// divide cuts a claim where an end of it passes to another body. Of a claim whose
// start is unknown nothing is said of bearers before the one the reader meant, and
// of one in a release nothing of bearers that came after it: it could not know them.
func (s *settling) divide(c *graph.Claim, from, to *meant, span days) {
	s.cuts, s.pieces, s.number = append(s.cuts[:0], span.first), s.pieces[:0], 1
	begin := span.first
	for _, m := range []*meant{from, to} {
		if m.turns == nil || span.first != always {
			continue
		}
		on := m.on
		if on == always && span.over == never {
			on = min(never-1, s.spoken) // it stands now
		}
		if on != always {
			begin = max(begin, m.turns[m.turn(min(on, span.over-1))].from)
		}
	}
	for _, m := range []*meant{from, to} {
		for _, t := range m.turns {
			if t.from > begin && t.from < span.over && t.from <= s.spoken {
				s.cuts = append(s.cuts, t.from)
			}
		}
	}
	slices.Sort(s.cuts)
	s.cuts = slices.Compact(s.cuts)
	open := -1 // the piece that has not been ended
	for i, cut := range s.cuts {
		day := max(cut, begin)
		left, right := from.at(day), to.at(day)
		if open >= 0 && s.joins(&s.pieces[open], left, right) {
			continue
		}
		part := *c
		if i > 0 {
			part.Start = cut.date()
		}
		if open >= 0 {
			s.pieces[open].End = part.Start
		}
		open = s.piece(&part, left, right)
	}
}

// joins says whether a piece has these ends.
func (s *settling) joins(c *graph.Claim, left, right string) bool {
	return c.From == left && c.To == right || s.symmetric[c.Relation] && c.From == right && c.To == left
}

// piece adds a part of a claim, between two bodies, and gives its place, -1 for none.
func (s *settling) piece(c *graph.Claim, from, to string) int {
	if !s.join(c, from, to) {
		return -1
	}
	if len(s.pieces) > 0 {
		c.ID, s.number = s.spool.freeID(c.ID, s.number+1)
	}
	s.pieces = append(s.pieces, *c)
	return len(s.pieces) - 1
}

// join gives a claim its ends; ok is false where a code alone told a body apart from
// itself, which says nothing.
func (s *settling) join(c *graph.Claim, from, to string) (ok bool) {
	if from == to && c.From != c.To {
		s.selves++
		return false
	}
	if s.symmetric[c.Relation] && from > to {
		from, to = to, from
	}
	c.From, c.To = from, to
	return true
}

// day0 gives the first of two days that is known.
func day0(on, other day) day {
	if on != always {
		return on
	}
	return other
}

// numbered gives an id with a number behind it.
func numbered(id string, n int) string {
	suffix := "-" + strconv.Itoa(n)
	return id[:min(len(id), idLength-len(suffix))] + suffix
}
