package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
)

func claim(id, from, relation, to string) graph.Claim {
	return graph.Claim{ID: id, From: from, Relation: relation, To: to}
}

func lines(all ...string) []string { return all }

// TestStubs makes an entity of every end that nobody describes.
func TestStubs(t *testing.T) {
	p1 := aBody(t, "ods:P1", "GPPractice", "ods:P1")
	added := graph.Entity{ID: CodeRef("ods:00C", "2014-01-01"), Name: "NHS Dale CCG", Kinds: []string{"ClinicalCommissioningGroup"}, Span: span(t, "2013-04-01..")}
	out, notes := spooled(t, Known{}, []graph.Entity{p1, added}, []graph.Claim{
		claim("a", CodeRef("ods:7A1", "2025-01-01"), "COMMISSIONS", "ods:P1"),
		claim("b", CodeRef("ods:00C", "2014-01-01"), "COMMISSIONS", "ods:P1"),
		claim("c", "kings-fund", "PARTY_TO", "some-agreement"),
		claim("d", "ods:P1", "LOCATED_IN", "ods:X:y"),
		claim("e", "ods:7A1", "OVERSEES", "ods:P1"),
	}, Ending{CodeRef("ods:00C", "2020-03-31"), "2020-04-01"}, Ending{CodeRef("ods:P1", "2020-03-31"), "2020-04-01"},
		Ending{CodeRef("ods:P1", "2021-03-31"), "2021-04-01"}, Ending{CodeRef("ods:NEVER", "2021-03-31"), "2021-04-01"})
	want := lines(
		`ods:P1 "Name of ods:P1" [GPPractice] [ods:P1] ..2021-04-01`,
		`kings-fund "kings-fund" [Organisation] []  stub`,
		`ods:00C "NHS Dale CCG" [ClinicalCommissioningGroup] [ods:00C] 2013-04-01..2020-04-01 stub`,
		`ods:7A1 "7A1" [Organisation] [ods:7A1]  stub`,
		`ods:X:y "ods:X:y" [Organisation] []  stub`,
		`some-agreement "some-agreement" [Agreement] []  stub`,
		"a: ods:7A1 COMMISSIONS ods:P1", "b: ods:00C COMMISSIONS ods:P1", "c: kings-fund PARTY_TO some-agreement",
		"d: ods:P1 LOCATED_IN ods:X:y", "e: ods:7A1 OVERSEES ods:P1")
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if notes != "5 bodies are known only by their codes or ids: they are stubs" {
		t.Error(notes)
	}
}

