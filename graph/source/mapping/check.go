package mapping

import (
	"regexp"
	"slices"
	"strings"

	"mapper/graph"
)

// check compiles the patterns and finds what can be wrong without a row.
func (m *Mapping) check() (err error) {
	if m.Document.ID == "" || m.Document.Title == "" {
		return m.wrong("document: give the file an id and a title, so that every claim has its source")
	}
	if len(m.Claims) == 0 && len(m.Entities) == 0 {
		return m.wrong("it maps nothing: give entities or claims")
	}
	for name, d := range m.Derive {
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
	for i, c := range m.Claims {
		if c.ID == "" || c.From == "" || c.Relation == "" || c.To == "" || c.Status == "" {
			return m.wrong("claims: number %d: give id, from, relation, to and status", i+1)
		}
		if graph.Standard().Relation(c.Relation) == nil {
			return m.wrong("claims: number %d: %q is not a relation of the vocabulary", i+1, c.Relation)
		}
	}
	return m.checkColumns(m.Columns)
}

// checkColumns finds templates and patterns that name a column the file has not.
func (m *Mapping) checkColumns(header []string) error {
	if header == nil {
		return nil // known once the file's first line is read
	}
	known := slices.Clone(header)
	for name, d := range m.Derive {
		if !slices.Contains(header, d.Column) {
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

// columnsUsed lists the columns that rows are asked for.
func (m *Mapping) columnsUsed() []string {
	var used []string
	add := func(columns ...string) {
		used = append(used, slices.DeleteFunc(columns, func(c string) bool { return c == "" })...)
	}
	texts := func(templates ...string) {
		for _, t := range templates {
			for _, hole := range holeForm.FindAllStringSubmatch(t, -1) {
				add(hole[1])
			}
		}
	}
	add(m.Each.Column)
	for _, s := range m.Skip {
		add(s.Column)
	}
	for _, e := range m.Entities {
		add(e.When)
		texts(e.ID, e.Name, e.Note, e.Start, e.End)
		texts(slices.Concat(e.Kinds, e.Aliases, e.Codes)...)
	}
	for _, c := range m.Claims {
		add(c.When)
		texts(c.ID, c.From, c.To, c.Start, c.End, c.Role, c.Speaker, c.Phrase, c.Note)
	}
	slices.Sort(used)
	return slices.Compact(used)
}
