package source

import (
	"strings"

	"mapper/graph"
)

// Index finds entities by id, by the code they bore on a day and by name. A nil
// index knows nothing.
type Index struct {
	ids   map[string]*graph.Entity
	codes map[string][]*graph.Entity
	names map[string][]*graph.Entity
}

// NewIndex indexes entities; later descriptions of an id add to the earlier.
func NewIndex(entities []graph.Entity) *Index {
	x := &Index{ids: map[string]*graph.Entity{}, codes: map[string][]*graph.Entity{}, names: map[string][]*graph.Entity{}}
	for i := range entities {
		x.Add(&entities[i])
	}
	return x
}

// Add makes one more entity known.
func (x *Index) Add(e *graph.Entity) {
	if x.ids[e.ID] == nil {
		x.ids[e.ID] = e
	}
	for _, c := range e.Codes {
		key := c.Scheme + ":" + c.Value
		x.codes[key] = append(x.codes[key], e)
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		x.names[Fold(name)] = append(x.names[Fold(name)], e)
	}
}

// ID finds an entity by its id.
func (x *Index) ID(id string) *graph.Entity {
	if x == nil {
		return nil
	}
	return x.ids[id]
}

// Code finds the one entity that bore a code such as ods:06K on a day.
func (x *Index) Code(code string, on graph.Date) *graph.Entity {
	if x == nil {
		return nil
	}
	day, err := graph.ParseDay(string(on))
	if err != nil {
		return nil
	}
	var found *graph.Entity
	for _, e := range x.codes[code] {
		for _, c := range e.Codes {
			if c.Scheme+":"+c.Value != code || !graph.AsAt(c.Span, day) {
				continue
			}
			if found != nil && found.ID != e.ID {
				return nil // two bodies: the code does not tell which
			}
			found = e
		}
	}
	return found
}

// Named finds the entities of a name or alias, however it is spelt.
func (x *Index) Named(name string) []*graph.Entity {
	if x == nil {
		return nil
	}
	return x.names[Fold(name)]
}

// refMark begins a reference, which no id can: a dataset's ids are checked.
const refMark = "bearer of "

// CodeRef stands for the entity that bears a code on a day, where a reader knows
// no more than the code. Merge puts the entity's id in its place.
func CodeRef(code string, on graph.Date) string { return refMark + code + "@" + string(on) }

func isRef(id string) bool { return strings.HasPrefix(id, refMark) }

// Resolve gives the id that an end of a claim means; ok is false when no entity
// is known for it.
func (x *Index) Resolve(end string) (id string, ok bool) {
	ref, isRef := strings.CutPrefix(end, refMark)
	if !isRef {
		return end, x.ID(end) != nil
	}
	code, on, _ := strings.Cut(ref, "@")
	if e := x.Code(code, graph.Date(on)); e != nil {
		return e.ID, true
	}
	return end, false
}
