package ods

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mapper/graph"
)

func TestDay(t *testing.T) {
	for text, want := range map[string]graph.Date{"": "", "20130401": "2013-04-01", "2013-04-01": "2013-04-01", "19000101": "", "1900-01-01": "",
		"20240229": "2024-02-29", "19991231": "1999-12-31"} {
		if got, err := Day(text); err != nil || got != want {
			t.Errorf("Day(%q) = %q, %v, not %q", text, got, err, want)
		}
	}
	for _, text := range []string{"2013", "20230229", "20130001", "20131301", "20130100", "20130432", "00000101", "2013-4-01", "x0130401", "2013/04/01", "201304010", "20130401 ", "+0130401", "2013-+1-01"} {
		if got, err := Day(text); err == nil {
			t.Errorf("Day(%q) = %q", text, got)
		}
	}
}

func TestEnded(t *testing.T) {
	for last, want := range map[graph.Date]graph.Date{"": "", "2022-06-30": "2022-07-01", "2020-12-31": "2021-01-01", "2024-02-28": "2024-02-29"} {
		if got := Ended(last); got != want {
			t.Errorf("Ended(%s) = %s, not %s", last, got, want)
		}
	}
}

func TestDuring(t *testing.T) {
	for _, test := range []struct {
		start, end, release, want graph.Date
	}{
		{"2013-04-01", "", "2025-12", "2025-12-01"},
		{"2013-04-01", "2018-04-01", "2025-12-20", "2018-03-31"},
		{"2013-04-01", "2026-04-01", "2025-12-20", "2025-12-20"},
		{"2026-01-01", "", "2025-12-20", "2026-01-01"},
		{"", "2018-04-01", "2025", "2018-03-31"},
		{"", "", "2025", "2025-01-01"},
		{"2013-04-01", "", "", "2013-04-01"},
		{"", "", "", ""},
	} {
		if got := During(graph.Span{Start: test.start, End: test.end}, test.release); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

func TestIsCode(t *testing.T) {
	for _, code := range []string{"A", "RRV", "06K", "A81043", "G6V2S", "VLTC9ABCDEFG"} {
		if !IsCode(code) {
			t.Errorf("%q is one", code)
		}
	}
	for _, text := range []string{"", "rrv", "06K ", "RÄV", "A-1", "1234567890123", "<html>"} {
		if IsCode(text) {
			t.Errorf("%q is none", text)
		}
	}
}

func TestPack(t *testing.T) {
	seen := map[Packed]string{}
	for _, code := range []string{"A", "0A", "A0", "00A", "1", "01", "ZZZZZZZZZZZZ", "ZZZZZZZZZZZ", "000000000000", "RRV", "RRW"} {
		if other, double := seen[Pack(code)]; double {
			t.Errorf("%s is %s", code, other)
		}
		seen[Pack(code)] = code
	}
}

// TestRoles holds the list of roles to the vocabulary and to itself.
func TestRoles(t *testing.T) {
	for id, role := range roles() {
		if role.Name == "" || role.Kind != "" && graph.Standard().Kind(role.Kind) == nil {
			t.Errorf("%s: name %q, kind %q", id, role.Name, role.Kind)
		}
		if (role.Suffix != "" || role.Since != "" || role.Until != "" || role.Yields != nil) && role.Why == "" {
			t.Errorf("%s: no reason is given for its rule", id)
		}
		for _, day := range []graph.Date{role.Since, role.Until} {
			if day != "" && !isDay(string(day)) {
				t.Errorf("%s: %s is no day", id, day)
			}
		}
		for _, other := range role.Yields {
			if FindRole(other) == nil || FindRole(other).Kind == "" {
				t.Errorf("%s yields to %s, which says nothing", id, other)
			}
		}
	}
	if len(roles()) < 150 || FindRole("RO1") != nil {
		t.Errorf("%d roles", len(roles()))
	}
}

func TestBodies(t *testing.T) {
	since := func(day graph.Date) graph.Span { return graph.Span{Start: day} }
	body := func(id, name, kind string, span graph.Span) graph.Entity {
		return graph.Entity{ID: id, Name: name, Kinds: []string{kind}, Span: span}
	}
	stub := func(id, name, kind string, span graph.Span) graph.Entity {
		e := body(id, name, kind, span)
		e.Stub = true
		return e
	}
	for what, test := range map[string]struct {
		record Record
		want   []graph.Entity
	}{
		"a trust": {Record{Code: "RRV", Name: "A TRUST", Span: since("1994-04-01"), Roles: []Held{{Role: "RO57", Span: since("2004-07-01")}, {Role: "RO197", Span: since("1994-04-01")}}},
			[]graph.Entity{body("ods:RRV", "A Trust", "FoundationTrust", since("1994-04-01"))}},
		"a group of old": {Record{Code: "06K", Name: "NHS X CCG", Span: since("2013-04-01"), Roles: []Held{{Role: "RO98"}}},
			[]graph.Entity{body("ods:06K", "NHS X CCG", "ClinicalCommissioningGroup", graph.Span{Start: "2013-04-01", End: "2022-07-01"})}},
		"a group that closed": {Record{Code: "00M", Name: "NHS Y CCG", Span: graph.Span{Start: "2013-04-01", End: "2020-04-01"}, Roles: []Held{{Role: "RO98"}}},
			[]graph.Entity{body("ods:00M", "NHS Y CCG", "ClinicalCommissioningGroup", graph.Span{Start: "2013-04-01", End: "2020-04-01"})}},
		"a location under a group's dates": {Record{Code: "06K", Name: "NHS X ICB - 06K", Span: since("2013-04-01"), Roles: []Held{{Role: "RO319"}, {Role: "RO326"}}},
			[]graph.Entity{body("ods:06K:sub-icb", "NHS X ICB - 06K", "SubICBLocation", since("2022-07-01"))}},
		"a group, then a location": {Record{Code: "06K", Name: "NHS X ICB - 06K", Span: since("2013-04-01"), Roles: []Held{{Role: "RO319", Span: since("2022-07-01")}, {Role: "RO98"}}},
			[]graph.Entity{stub("ods:06K", "Clinical commissioning group 06K", "ClinicalCommissioningGroup", graph.Span{Start: "2013-04-01", End: "2022-07-01"}),
				body("ods:06K:sub-icb", "NHS X ICB - 06K", "SubICBLocation", since("2022-07-01"))}},
		"a location that never was a group": {Record{Code: "Z9Z9Z", Name: "NHS X ICB - Z9Z9Z", Span: since("2023-04-01"), Roles: []Held{{Role: "RO98"}, {Role: "RO319"}}},
			[]graph.Entity{body("ods:Z9Z9Z:sub-icb", "NHS X ICB - Z9Z9Z", "SubICBLocation", since("2023-04-01"))}},
		"a partnership, then a board": {Record{Code: "QM7", Name: "NHS X ICB", Roles: []Held{{Role: "RO262", Span: since("2017-04-01")}, {Role: "RO318", Span: since("2022-07-01")}, {Role: "RO261"}}},
			[]graph.Entity{stub("ods:QM7", "Sustainability and transformation partnership QM7", "SustainabilityTransformationPartnership", graph.Span{Start: "2017-04-01", End: "2022-07-01"}),
				body("ods:QM7:icb", "NHS X ICB", "IntegratedCareBoard", since("2022-07-01"))}},
		"a hub outlives the groups": {Record{Code: "13R", Name: "LONDON HUB", Span: since("2013-04-01"), Roles: []Held{{Role: "RO98"}, {Role: "RO218"}}},
			[]graph.Entity{body("ods:13R", "London Hub", "CommissioningHub", since("2013-04-01"))}},
		"a practice": {Record{Code: "A81043", Name: "A SURGERY", Roles: []Held{{Role: "RO177"}, {Role: "RO76"}}},
			[]graph.Entity{body("ods:A81043", "A Surgery", "GPPractice", graph.Span{})}},
		"a site of an unknown role": {Record{Code: "RRV01", Name: "A CLINIC", Site: true, Roles: []Held{{Role: "RO999"}, {Role: "RO24"}}},
			[]graph.Entity{body("ods:RRV01", "A Clinic", "Site", graph.Span{})}},
		"a body without roles": {Record{Code: "W00", Name: "A BODY", Span: since("1994-04-01")},
			[]graph.Entity{body("ods:W00", "A Body", "Organisation", since("1994-04-01"))}},
		"a role outside its time": {Record{Code: "99Z", Name: "A CCG", Span: since("2024-04-01"), Roles: []Held{{Role: "RO98"}}},
			[]graph.Entity{body("ods:99Z", "A CCG", "Organisation", since("2024-04-01"))}},
		"two kinds at once": {Record{Code: "Y01", Name: "A CENTRE", Roles: []Held{{Role: "RO80"}, {Role: "RO87"}}},
			[]graph.Entity{{ID: "ods:Y01", Name: "A Centre", Kinds: []string{"OutOfHoursService", "WalkInCentre"}}}},
	} {
		got := test.record.Bodies()
		for _, e := range got {
			want := []graph.Code{{Scheme: "ods", Value: test.record.Code, Span: e.Span}}
			if diff := cmp.Diff(want, e.Codes); diff != "" || e.Stub != (e.Note != "") {
				t.Errorf("%s: %s %q", what, diff, e.Note)
			}
		}
		if diff := cmp.Diff(test.want, got, cmpopts.IgnoreFields(graph.Entity{}, "Codes", "Note")); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
}

func TestArea(t *testing.T) {
	if a := Area("QM7", ""); a.ID != "ods-area:QM7" || !a.Stub || a.Name != "Area QM7" || a.Codes[0].String() != "ods-area:QM7" {
		t.Errorf("%+v", a)
	}
	if a := Area("QM7", "Hertfordshire"); a.Stub || a.Name != "Hertfordshire" {
		t.Errorf("%+v", a)
	}
}
