package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mapper/graph"
	"mapper/graph/store"
)

// TestEditsMakeTheSameGraph edits two datasets at random that describe the same
// bodies and their codes: what remains of all loads must be the graph of the last ones
// alone, down to the identifiers that nothing bears any more.
func TestEditsMakeTheSameGraph(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const steps = 6
	var states [steps][2]*graph.Dataset
	for i := range states {
		states[i] = [2]*graph.Dataset{coded(random, "one"), coded(random, "two")}
	}
	var edited [steps]store.Checksum
	s := open(t)
	for i, both := range states {
		for _, d := range both {
			loadWith(t, s, d, store.LoadOptions{Atomic: 1 + 50*(i%2)})
		}
		edited[i] = checksum(t)
	}
	for i, both := range states {
		s := open(t)
		for _, d := range both {
			load(t, s, d)
		}
		if fresh := checksum(t); edited[i] != fresh {
			t.Errorf("step %d: edited %v, loaded afresh %v", i, edited[i], fresh)
		}
	}
}

// TestRepairSweepsIdentifiers leaves an identifier that nothing bears behind, as a load
// does that dies between its batches.
func TestRepairSweepsIdentifiers(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	want := checksum(t)
	raw(t, "CREATE (:Identifier {id: 'ods:GONE', scheme: 'ods', value: 'GONE'}) WITH 1 AS one MATCH (d:Dataset) SET d.unfinished = true", nil)
	if r := load(t, s, small("set")); !r.Repaired {
		t.Errorf("the load does not say that it repairs: %+v", r)
	}
	if now := checksum(t); now != want {
		t.Errorf("repaired to %v, want %v", now, want)
	}
}

// coded is a dataset of which names, codes and their dates are thrown.
func coded(random *rand.Rand, id string) *graph.Dataset {
	d := &graph.Dataset{ID: id, Title: id, Documents: []graph.Document{{ID: id + "-paper", Title: "Paper", Published: "2020"}}}
	for i := range 12 {
		if random.IntN(5) == 0 {
			continue
		}
		e := graph.Entity{ID: fmt.Sprint("e", i), Name: fmt.Sprintf("Trust %d.%d", i, random.IntN(3)), Kinds: []string{"AcuteTrust"}}
		for range random.IntN(3) {
			code := graph.Code{Scheme: "ods", Value: fmt.Sprint("R", random.IntN(15))}
			if random.IntN(2) == 0 {
				code.Start = "2010"
			}
			if !slices.ContainsFunc(e.Codes, func(c graph.Code) bool { return c.Value == code.Value }) {
				e.Codes = append(e.Codes, code)
			}
		}
		d.Entities = append(d.Entities, e)
	}
	return d
}
