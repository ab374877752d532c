package mapping

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// check compiles the patterns and finds what can be wrong without a row.
func (m *Mapping) check() error {
	if !source.IsID(m.Document.ID) || source.Slug(m.Document.ID) == "" || m.Document.Title == "" {
		return m.wrong("document: give the file an id and a title, so that every claim has its source")
	}
	if len(m.Claims) == 0 && len(m.Entities) == 0 {
		return m.wrong("it maps nothing: give entities or claims")
	}
	for _, check := range []func() error{m.checkPatterns, m.checkEntities, m.checkClaims, m.checkFilters} {
		if err := check(); err != nil {
			return err
		}
	}
	return m.checkColumns(m.Columns)
}

func (m *Mapping) checkPatterns() (err error) {
	for _, name := range slices.Sorted(maps.Keys(m.Derive)) {
		d := m.Derive[name]
		if d.pattern, err = regexp.Compile(d.Match); err != nil || d.pattern.NumSubexp() < 1 {
			return m.wrong("derive: %s: match: write a regular expression with one group in brackets (%v)", name, err)
		}
		m.Derive[name] = d
	}
	for i, s := range m.Skip {
		if (s.Matches == "") == (s.Lacks == "") || s.Reason == "" {
			return m.wrong("skip: give a column, a reason, and either matches or lacks")
		}
		if m.Skip[i].pattern, err = regexp.Compile(s.Matches + s.Lacks); err != nil {
			return m.wrong("skip: %s: %v", s.Column, err)
		}
	}
	return nil
}

func (m *Mapping) checkEntities() error {
	for _, name := range slices.Sorted(maps.Keys(m.Entities)) {
		kinds := m.Entities[name].Kinds
		if len(kinds) == 0 {
			return m.wrong("entities: %s: give at least one kind", name)
		}
		for _, kind := range kinds {
			if !holeForm.MatchString(kind) && graph.Standard().Kind(kind) == nil {
				return m.wrong("entities: %s: %q is not a kind of the vocabulary", name, kind)
			}
		}
	}
	return nil
}

func (m *Mapping) checkClaims() error {
	for i, c := range m.Claims {
		if c.ID == "" || c.From == "" || c.Relation == "" || c.To == "" || c.Status == "" {
			return m.wrong("claims: number %d: give id, from, relation, to and status", i+1)
		}
		if graph.Standard().Relation(c.Relation) == nil {
			return m.wrong("claims: number %d: %q is not a relation of the vocabulary", i+1, c.Relation)
		}
		if !slices.Contains(graph.Statuses, graph.Status(c.Status)) {
			return m.wrong("claims: number %d: %q is not a status: write one of %v", i+1, c.Status, graph.Statuses)
		}
	}
	return nil
}

func (m *Mapping) checkFilters() error {
	for _, t := range m.templates() {
		for _, hole := range holeForm.FindAllStringSubmatch(t, -1) {
			if hole[2] != "" && filters[hole[2]] == nil {
				return m.wrong("%s: there is no filter %q: they are %s", hole[0], hole[2], strings.Join(slices.Sorted(maps.Keys(filters)), ", "))
			}
		}
	}
	return nil
}

// checkColumns finds templates and patterns that name a column the file has not.
func (m *Mapping) checkColumns(header []string) error {
	if header == nil {
		return nil // known once the file's first line is read
	}
	known := slices.Clone(header)
	for _, name := range slices.Sorted(maps.Keys(m.Derive)) {
		if d := m.Derive[name]; !slices.Contains(header, d.Column) {
			return m.noColumn("derive: "+name, d.Column, header)
		}
		known = append(known, name)
	}
	for _, used := range m.columnsUsed() {
		if !slices.Contains(known, used) {
			return m.noColumn("a template or condition", used, known)
		}
	}
	return nil
}

func (m *Mapping) noColumn(where, column string, header []string) error {
	return m.wrong("%s names the column %q, which the file has not: it has %s", where, column, strings.Join(header, ", "))
}

// templates lists all texts that may have holes.
func (m *Mapping) templates() []string {
	var all []string
	for _, s := range m.Skip {
		all = append(all, s.Reason)
	}
	for _, e := range m.Entities {
		all = append(all, e.ID, e.Name, e.Note, e.Start, e.End)
		all = slices.Concat(all, e.Kinds, e.Aliases, e.Codes)
	}
	for _, c := range m.Claims {
		all = append(all, c.ID, c.From, c.To, c.Start, c.End, c.Role, c.Speaker, c.Phrase, c.Note)
	}
	return all
}

// columnsUsed lists the columns that rows are asked for.
func (m *Mapping) columnsUsed() []string {
	used := []string{m.Each.Column}
	for _, s := range m.Skip {
		used = append(used, s.Column)
	}
	for _, e := range m.Entities {
		used = append(used, e.When)
	}
	for _, c := range m.Claims {
		used = append(used, c.When)
	}
	for _, t := range m.templates() {
		for _, hole := range holeForm.FindAllStringSubmatch(t, -1) {
			used = append(used, hole[1])
		}
	}
	slices.Sort(used)
	return slices.DeleteFunc(slices.Compact(used), func(c string) bool { return c == "" })
}
