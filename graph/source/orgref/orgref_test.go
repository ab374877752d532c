package orgref

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/ods"
)

func TestSpans(t *testing.T) {
	days := func(start, end graph.Date) Days { return Days{start, end} }
	for what, test := range map[string]struct {
		dates       Dates
		status      string
		want, words string // the span, or the error; and part of the note
	}{
		"operational":           {Dates{Operational: days("2001-04-01", "2002-03-31")}, Inactive, "2001-04-01..2002-04-01", ""},
		"legal first":           {Dates{days("2020-04-01", ""), days("2019-10-25", "")}, Active, "2020-04-01..", ""},
		"legal start only":      {Dates{days("2013-04-01", ""), days("2014-09-01", "2016-01-28")}, Inactive, "2013-04-01..2016-01-29", ""},
		"tracks at odds":        {Dates{days("2020-04-01", ""), days("2019-10-25", "2019-12-31")}, Inactive, "2019-10-25..2020-01-01", ""},
		"one day":               {Dates{Operational: days("2001-04-01", "2001-04-01")}, Inactive, "2001-04-01..2001-04-02", ""},
		"a leap day":            {Dates{Operational: days("", "2024-02-28")}, "", "..2024-02-29", ""},
		"filler":                {Dates{Operational: days("1900-01-01", "")}, Active, "", ""},
		"legal filler":          {Dates{days("1900-01-01", ""), days("2001-04-01", "")}, Active, "2001-04-01..", ""},
		"active, has ended":     {Dates{Operational: days("2001-04-01", "2018-03-31")}, Active, "2001-04-01..", "last day is given as 31 March 2018"},
		"active, ends today":    {Dates{Operational: days("2001-04-01", "2026-08-28")}, Active, "2001-04-01..2026-08-29", ""},
		"active, ended before":  {Dates{Operational: days("2001-04-01", "2026-08-27")}, Active, "2001-04-01..", "27 August 2026"},
		"inactive, no end":      {Dates{Operational: days("2001-04-01", "")}, Inactive, "2001-04-01..2010-05-06", "without a last day"},
		"inactive, begins late": {Dates{Operational: days("2015-04-01", "")}, Inactive, "2015-04-01..2015-04-01", "without a last day"},
		"no status":             {Dates{Operational: days("2001-04-01", "2018-03-31")}, "", "2001-04-01..2018-04-01", ""},
		"another status":        {Dates{}, "Suspended", "status \"Suspended\" is neither Active nor Inactive", ""},
		"backwards":             {Dates{Operational: days("2001-04-01", "2000-03-31")}, Inactive, "ends (2000-03-31) before it starts (2001-04-01)", ""},
		"no day":                {Dates{Legal: days("2001-02-30", "")}, Active, "\"2001-02-30\" is no day", ""},
	} {
		s := spans{release: "2026-08-28"}
		stood, err := s.of(test.dates, test.status, "2010-05-06")
		got, note := stood.Span.String(), stood.note
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, test.want) || err == nil && got != test.want || !strings.Contains(note, test.words) || test.words == "" && note != "" {
			t.Errorf("%s: %s, %q; want %s, %q", what, got, note, test.want, test.words)
		}
		if on, want := s.on(&stood), ods.During(stood.Span, s.release); err == nil && on != want {
			t.Errorf("%s: a code is understood on %s, want %s", what, on, want)
		}
	}
}

// ids gives the ids of the claims that records make, and what is rejected.
func ids(t *testing.T, records ...Record) (claims, rejected []string) {
	t.Helper()
	r := &source.Result{}
	e, err := NewEmitter(Release{Dataset: "ods", Title: "T", Published: "2026-08-28"}, r)
	if err != nil {
		t.Fatal(err)
	}
	for i := range records {
		if err := e.Record(&records[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Claims {
		claims = append(claims, c.ID)
	}
	for _, p := range r.Rejected {
		rejected = append(rejected, p.Message)
	}
	for _, c := range r.Counts {
		if c.Read != c.Used+c.Rejected {
			t.Errorf("%v", c)
		}
	}
	return claims, rejected
}

func record(code string, rels []Rel, succs ...Succ) Record {
	return Record{Code: code, Name: "N " + code, Class: Organisation, Status: Active, Rels: rels, Succs: succs}
}

// TestClaimIDs holds that the ids of repeated relationships stay when another comes,
// in whatever order the release has them.
func TestClaimIDs(t *testing.T) {
	rel := func(unique uint64, target string) Rel {
		return Rel{ID: "RE4", Unique: unique, Status: Active, Target: target}
	}
	before, _ := ids(t, record("A1", []Rel{rel(7, "C1"), rel(5, "C1"), rel(6, "C2")}))
	after, rejected := ids(t, record("A1", []Rel{rel(9, "C1"), rel(6, "C2"), rel(7, "C1"), rel(5, "C1"), rel(5, "C1"), rel(0, "C3"), rel(0, "C3")}))
	if diff := cmp.Diff([]string{"A1-commissioned-C1", "A1-commissioned-C1-7", "A1-commissioned-C2"}, before); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"A1-commissioned-C1", "A1-commissioned-C1-7", "A1-commissioned-C1-9", "A1-commissioned-C2", "A1-commissioned-C3", "A1-commissioned-C3-2"}, after); diff != "" {
		t.Error(diff)
	}
	if len(rejected) != 1 || !strings.Contains(rejected[0], "5 stands in the record of A1 already") {
		t.Error(rejected)
	}
}

// TestSuccessions holds that an event is one claim however often it is stated, and
// another day another event.
func TestSuccessions(t *testing.T) {
	succ := func(typ, target string, day graph.Date) Succ {
		return Succ{Type: typ, Target: target, Dates: Dates{Legal: Days{Start: day}}}
	}
	claims, rejected := ids(t,
		record("A1", nil, succ("Successor", "B1", "2001-04-01"), succ("Successor", "B2", "2001-04-01")),
		record("B1", nil, succ("Predecessor", "A1", "2001-04-01"), succ("Predecessor", "A1", "2015-04-01"), succ("Predecessor", "A1", "2015-04-01")),
		record("B2", nil, succ("Successor", "B2", "2001-04-01"), succ("Twin", "B1", "2001-04-01"), succ("Successor", "B1", ""), succ("Successor", "?", "2001-04-01")))
	if diff := cmp.Diff([]string{"succession-A1-B1", "succession-A1-B2", "succession-A1-B1-2015-04-01"}, claims); diff != "" {
		t.Error(diff)
	}
	for i, want := range []string{"B2 succeeds itself", "\"Twin\" of B2 is neither Successor nor Predecessor", "B2 to B1: has no day", "\"?\" is no code"} {
		if i >= len(rejected) || !strings.Contains(rejected[i], want) {
			t.Errorf("%q: want %q", rejected, want)
		}
	}
}

func TestPack(t *testing.T) {
	codes := []string{"0", "00", "A", "0A", "A0", "Z", "ZZZZZZZZZZZZ", "999999999999", "000000000000", "RRV", "0RRV"}
	seen := map[ods.Packed]string{}
	for _, code := range codes {
		if other, ok := seen[ods.Pack(code)]; ok {
			t.Errorf("%s and %s are the same", code, other)
		}
		seen[ods.Pack(code)] = code
	}
}
