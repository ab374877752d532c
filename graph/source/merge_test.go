package source

import (
	"slices"
	"testing"

	"mapper/graph"
)

func code(t *testing.T, text string) graph.Code {
	t.Helper()
	c, err := graph.ParseCode(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestMerge puts two bodies that bore one code beside each other: a partnership
// until 2022, a board since.
func TestMerge(t *testing.T) {
	facts := &Result{Name: "facts", Documents: []graph.Document{{ID: "law"}, {ID: "unused"}}, Entities: []graph.Entity{
		{ID: "stp", Name: "Northland STP", Kinds: []string{"Partnership"}, Codes: []graph.Code{code(t, "ods:QA1@2016..2022-07-01")}},
		{ID: "icb", Name: "NHS Northland", Kinds: []string{"Commissioner", "IntegratedCareBoard"}, Codes: []graph.Code{code(t, "ods:QA1@2022-07-01..")}},
		{ID: "lonely", Name: "Lonely", Kinds: []string{"Group"}},
	}, Claims: []graph.Claim{{ID: "b", From: "stp", Relation: "COLLABORATES_WITH", To: "icb", Document: "law"}}}
	list := &Result{Name: "list", Entities: []graph.Entity{
		{ID: "stp", Name: "NORTHLAND STP", Aliases: []string{"The Northland Plan"}, Kinds: []string{"SustainabilityTransformationPartnership"}},
		{ID: CodeRef("ods:QA1", "2016-04-01"), Name: "x", Span: graph.Span{Start: "2016-04-01"}},
	}, Claims: []graph.Claim{
		{ID: "a", From: CodeRef("ods:QA1", "2022-06-30"), Relation: "SUCCEEDED_BY", To: CodeRef("ods:QA1", "2022-07-01"), Document: "law"},
		{ID: "c", From: CodeRef("ods:QB9", "2022-06-30"), Relation: "SUCCEEDED_BY", To: "icb", Document: "law"},
	}, Endings: []Ending{{CodeRef("ods:QA1", "2022-06-30"), "2021-12-31"}}}
	d, aside := Merge([]*Result{facts, list})
	if aside.Claims["list"] != 1 || aside.Entities != 1 || len(d.Documents) != 1 || len(d.Entities) != 2 || len(d.Claims) != 2 {
		t.Fatalf("%+v %+v", d, aside)
	}
	succeeded, together := d.Claims[0], d.Claims[1]
	if succeeded.From != "stp" || succeeded.To != "icb" || together.From != "icb" || together.To != "stp" {
		t.Errorf("%+v", d.Claims)
	}
	icb, stp := d.Entities[0], d.Entities[1]
	if stp.Name != "Northland STP" || !slices.Equal(stp.Aliases, []string{"The Northland Plan"}) || !slices.Equal(stp.Kinds, []string{"SustainabilityTransformationPartnership"}) {
		t.Errorf("%+v", stp)
	}
	if stp.Start != "2016-04-01" || stp.End != "2021-12-31" || stp.Codes[0].End != "2021-12-31" || icb.End != "" || !slices.Equal(icb.Kinds, []string{"IntegratedCareBoard"}) {
		t.Errorf("%+v %+v", stp, icb)
	}
}

// TestCodeOfTwo finds nobody where a code means two bodies on one day.
func TestCodeOfTwo(t *testing.T) {
	x := NewIndex([]graph.Entity{{ID: "a", Codes: []graph.Code{code(t, "ods:R1")}}, {ID: "b", Codes: []graph.Code{code(t, "ods:R1@2020-01-01..")}}})
	if e := x.Code("ods:R1", "2019-01-01"); e == nil || e.ID != "a" {
		t.Errorf("%+v", e)
	}
	if e := x.Code("ods:R1", "2021-01-01"); e != nil {
		t.Errorf("%+v", e)
	}
	var none *Index
	if none.Code("ods:R1", "2019-01-01") != nil || none.ID("a") != nil || none.Named("a") != nil {
		t.Error("no index knows something")
	}
}
