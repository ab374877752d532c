package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
)

// TestOneCodeTwoBodies has a group until 2022 and a part of a board since under one
// code, a practice they commission, and a board whose code a partnership bore.
func TestOneCodeTwoBodies(t *testing.T) {
	entities := []graph.Entity{
		aBody(t, "ods:06K", "ClinicalCommissioningGroup", "ods:06K@2013-04-01..2022-07-01"),
		aBody(t, "ods:06K:sub-icb", "Commissioner", "ods:06K@2022-07-01.."),
		aBody(t, "ods:QM7", "SustainabilityTransformationPartnership", "ods:QM7@2016..2022-07-01"),
		aBody(t, "ods:QM7:icb", "IntegratedCareBoard", "ods:QM7@2022-07-01.."),
		aBody(t, "ods:P1", "GPPractice", "ods:P1"),
	}
	ref := func(code, on string) string { return CodeRef("ods:"+code, graph.Date(on)) }
	for what, test := range map[string]struct {
		claim graph.Claim
		want  []string
	}{
		"crossing":             {graph.Claim{From: ref("06K", "2013-04-01"), To: "ods:P1", Span: span(t, "2013-04-01..")}, []string{"c: ods:06K COMMISSIONS ods:P1 2013-04-01..2022-07-01", "c-2: ods:06K:sub-icb COMMISSIONS ods:P1 2022-07-01.."}},
		"crossing, meant late": {graph.Claim{From: ref("06K", "2025-12-01"), To: "ods:P1", Span: span(t, "2014..2024")}, []string{"c: ods:06K COMMISSIONS ods:P1 2014..2022-07-01", "c-2: ods:06K:sub-icb COMMISSIONS ods:P1 2022-07-01..2024"}},
		"before":               {graph.Claim{From: ref("06K", "2015-01-01"), To: "ods:P1", Span: span(t, "2013-04-01..2020-04-01")}, []string{"c: ods:06K COMMISSIONS ods:P1 2013-04-01..2020-04-01"}},
		"since":                {graph.Claim{From: ref("06K", "2023-01-01"), To: "ods:P1", Span: span(t, "2023..")}, []string{"c: ods:06K:sub-icb COMMISSIONS ods:P1 2023.."}},
		"undated, now":         {graph.Claim{From: ref("06K", "2025-12-01"), To: "ods:P1"}, []string{"c: ods:06K:sub-icb COMMISSIONS ods:P1"}},
		"undated, then":        {graph.Claim{From: ref("06K", "2015-09-01"), To: "ods:P1"}, []string{"c: ods:06K COMMISSIONS ods:P1 ..2022-07-01", "c-2: ods:06K:sub-icb COMMISSIONS ods:P1 2022-07-01.."}},
		"undated, no day":      {graph.Claim{From: ref("06K", ""), To: "ods:P1"}, []string{"c: ods:06K:sub-icb COMMISSIONS ods:P1"}},
		"ended, no start":      {graph.Claim{From: ref("06K", "2021-03-31"), To: "ods:P1", Span: span(t, "..2021-04-01")}, []string{"c: ods:06K COMMISSIONS ods:P1 ..2021-04-01"}},
		"both ends":            {graph.Claim{From: ref("06K", "2020-01-01"), Relation: "PART_OF", To: ref("QM7", "2020-01-01"), Span: span(t, "2020..")}, []string{"c: ods:06K PART_OF ods:QM7 2020..2022-07-01", "c-2: ods:06K:sub-icb PART_OF ods:QM7:icb 2022-07-01.."}},
		"the body itself":      {graph.Claim{From: "ods:06K", To: "ods:P1", Span: span(t, "2013-04-01..")}, []string{"c: ods:06K COMMISSIONS ods:P1 2013-04-01.."}},
		"an event":             {graph.Claim{From: ref("QM7", "2022-06-30"), Relation: "SUCCEEDED_BY", To: ref("QM7", "2022-07-01"), Span: span(t, "2022-07-01..")}, []string{"c: ods:QM7 SUCCEEDED_BY ods:QM7:icb 2022-07-01.."}},
		"an early event":       {graph.Claim{From: "ods:P1", Relation: "SUCCEEDED_BY", To: ref("06K", "2014-01-01"), Span: span(t, "2014-01-01..")}, []string{"c: ods:P1 SUCCEEDED_BY ods:06K 2014-01-01.."}},
		"itself":               {graph.Claim{From: ref("06K", "2014-01-01"), Relation: "SUCCEEDED_BY", To: ref("06K", "2015-01-01"), Span: span(t, "2015-01-01..")}, nil},
		"no direction":         {graph.Claim{From: ref("QM7", "2023-01-01"), Relation: "COLLABORATES_WITH", To: ref("06K", "2023-01-01"), Span: span(t, "2023..")}, []string{"c: ods:06K:sub-icb COLLABORATES_WITH ods:QM7:icb 2023.."}},
	} {
		test.claim.ID = "c"
		if test.claim.Relation == "" {
			test.claim.Relation = "COMMISSIONS"
		}
		out, _ := spooled(t, Known{}, entities, []graph.Claim{test.claim})
		if diff := cmp.Diff(test.want, out[len(entities):], cmp.Transformer("", func(s []string) []string { return append([]string{}, s...) })); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
}

// TestTurns holds who is meant by a code where its bearers overlap or leave gaps.
func TestTurns(t *testing.T) {
	at := func(text, id string, owner bool) bearerOf { return bearerOf{daysOf(span(t, text)), id, owner} }
	for what, test := range map[string]struct {
		all  []bearerOf
		want []turn
	}{
		"a gap":               {[]bearerOf{at("2013..2014", "x", true), at("2020..", "y", false)}, []turn{{0, "x"}, {20200101, "y"}}},
		"nobody before":       {[]bearerOf{at("2022-07-01..", "icb", false)}, []turn{{0, "x"}, {20220701, "icb"}}},
		"nobody after":        {[]bearerOf{at("..2022-07-01", "ccg", false)}, []turn{{0, "ccg"}, {20220701, "x"}}},
		"one within another":  {[]bearerOf{at("2013..", "x", true), at("2015..2016", "y", false)}, []turn{{0, "x"}, {20150101, "y"}, {20170101, "x"}}},
		"the same in two":     {[]bearerOf{at("2013..2014", "x", true), at("2015..", "x", true)}, []turn{{0, "x"}}},
		"before it was borne": {[]bearerOf{at("2013..2014", "x", true)}, []turn{{0, "x"}}},
	} {
		if diff := cmp.Diff(test.want, takeTurns("x", test.all), cmp.AllowUnexported(turn{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
}

// TestDays holds days as numbers against graph's own reading of dates.
func TestDays(t *testing.T) {
	for _, d := range []graph.Date{"2016", "2016-04", "2016-12", "2016-02-29", "1900-01-01"} {
		first, _ := d.First()
		over, _ := d.Over()
		if got := firstDay(d).date(); string(got) != first.Format("2006-01-02") {
			t.Errorf("%s begins %s", d, got)
		}
		if got := overDay(d).date(); string(got) != over.Format("2006-01-02") {
			t.Errorf("%s is over %s", d, got)
		}
	}
	if firstDay("") != always || overDay("") != never || firstDay("soon") != always || always.date() != "" || never.date() != "" {
		t.Error("an unknown date is a day")
	}
}
