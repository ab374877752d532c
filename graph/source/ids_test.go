package source

import (
	"strings"
	"testing"

	"mapper/graph"
)

// TestIsID holds what can be an id to what a dataset is checked for.
func TestIsID(t *testing.T) {
	for _, id := range []string{"", "a", "ods:06K:sub-icb", "A.b_c-1", "-a", ":a", "a b", "é", "a/b", "9", strings.Repeat("x", 120), strings.Repeat("x", 121)} {
		d := graph.Dataset{Documents: []graph.Document{{ID: id, Title: "T"}}}
		if sound := len(d.Check(graph.Standard())) == 0; IsID(id) != sound {
			t.Errorf("%q: %v, but as a document's id %v", id, IsID(id), sound)
		}
	}
}

func TestIsEnd(t *testing.T) {
	for end, want := range map[string]bool{
		"ods:RRV": true, CodeRef("ods:RRV", "2020-04-01"): true, CodeRef("ods:RRV", "2020"): true, CodeRef("ods:RRV", ""): true,
		CodeRef("ods:", "2020"): false, CodeRef("RRV", "2020"): false, CodeRef("ods:R V", "2020"): false, CodeRef("ods:RRV", "20200401"): false, "bearer": true, "": false,
	} {
		if IsEnd(end) != want {
			t.Errorf("%q", end)
		}
	}
}

// TestGive hands a result on, with its counts, and ends where the sink does.
func TestGive(t *testing.T) {
	r := &Result{Documents: []graph.Document{{ID: "d", Title: "D"}}, Entities: []graph.Entity{{ID: "ods:A", Name: "A", Kinds: []string{"Provider"}}},
		Claims: []graph.Claim{{ID: "c", From: "ods:A", Relation: "PART_OF", To: "ods:B", Document: "d"}}, Endings: []Ending{{"ods:A", "2020-04-01"}}}
	rows, leads := r.Counting("rows"), r.Counting("leads")
	rows.Use()
	leads.Use()
	for i := range 2 {
		if err := r.Reject(leads, graph.Place{File: "f", Line: i}, "x", "no"); err != nil {
			t.Fatal(err)
		}
	}
	for limit, want := range map[int]string{2: "", 1: "--max-rejects 1"} {
		s, err := NewSpool(t.TempDir(), limit)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		err = r.Give(s)
		if want != "" {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%v does not say %q", err, want)
			}
			continue
		}
		given, err := s.Stream(&graph.Dataset{}, Known{})
		if err != nil {
			t.Fatal(err)
		}
		var ends []graph.Date
		if err := given.EachEntity(func(e *graph.Entity) error { ends = append(ends, e.End); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(ends) != 2 || ends[0] != "2020-04-01" || s.Counts()[0].String() != rows.String() || s.Counts()[1].String() != "leads: 3 read, 1 used, 2 rejected" {
			t.Errorf("%v %v", ends, s.Counts())
		}
	}
}
