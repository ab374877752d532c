package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/store"
)

// TestMain lets the bench run this binary as its child.
func TestMain(m *testing.M) {
	if len(os.Args) == 4 && os.Args[1] == childFlag {
		main()
		return
	}
	os.Exit(m.Run())
}

// hashes gives the fingerprints of a world's rows by id.
func hashes(t *testing.T, w *world) (entities, claims map[string]graph.RowHash) {
	t.Helper()
	entities, claims = map[string]graph.RowHash{}, map[string]graph.RowHash{}
	var h graph.Hasher
	problems, err := graph.CheckStream(w, graph.Standard(), graph.Visitor{
		Entity: func(e *graph.Entity) error { entities[e.ID] = h.Entity(e, nil); return nil },
		Claim:  func(c *graph.Claim) error { claims[c.ID] = h.Claim(c, w.document()); return nil },
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems.Err())
	}
	return entities, claims
}

// TestReleases counts what the third release changes, and finds nothing changed in
// the second.
func TestReleases(t *testing.T) {
	const scale = 0.05
	entities, claims := hashes(t, newWorld(scale, seed, 1))
	if want := 20_000; len(entities) < want || len(entities) > want+200 || len(claims) != 50_000 {
		t.Errorf("%d entities and %d claims, want about %d and 50000", len(entities), len(claims), want)
	}
	again, claimsAgain := hashes(t, newWorld(scale, seed, 2))
	if !cmp.Equal(entities, again) || !cmp.Equal(claims, claimsAgain) {
		t.Error("the second release is not the first once more")
	}
	next, nextClaims := hashes(t, newWorld(scale, seed, 3))
	for what, share := range map[string]float64{"entities": differing(entities, next), "claims": differing(claims, nextClaims)} {
		if share < 0.008 || share > 0.013 {
			t.Errorf("%.4f of the %s differ, want about 0.01", share, what)
		}
	}
}

// differing gives the share of rows that are changed, gone or new.
func differing(was, is map[string]graph.RowHash) float64 {
	n := 0
	for id, h := range was {
		if is[id] != h {
			n++
		}
	}
	for id := range is {
		if _, ok := was[id]; !ok {
			n++
		}
	}
	return float64(n) / float64(len(was))
}

// TestSpread holds the world to the degrees it promises: hubs with thousands of
// edges and hubs with hundreds.
func TestSpread(t *testing.T) {
	w := newWorld(0.2, seed, 1)
	degrees := map[string]int{}
	if err := w.EachClaim(func(c *graph.Claim) error {
		if c.Relation == "COMMISSIONS" {
			degrees[c.From]++
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	least, most := 1<<30, 0
	for _, n := range degrees {
		least, most = min(least, n), max(most, n)
	}
	if least < 200 || least > 800 || most < 3500 || most > 8000 {
		t.Errorf("commissioners have %d to %d edges", least, most)
	}
}

func TestTable(t *testing.T) {
	n := notes{}
	for _, s := range []float64{9, 10, 14} {
		n.add("mine", figures{Seconds: s, Memory: 160})
		n.add("other", figures{Seconds: 20})
	}
	var out bytes.Buffer
	missed := n.table(&out, []line{
		{"Loading", "fast", "mine", "other", seconds, "s", 1.5, false},
		{"", "slow", "mine", "other", seconds, "s", 3, false},
		{"", "as slow", "mine", "other", seconds, "s", 2, true},
		{"", "memory", "mine", "", memory, "MB", 150, true},
		{"", "never run", "none", "other", seconds, "s", 1, false},
	})
	want := `
           mapper  beside it  ratio  rounds       target

Loading
  fast     10.0 s  20.0 s     2.00×  1.43×–2.22×  ≥ 1.50×  met
  slow     10.0 s  20.0 s     2.00×  1.43×–2.22×  ≥ 3.00×  NOT MET
  as slow  10.0 s  20.0 s     0.50×  0.45×–0.70×  ≤ 2.00×  met
  memory   160 MB                    160–160      ≤ 150  NOT MET
`
	if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), out.String()); diff != "" || missed != 2 {
		t.Errorf("%d missed (-want +got):\n%s", missed, diff)
	}
}

// TestSameGraph loads a small set both ways: what the bench compares is the time for
// the very same graph.
func TestSameGraph(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Neo4j twice")
	}
	b, err := newBench([]string{"-scale", "0.001", "-rounds", "1", "-cache", t.TempDir(), "-jars", jarsForTests(t)})
	if err != nil {
		skipOrFail(t, err)
	}
	ctx := context.Background()
	if err := b.files.make(ctx, b.scale); err != nil {
		t.Fatal(err)
	}
	for _, round := range []func(context.Context, int) error{b.csvRound, b.oneRound} {
		if err := round(ctx, 0); err != nil {
			t.Fatal(err)
		}
	}
	told, err := b.differences()
	if err != nil || len(told) != 1 || b.states[csvLoad].Nodes < 700 {
		t.Error(told, err)
	}
	other := b.states[boltOne]
	other.Checksum = store.Checksum{Nodes: 1}
	b.states[boltOne] = other
	if _, err := b.differences(); err == nil {
		t.Error("another graph is taken for the same")
	}
}

// jarsForTests is where `make test` says Neo4j's jars are, or where it puts them.
func jarsForTests(t *testing.T) string {
	if dir := os.Getenv("MAPPER_TEST_JARS"); dir != "" {
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		t.Skip(err)
	}
	return filepath.Join(dir, "mapper")
}

func skipOrFail(t *testing.T, err error) {
	t.Helper()
	if os.Getenv("MAPPER_TEST_DB") != "" {
		t.Fatal(err)
	}
	t.Skip(err)
}
