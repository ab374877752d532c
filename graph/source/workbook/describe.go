package workbook

import (
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// describe adds an entity, once, and gives its id: the known one where code or
// name tell that another source describes it.
func (r *reader) describe(e graph.Entity) string {
	if found := r.knownAs(e); found != nil {
		e.ID = found.ID
	}
	have := r.own.ID(e.ID)
	if have != nil && !sharesCode(have, &e) && len(have.Codes) > 0 && len(e.Codes) > 0 {
		e.ID += "-" + strings.ToLower(e.Codes[0].Value) // another code is another body, of the same name
		have = r.own.ID(e.ID)
	}
	for _, c := range e.Codes {
		if have == nil {
			have = r.own.Code(c.Scheme+":"+c.Value, asOf)
		}
	}
	if have == nil {
		have = &e
		r.own.Add(have)
		r.made = append(r.made, have)
	} else if source.Fold(have.Name) != source.Fold(e.Name) && !slices.Contains(have.Aliases, e.Name) {
		have.Aliases = append(have.Aliases, e.Name)
	}
	if !isA(have, "Person") {
		r.loose[loose(e.Name)] = have.ID
		for _, alias := range e.Aliases {
			r.loose[loose(alias)] = have.ID
		}
	}
	return have.ID
}

// knownAs finds an entity among those of other sources.
func (r *reader) knownAs(e graph.Entity) *graph.Entity {
	if isA(&e, "Person") {
		return nil // the same name is not the same person
	}
	for _, c := range e.Codes {
		if found := r.known.Code(c.Scheme+":"+c.Value, asOf); found != nil {
			return found
		}
	}
	if len(e.Codes) > 0 {
		return nil // another code is another body, whatever its name
	}
	return only(r.known.Named(e.Name), func(k *graph.Entity) bool { return !isA(k, "Person") && !isA(k, "Group") })
}

func sharesCode(a, b *graph.Entity) bool {
	return slices.ContainsFunc(a.Codes, func(c graph.Code) bool {
		return slices.ContainsFunc(b.Codes, func(d graph.Code) bool { return c.Scheme == d.Scheme && c.Value == d.Value })
	})
}
