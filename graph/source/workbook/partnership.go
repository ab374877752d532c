package workbook

import (
	"regexp"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// The law that replaced commissioning groups and partnerships by boards took
// effect on this day; a code they bore may mean another body from then on.
const ended graph.Date = "2022-07-01"

// partnership reads one row: a partnership, and up to four partners side by side.
func (r *reader) partnership(row row) {
	code := row.text(codeColumn)
	var id string
	if code != "" {
		id = r.partnershipBy(row, code)
	}
	r.group(row, code, id)
	r.council(row, code, id)
	r.trust(row, code, id)
	r.other(row, code, id)
}

// partnershipBy gives the id of a row's partnership; its first row describes it.
func (r *reader) partnershipBy(row row, code string) string {
	if have := r.own.Code("ods:"+code, asOf); have != nil {
		return have.ID
	}
	name := row.text(nameColumn)
	if name == "" {
		return ""
	}
	since := r.since[code]
	if since == "" {
		since = "2016" // when England was divided into partnerships
	}
	e := graph.Entity{ID: source.Slug(name), Name: name, Kinds: []string{"SustainabilityTransformationPartnership"},
		Codes: []graph.Code{{Scheme: "ods", Value: code, Span: graph.Span{Start: since, End: ended}}},
		Span:  graph.Span{Start: since, End: ended}, Note: "No legal body."}
	if wave := row.text(waveColumn); wave != "" {
		e.Kinds = append(e.Kinds, "IntegratedCareSystem")
		e.Note += " By 2019 an integrated care system too (" + wave + ")."
	}
	id := r.describe(e)
	r.region(row, code, id)
	if lead := row.raw(leadColumn); lead != "" {
		r.heads = append(r.heads, head{row, code, id, name, lead})
	}
	return id
}

// regionForm is "London (Y56)".
var regionForm = regexp.MustCompile(`^(.+) \((Y\d\d)\)$`)

// region puts a partnership into its region.
func (r *reader) region(row row, code, id string) {
	found := regionForm.FindStringSubmatch(row.text(regionColumn))
	if found == nil {
		return
	}
	region := r.describe(graph.Entity{ID: "ods:" + found[2], Name: "NHS England " + found[1], Kinds: []string{"CommissioningRegion"},
		Aliases: []string{found[1]}, Codes: []graph.Code{{Scheme: "ods", Value: found[2]}}})
	r.claim(row, "stp-2019-"+code+"-region", id, "LOCATED_IN", region, "", found[1], "Under "+regionColumn+".")
	if national := only(r.known.Named("NHS England"), func(e *graph.Entity) bool { return isA(e, "Commissioner") }); national != nil && !r.regions[region] {
		r.regions[region] = true
		r.claim(row, "stp-2019-"+found[2]+"-nhs-england", region, "PART_OF", r.describe(*national), "", found[1], "The column's name says whose region it is.")
	}
}

// belongs claims that a partner belongs to a partnership, or rejects it by name
// where the row does not say to which.
func (r *reader) belongs(row row, code, partnership, suffix, cell, named string, describe func() string) {
	if strings.Contains(named, "@") {
		r.Reject(r.relations, row.at, "", "a partner's cell holds an e-mail address")
		return
	}
	if partnership == "" {
		r.Reject(r.relations, row.at, codeColumn, "is empty: of which partnership is %s a partner?", named)
		return
	}
	r.relations.Use()
	r.claim(row, "stp-2019-"+code+"-"+suffix, describe(), "MEMBER_OF", partnership, "", source.Phrase(cell), "")
}

func (r *reader) claim(row row, id, from, relation, to, role, phrase, note string) {
	r.Claims = append(r.Claims, graph.Claim{ID: id, From: from, Relation: relation, To: to, Status: graph.Stated, Role: role,
		Document: Document.ID, Locator: row.locator(), Phrase: phrase, Note: note})
}
