package source

import (
	"reflect"
	"slices"
	"strings"

	"mapper/graph"
)

// Entity implements Sink. An entity that is described again is added to; one whose
// id is a reference only says more of a body that is described elsewhere.
func (s *Spool) Entity(e *graph.Entity) error {
	if ref, ok := strings.CutPrefix(e.ID, refMark); ok {
		return s.add(ref, e)
	}
	s.entities.entity(e)
	b := body{days{always, never}, uint32(s.entities.content()), s.numberKinds(e.Kinds), e.Stub}
	known, again := s.bodies.Put(Hash(e.ID))
	had := *known
	if again && had.content == b.content {
		return nil
	}
	at := s.entities.at
	if again {
		first := had
		if had.stub && !e.Stub {
			first.kinds, first.stub = b.kinds, false
		}
		first.content = b.content // the next is more likely to repeat the latest
		b = first
		s.ids = append(s.ids, strings.Clone(e.ID))
		at = ^int64(len(s.ids) - 1)
	}
	for _, c := range e.Codes {
		if s.isCode(e.ID, c) {
			if !again || had.stub {
				b.days = daysOf(c.Span)
			}
		} else if hash := HashBytes(s.buffer); !again || !s.bears(hash, e.ID) {
			s.bear(hash, bearing{days: daysOf(c.Span), at: at, kinds: b.kinds})
		}
	}
	*known = b
	if again {
		return s.describeMore(e)
	}
	return unwritable(s.entities.end(e.Place))
}

// isCode says whether an id is a code; the code stands in the buffer then or not.
func (s *Spool) isCode(id string, c graph.Code) bool {
	s.buffer = append(append(append(s.buffer[:0], c.Scheme...), ':'), c.Value...)
	return string(s.buffer) == id
}

// bear notes that a body bears a code under another id.
func (s *Spool) bear(code uint64, b bearing) {
	first, had := s.others.Put(code)
	if b.next = -1; had {
		b.next = *first
	}
	*first = int32(len(s.bearings))
	s.bearings = append(s.bearings, b)
}

// bears says whether a body is known to bear a code under its own id.
func (s *Spool) bears(code uint64, id string) bool {
	for _, b := range s.bearers(code) {
		if have, err := s.bearerID(b); err == nil && have == id {
			return true
		}
	}
	return false
}

// bearers lists the bearings of a code, in the order in which they were found.
func (s *Spool) bearers(code uint64) []bearing {
	first := s.others.Find(code)
	if first == nil {
		return nil
	}
	var found []bearing
	for i := *first; i >= 0; i = s.bearings[i].next {
		found = append(found, s.bearings[i])
	}
	slices.Reverse(found)
	return found
}

func (s *Spool) bearerID(b bearing) (string, error) {
	if b.at < 0 {
		return s.ids[^b.at], nil
	}
	return s.entities.first(b.at)
}

// numberKinds gives the number of a list of kinds; lists beyond those that can be
// numbered count as the first.
func (s *Spool) numberKinds(kinds []string) uint16 {
	s.buffer = s.buffer[:0]
	for _, kind := range kinds {
		s.buffer = append(append(s.buffer, kind...), '|')
	}
	number, ok := s.numbers[string(s.buffer)]
	if !ok && len(s.kinds) < 1<<16 {
		number = uint16(len(s.kinds))
		s.kinds = append(s.kinds, string(s.buffer))
		s.numbers[string(s.buffer)] = number
	}
	return number
}

// kindsOf gives the kinds behind a number.
func (s *Spool) kindsOf(number uint16) []string {
	return strings.Split(strings.TrimSuffix(s.kinds[number], "|"), "|")
}

// describeMore holds a further description until the first is given.
func (s *Spool) describeMore(e *graph.Entity) error {
	have := s.more[e.ID]
	if slices.ContainsFunc(have, func(h entity) bool { return same(&h, e) }) {
		return nil
	}
	if s.mores >= moreLimit {
		s.unkept++
		return nil
	}
	s.mores++
	s.more[strings.Clone(e.ID)] = append(have, cloned(e))
	return nil
}

// add holds what is said of the bearer of a code.
func (s *Spool) add(ref string, e *graph.Entity) error {
	if s.mores >= moreLimit {
		return graph.Errorf(graph.TooLarge, "%s:%d: more than %d entities have the bearer of a code for their id: give them ids", e.Place.File, e.Place.Line, moreLimit)
	}
	s.mores++
	code, on, _ := strings.Cut(ref, "@")
	s.added[strings.Clone(code)] = append(s.added[code], addition{graph.Date(strings.Clone(on)), cloned(e)})
	return nil
}

// same says whether two descriptions agree, wherever they stand.
func same(a, b *entity) bool {
	left, right := *a, *b
	left.Place, right.Place = graph.Place{}, graph.Place{}
	return reflect.DeepEqual(left, right)
}

// cloned is an entity that shares no list with the reader.
func cloned(e *graph.Entity) entity {
	c := *e
	c.Kinds, c.Aliases, c.Codes = slices.Clone(e.Kinds), slices.Clone(e.Aliases), slices.Clone(e.Codes)
	return c
}
