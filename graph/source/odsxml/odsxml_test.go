package odsxml

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/source"
)

const fixtures = "../../../testdata/formats/odsxml"

// said writes out what a sink was given, a line each.
func said(r *source.Result) string {
	var text strings.Builder
	for _, d := range r.Documents {
		fmt.Fprintf(&text, "document %s | %s | %s | %s\n", d.ID, d.Title, d.Published, d.Note)
	}
	for _, e := range r.Entities {
		fmt.Fprintf(&text, "entity %s | %s | %s | %s", e.ID, e.Name, strings.Join(e.Kinds, ","), e.Span)
		for _, c := range e.Codes {
			fmt.Fprintf(&text, " | %s", c)
		}
		if e.Stub {
			text.WriteString(" | stub")
		}
		fmt.Fprintln(&text, note(e.Note))
	}
	for _, c := range r.Claims {
		fmt.Fprintf(&text, "claim %s | %s %s %s | %s | %s %s | %s,%s%s\n", c.ID, c.From, c.Relation, c.To, c.Span, c.Status, c.Role, c.Locator, c.Phrase, note(c.Note))
	}
	for _, c := range r.Counts {
		fmt.Fprintf(&text, "count %s\n", c)
	}
	for _, p := range r.Rejected {
		fmt.Fprintf(&text, "rejected %s\n", p)
	}
	return text.String()
}

func note(text string) string {
	if text == "" {
		return ""
	}
	return " | " + text
}

// TestFixture holds what is read of a small release against what was worked out by
// hand: of a full part and an archive that lie in one folder.
func TestFixture(t *testing.T) {
	want, err := os.ReadFile(filepath.Join(fixtures, "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	r := &source.Result{}
	about, err := ReadFile(fixtures, Options{}, r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), said(r)); diff != "" {
		t.Error(diff)
	}
	if d := about.Dataset; d.ID != "ods" || d.Release != "ods-2026-08-28" || !strings.Contains(d.Licence, "Open Government") {
		t.Errorf("%+v", d)
	}
}

// TestResolved reads the same through a spool, which knows in the end who bore each
// code: everything must fit together, and a relationship that outlasts a body passes
// on to the next.
func TestResolved(t *testing.T) {
	_, rows := resolved(t, fixtures)
	want := map[string]string{
		"P81999-commissioned-06Z":     "ods:06Z COMMISSIONS ods:P81999 2013-04-01..2016-04-01",
		"P81999-commissioned-06Z-133": "ods:06Z COMMISSIONS ods:P81999 2020-04-01..2022-07-01",
		"QM9-area-Y90":                "ods:QM9 LOCATED_IN ods-area:Y90 2016-04-01..2022-07-01",
		"succession-RP2-RQ1":          "ods:RP2 SUCCEEDED_BY ods:RQ1 2001-04-01..",
		"P81999-commissioned-7A9":     "ods:7A9 COMMISSIONS ods:P81999 2016-04-01..2020-04-01",
	}
	for id, claim := range want {
		if rows[id] != claim {
			t.Errorf("%s: %q, want %q", id, rows[id], claim)
		}
	}
	later := 0
	for _, claim := range rows {
		if claim == "ods:06Z:sub-icb COMMISSIONS ods:P81999 2022-07-01.." || claim == "ods:QM9:icb LOCATED_IN ods-area:Y90 2022-07-01.." {
			later++
		}
	}
	if later != 2 {
		t.Errorf("%d of 2 relationships pass on to a later body: %v", later, rows)
	}
}

// resolved reads a release through a spool and checks what comes out of it.
func resolved(t *testing.T, path string) (*source.Spool, map[string]string) {
	t.Helper()
	spool, err := source.NewSpool(t.TempDir(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { spool.Close() })
	about, err := ReadFile(path, Options{}, spool)
	if err != nil {
		t.Fatal(err)
	}
	stream, err := spool.Stream(&about.Dataset, source.Known{})
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	problems, err := graph.CheckStream(stream, graph.Standard(), graph.Visitor{Claim: func(c *graph.Claim) error {
		rows[c.ID] = fmt.Sprintf("%s %s %s %s", c.From, c.Relation, c.To, c.Span)
		return nil
	}})
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", err, problems)
	}
	return spool, rows
}
