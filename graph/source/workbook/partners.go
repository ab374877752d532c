package workbook

import (
	"regexp"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// group reads a clinical commissioning group. Its code is no id, since codes of
// groups went on to mean other bodies.
func (r *reader) group(row row, code, partnership string) {
	name, own := row.text("CCG"), row.text("ODS CCG Code")
	if name == "" {
		return
	}
	r.belongs(row, code, partnership, own, name, name+" ("+own+")", func() string { return r.describe(groupEntity(name, own, r.official[own])) })
}

// codeInName is a code that a cell repeats behind the name.
var codeInName = regexp.MustCompile(` \([0-9A-Z]{3,5}\)$`)

func groupEntity(name, code, official string) graph.Entity {
	name = codeInName.ReplaceAllString(name, "")
	if !strings.HasPrefix(name, "NHS ") {
		name = "NHS " + name
	}
	e := graph.Entity{Name: name, Kinds: []string{"ClinicalCommissioningGroup"}, Span: graph.Span{End: ended}}
	if official != "" {
		e.Name, e.Aliases = official, []string{name}
	}
	if code != "" {
		e.Codes = []graph.Code{{Scheme: "ods", Value: code, Span: graph.Span{Start: "2013-04-01", End: ended}}}
	}
	e.ID = source.Slug(e.Name)
	return e
}

// council reads a local authority.
func (r *reader) council(row row, code, partnership string) {
	name, own := row.text("LA"), row.text("ODS LA Code")
	if name == "" {
		return
	}
	e := graph.Entity{Name: strings.TrimLeft(name, "* "), Kinds: []string{"LocalAuthority"}}
	if own != "" {
		e.Codes = []graph.Code{{Scheme: "ods", Value: own}}
	} else {
		own = source.Slug(e.Name)
		e.Kinds, e.Note = []string{"Group"}, "The cell has no code: several councils, or a footnote."
	}
	e.ID = source.Slug(e.Name)
	r.belongs(row, code, partnership, own, name, name, func() string { return r.describe(e) })
}

// trust reads an NHS trust.
func (r *reader) trust(row row, code, partnership string) {
	name, own := row.text("Trusts"), row.text("ODS Trust Code")
	if name == "" {
		return
	}
	e := r.trustEntity(name, own)
	r.belongs(row, code, partnership, strings.TrimPrefix(e.ID, "ods:"), name, name+" ("+own+")", func() string { return r.describe(e) })
}

// trustEntity describes a trust, whose code has only ever meant it.
func (r *reader) trustEntity(name, code string) graph.Entity {
	e := graph.Entity{ID: source.Slug(name), Name: name, Kinds: []string{trustKind(name)}, Span: graph.Span{Start: r.opened[code]}}
	if code != "" {
		e.ID, e.Codes = "ods:"+code, []graph.Code{{Scheme: "ods", Value: code}}
	}
	return e
}

// other reads a partner of another sort; its code may be the Organisation Data
// Service's, the Care Quality Commission's, both or none.
func (r *reader) other(row row, code, partnership string) {
	name := row.text("Other H&SC Orgs")
	if name == "" {
		return
	}
	e := graph.Entity{ID: source.Slug(name), Name: name, Kinds: []string{otherKind(name)}, Codes: otherCodes(row.text("ODS Code"))}
	if generic[source.Fold(name)] {
		e.ID += "-" + strings.ToLower(code)
	}
	r.belongs(row, code, partnership, e.ID, name, name, func() string { return r.describe(e) })
}
