package mapping

import (
	"maps"
	"slices"
)

// program is a mapping made ready for a file whose columns are known: columns are
// numbers, and templates are taken apart.
type program struct {
	used     []int // columns of the file that rows are asked for; those that are derived come behind the file's
	derived  []deriving
	each     int // column that holds a list, -1 for none
	skips    []skipping
	entities []describing
	claims   []claiming
}

type deriving struct {
	derive
	from, into int
}

type skipping struct {
	skip
	column int
	reason template
}

// describing is an entity of the mapping.
type describing struct {
	called         string
	when           int // column that must not be empty, -1 for none
	id, name, note template
	kinds          []template
	same           []string // the kinds, where they are the same in each row
	aliases, codes []template
	start, end     template
}

// claiming is a claim of the mapping.
type claiming struct {
	claim
	when           int
	id, start, end template
	from, to       ending
	role, speaker  template
	phrase, note   template
}

// ending is one end of a claim: an entity of the mapping, or an id.
type ending struct {
	entity int // its number in the program, -1 for an id
	id     template
}

// ready makes the program for a header.
func (m *Mapping) ready(header []string) *program {
	p := &program{each: -1}
	names := slices.Clone(header)
	used := map[int]bool{}
	for _, name := range slices.Sorted(maps.Keys(m.Derive)) {
		from := last(header, m.Derive[name].Column)
		used[from] = true
		p.derived = append(p.derived, deriving{m.Derive[name], from, len(names)})
		names = append(names, name)
	}
	column := func(name string) int {
		at := last(names, name)
		used[at] = used[at] || at < len(header)
		return at
	}
	when := func(name string) int {
		if name == "" {
			return -1
		}
		return column(name)
	}
	p.each = when(m.Each.Column)
	for _, s := range m.Skip {
		p.skips = append(p.skips, skipping{s, column(s.Column), compile(s.Reason, column)})
	}
	called := slices.Sorted(maps.Keys(m.Entities))
	for _, name := range called {
		e := m.Entities[name]
		d := describing{called: name, when: when(e.When), id: compile(e.ID, column), name: compile(e.Name, column), note: compile(e.Note, column),
			kinds: compileAll(e.Kinds, column), aliases: compileAll(e.Aliases, column), codes: compileAll(e.Codes, column),
			start: compile(e.Start, column), end: compile(e.End, column)}
		d.same, _ = constant(d.kinds)
		p.entities = append(p.entities, d)
	}
	for _, c := range m.Claims {
		end := func(text string) ending { return ending{slices.Index(called, text), compile(text, column)} }
		p.claims = append(p.claims, claiming{claim: c, when: when(c.When), id: compile(c.ID, column), from: end(c.From), to: end(c.To),
			start: compile(c.Start, column), end: compile(c.End, column), role: compile(c.Role, column), speaker: compile(c.Speaker, column),
			phrase: compile(c.Phrase, column), note: compile(c.Note, column)})
	}
	for i := range header {
		if used[i] {
			p.used = append(p.used, i)
		}
	}
	return p
}

// last gives where a column stands: where a name stands twice, the later counts, and
// a derived one counts before one of the file.
func last(names []string, name string) int {
	for i, have := range slices.Backward(names) {
		if have == name {
			return i
		}
	}
	return -1 // check has seen to it that there is one
}
