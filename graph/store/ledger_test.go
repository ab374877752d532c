package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mapper/graph"
	"mapper/graph/store"
)

// TestLedgerFollows changes a dataset at random, load after load: what is noted of
// changes alone, and what is written whole again once there are many, must always say
// what the graph itself says.
func TestLedgerFollows(t *testing.T) {
	for _, released := range []bool{false, true} {
		s, random := open(t), rand.New(rand.NewPCG(1, 2))
		grew, shrank, parts := false, false, int64(0)
		for step := range 9 {
			d := shuffled(random, released, step)
			loadWith(t, s, d, store.LoadOptions{Atomic: 1 + 50*(step%2)})
			if r := loadWith(t, s, d, store.LoadOptions{Verify: true}); r.Touched() {
				t.Errorf("released %v, step %d: the ledger and the graph differ: %+v", released, step, r)
			}
			now := count(t, "MATCH (l:Ledger) RETURN count(l)")
			grew, shrank, parts = grew || now > parts && step > 0, shrank || now < parts, now
		}
		if !grew || !shrank {
			t.Errorf("released %v: parts of the ledger were added: %v, written whole again: %v; want both", released, grew, shrank)
		}
	}
}

// shuffled is a registry with some rows out, some renamed and some of another status.
func shuffled(random *rand.Rand, released bool, step int) *graph.Dataset {
	d := registry("1", "2010", 40)
	if released {
		d = registry(graph.Date(fmt.Sprint(step)), graph.Date(fmt.Sprintf("20%02d", 10+step)), 40)
	} else {
		d.Release = ""
	}
	d.Claims = slices.DeleteFunc(d.Claims, func(graph.Claim) bool { return random.IntN(10) == 0 })
	for i := range d.Claims {
		if random.IntN(12) == 0 {
			d.Claims[i].Status = graph.Opinion
		}
	}
	for i := range d.Entities {
		if random.IntN(12) == 0 {
			d.Entities[i].Name = fmt.Sprintf("Trust %d of step %d", i, step)
		}
	}
	return d
}
