package source

import (
	"testing"

	"mapper/graph"
)

// TestReleaseSpeaksOfItsTime reads the same open-ended claim in a release of 2015 and
// in one of 2025: only the later one says anything of the body that bears the code
// since 2022.
func TestReleaseSpeaksOfItsTime(t *testing.T) {
	known := Known{Bearers: map[string][]Bearer{"ods:06K": {
		{ID: "ods:06K", Name: "Group", Kinds: []string{"ClinicalCommissioningGroup"}, Span: span(t, "2013-04-01..2022-07-01")},
		{ID: "ods:06K:sub-icb", Name: "Location", Kinds: []string{"SubICBLocation"}, Span: span(t, "2022-07-01..")}}}}
	for published, want := range map[graph.Date]int{"2015-09": 1, "2025-12": 2} {
		s, err := NewSpool(t.TempDir(), 10)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		practice := aBody(t, "ods:A1", "GPPractice")
		claim := graph.Claim{ID: "c", From: CodeRef("ods:06K", published+"-01"), Relation: "COMMISSIONS", To: "ods:A1", Status: graph.Stated, Document: "release", Span: span(t, "2014..")}
		for _, err := range []error{s.Document(&graph.Document{ID: "release", Title: "Release", Published: published}), s.Entity(&practice), s.Claim(&claim)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		r, err := s.Stream(&graph.Dataset{ID: "test", Title: "Test", Release: "release"}, known)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		if err := r.EachClaim(func(c *graph.Claim) error { got = append(got, claimText(c)); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(got) != want || got[0] != map[int]string{1: "c: ods:06K COMMISSIONS ods:A1 2014..", 2: "c: ods:06K COMMISSIONS ods:A1 2014..2022-07-01"}[want] {
			t.Errorf("published %s: %q, want %d", published, got, want)
		}
	}
}