// TestKnown gives bodies the ids they have in the graph.
func TestKnown(t *testing.T) {
	const slug = "nhs-dale-ccg"
	ccg := aBody(t, "ods:06K", "ClinicalCommissioningGroup", "ods:06K@2013-04-01..2022-07-01")
	p1 := aBody(t, "ods:P1", "GPPractice", "ods:P1")
	commissions := graph.Claim{ID: "c", From: CodeRef("ods:06K", "2025-01-01"), Relation: "COMMISSIONS", To: "ods:P1", Span: span(t, "2013-04-01..")}
	direct := claim("d", "ods:06K", "COMMISSIONS", "ods:P1")
	inGraph := []Bearer{{ID: slug, Name: "NHS Dale CCG", Kinds: []string{"ClinicalCommissioningGroup"}, Span: span(t, "..2022-07-01")},
		{ID: "ods:06K:sub-icb", Name: "Dale", Kinds: []string{"KindOfAnotherDataset", "Commissioner"}, Span: span(t, "2022-07-01..")}}
	sub := `ods:06K:sub-icb "Dale" [Commissioner] []  stub`
	for what, test := range map[string]struct {
		known    Known
		entities []graph.Entity
		want     []string
	}{
		"described by both": {Known{Bearers: map[string][]Bearer{"ods:06K": inGraph}}, []graph.Entity{ccg, p1}, lines(
			slug+` "Name of ods:06K" [ClinicalCommissioningGroup] [ods:06K@2013-04-01..2022-07-01]`,
			`ods:P1 "Name of ods:P1" [GPPractice] [ods:P1]`, sub,
			"c: "+slug+" COMMISSIONS ods:P1 2013-04-01..2022-07-01", "c-2: ods:06K:sub-icb COMMISSIONS ods:P1 2022-07-01..", "d: "+slug+" COMMISSIONS ods:P1")},
		"described under its own id before": {Known{map[string][]Bearer{"ods:06K": inGraph[:1]}, func(id string) bool { return id == "ods:06K" }}, []graph.Entity{ccg, p1}, lines(
			`ods:06K "Name of ods:06K" [ClinicalCommissioningGroup] [ods:06K@2013-04-01..2022-07-01]`, `ods:P1 "Name of ods:P1" [GPPractice] [ods:P1]`,
			"c: ods:06K COMMISSIONS ods:P1 2013-04-01..", "d: ods:06K COMMISSIONS ods:P1")},
		"another kind of body": {Known{Bearers: map[string][]Bearer{"ods:06K": {{ID: "dale", Name: "Dale", Kinds: []string{"Provider"}, Span: span(t, "..2013")}}}}, []graph.Entity{ccg, p1}, lines(
			`ods:06K "Name of ods:06K" [ClinicalCommissioningGroup] [ods:06K@2013-04-01..2022-07-01]`, `ods:P1 "Name of ods:P1" [GPPractice] [ods:P1]`,
			"c: ods:06K COMMISSIONS ods:P1 2013-04-01..", "d: ods:06K COMMISSIONS ods:P1")},
		"not described here": {Known{Bearers: map[string][]Bearer{"ods:06K": inGraph}}, []graph.Entity{p1}, lines(
			`ods:P1 "Name of ods:P1" [GPPractice] [ods:P1]`,
			slug+` "NHS Dale CCG" [ClinicalCommissioningGroup] []  stub`, sub,
			"c: "+slug+" COMMISSIONS ods:P1 2013-04-01..2022-07-01", "c-2: ods:06K:sub-icb COMMISSIONS ods:P1 2022-07-01..", "d: ods:06K:sub-icb COMMISSIONS ods:P1")},
	} {
		out, _ := spooled(t, test.known, test.entities, []graph.Claim{commissions, direct})
		if diff := cmp.Diff(test.want, out); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
}

// TestAgain describes entities and makes claims more than once.
func TestAgain(t *testing.T) {
	stub := aBody(t, "ods:R1", "Organisation", "ods:R1")
	stub.Stub = true
	whole := aBody(t, "ods:R1", "AcuteTrust", "ods:R1", "cqc:RX")
	whole.Name, whole.Aliases = "Hill Hospital", []string{"HILL HOSPITAL"}
	other := aBody(t, "ods:R2", "Provider", "ods:R2")
	renamed := other
	renamed.Name = "Dale Hospital"
	c, another := claim("c", "ods:R1", "OVERSEES", "ods:R2"), claim("c", CodeRef("cqc:RX", ""), "SUPPORTS", "ods:R2")
	out, notes := spooled(t, Known{}, []graph.Entity{stub, other, stub, whole, renamed, whole, other, renamed}, []graph.Claim{c, c, another})
	want := lines(`ods:R1 "Hill Hospital" [AcuteTrust] [ods:R1 cqc:RX]`, `ods:R2 "Name of ods:R2" [Provider] [ods:R2]`,
		"c: ods:R1 OVERSEES ods:R2", "c-also-2: ods:R1 SUPPORTS ods:R2")
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if notes != "1 claim is made twice and kept once; 1 claim had the id of another and got one of its own" {
		t.Error(notes)
	}
}

// TestRejects ends a reading that rejects more than the limit.
func TestRejects(t *testing.T) {
	s, err := NewSpool(t.TempDir(), 60)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows := s.Counting("rows")
	for i := range 60 {
		if err := s.Reject(rows, graph.Place{File: "f.csv", Line: i + 2}, "a", "is %s", "bad"); err != nil {
			t.Fatal(err)
		}
	}
	err = s.Reject(rows, graph.Place{File: "f.csv", Line: 99}, "a", "is worse")
	if err == nil || graph.KindOf(err) != graph.Invalid {
		t.Fatal(err)
	}
	for _, want := range []string{"--max-rejects 60", "f.csv:61: a: is bad", "f.csv:99: a: is worse"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
	first, more := s.Rejected()
	if len(first) != 50 || more != 11 || rows.String() != "rows: 61 read, 0 used, 61 rejected" || len(s.Counts()) != 1 {
		t.Errorf("%d and %d more, %v", len(first), more, rows)
	}
}
