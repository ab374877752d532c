package store_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/store"
)

// registry is a release of a source: n organisations in one another's geography, each
// with a code, and the release's document.
func registry(release, published graph.Date, n int) *graph.Dataset {
	d := &graph.Dataset{ID: "registry", Title: "A registry", Release: "registry-" + string(release),
		Documents: []graph.Document{{ID: "registry-" + string(release), Title: "Registry", Published: published}}}
	for i := range n {
		id := fmt.Sprintf("ods:R%d", i)
		d.Entities = append(d.Entities, graph.Entity{ID: id, Name: fmt.Sprintf("Trust %d", i), Kinds: []string{"Provider"},
			Codes: []graph.Code{{Scheme: "ods", Value: fmt.Sprintf("R%d", i)}}, Span: graph.Span{Start: "2001-04-01"}})
		d.Claims = append(d.Claims, member(i, (i*7+3)%n, d.Release))
	}
	return d
}

func member(from, to int, document string) graph.Claim {
	return graph.Claim{ID: fmt.Sprintf("R%d-in-R%d", from, to), From: fmt.Sprintf("ods:R%d", from), Relation: "PART_OF", To: fmt.Sprintf("ods:R%d", to),
		Status: graph.Stated, Document: document, Span: graph.Span{Start: "2001-04-01"}}
}

// nextRelease changes a registry: one renamed, one closed, one gone, one new, one moved.
func nextRelease(n int) *graph.Dataset {
	d := registry("2", "2022-03", n)
	d.Entities[1].Name = "Trust 1 Foundation Trust"
	d.Entities[2].End = "2021-10-01"
	d.Claims[2].End = "2021-10-01"
	d.Claims[3] = member(3, 0, d.Release)
	last := n - 1
	d.Entities[last].ID, d.Entities[last].Codes[0].Value = "ods:NEW", "NEW"
	for i := range d.Claims {
		for _, end := range []*string{&d.Claims[i].From, &d.Claims[i].To} {
			if *end == fmt.Sprintf("ods:R%d", last) {
				*end = "ods:NEW"
				d.Claims[i].ID = fmt.Sprintf("changed-%d", i)
			}
		}
	}
	return d
}

func loadWith(t *testing.T, s *store.Store, d *graph.Dataset, o store.LoadOptions) graph.Report {
	t.Helper()
	if problems := d.Check(graph.Standard()); len(problems) > 0 {
		t.Fatal(problems.Err())
	}
	r, err := s.Load(context.Background(), d.Stream(), o)
	if err != nil {
		t.Fatal(err)
	}
	r.Took, r.Kinds, r.Relations = 0, nil, nil
	return r
}

// TestReleases loads two releases, in one transaction and in many: the same report,
// the same graph, and nothing that merely closed is lost.
func TestReleases(t *testing.T) {
	const n = 40
	var sums []store.Checksum
	for _, atomic := range []int{0, 3} {
		s := open(t)
		loadWith(t, s, registry("1", "2021-01", n), store.LoadOptions{Atomic: atomic})
		dry := loadWith(t, s, nextRelease(n), store.LoadOptions{Atomic: atomic, DryRun: true})
		got := loadWith(t, s, nextRelease(n), store.LoadOptions{Atomic: atomic})
		want := graph.Report{Dataset: "registry", Release: "registry-2", Documents: graph.Tally{Added: 1},
			Entities: graph.Tally{Added: 1, Changed: 2, Gone: 1, Unchanged: n - 3, Renamed: 1, Ended: 1},
			Claims:   graph.Tally{Added: 3, Changed: 1, Gone: 3, Unchanged: n - 4, Moved: 2, Ended: 1}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("atomic %d (-want +got):\n%s", atomic, diff)
		}
		want.DryRun = true
		if diff := cmp.Diff(want, dry); diff != "" {
			t.Errorf("dry run (-want +got):\n%s", diff)
		}
		sums = append(sums, checksum(t))
		again := loadWith(t, s, nextRelease(n), store.LoadOptions{Atomic: atomic})
		if again.Touched() || checksum(t) != sums[len(sums)-1] {
			t.Errorf("the same release again: %+v", again)
		}
	}
	if sums[0] != sums[1] {
		t.Error("one transaction and many give different graphs")
	}
}

// TestSeen asks what every edge keeps of the releases.
func TestSeen(t *testing.T) {
	s := open(t)
	loadWith(t, s, registry("1", "2021-01", 40), store.LoadOptions{})
	loadWith(t, s, nextRelease(40), store.LoadOptions{})
	for id, want := range map[string]string{
		"R0-in-R3":  "registry-1 null 2001-04-01 null",             // as before
		"R2-in-R17": "registry-1 null 2001-04-01 2021-10-01",       // closed
		"R3-in-R24": "registry-1 registry-1 2001-04-01 2022-03-01", // gone: stands until the release that lacks it
		"R3-in-R0":  "registry-2 null 2001-04-01 null",             // new
	} {
		got := raw(t, `MATCH ()-[r {id: $id}]->() RETURN coalesce(r.first, 'null') + ' ' + coalesce(r.last, 'null') + ' ' + coalesce(toString(r.start), 'null') + ' ' + coalesce(toString(r.end), 'null')`,
			map[string]any{"id": "registry:" + id})
		if got != want {
			t.Errorf("%s: %v, want %s", id, got, want)
		}
	}
	if got := raw(t, `MATCH (e:Entity {id: 'ods:R39'}) RETURN toString(e.end) + ' ' + e.last[0]`, nil); got != "2022-03-01 registry-1" {
		t.Errorf("the organisation that is gone: %v", got)
	}
	older := registry("0", "2020", 40)
	if _, err := s.Load(context.Background(), older.Stream(), store.LoadOptions{}); graph.KindOf(err) != graph.Conflict {
		t.Errorf("an older release after a newer: %v; want a conflict", err)
	}
	back := registry("3", "2023", 40)
	r := loadWith(t, s, back, store.LoadOptions{})
	if r.Entities.Reopened != 2 || r.Claims.Reopened == 0 {
		t.Errorf("what was closed or gone stands again: %+v", r)
	}
	if got := raw(t, `MATCH ()-[r {id: 'registry:R3-in-R24'}]->() RETURN r.first + ' ' + coalesce(r.last, 'null') + ' ' + coalesce(toString(r.end), 'null')`, nil); got != "registry-1 null null" {
		t.Errorf("an edge that came back: %v", got)
	}
}

// TestCutOff ends loads of many transactions at each batch: the graph says that it is
// unfinished, and the same load makes it the very same graph.
func TestCutOff(t *testing.T) {
	s := open(t)
	loadWith(t, s, registry("1", "2021-01", 40), store.LoadOptions{})
	loadWith(t, s, nextRelease(40), store.LoadOptions{})
	want := checksum(t)
	for stop := 1; stop < 4; stop++ {
		s := open(t)
		loadWith(t, s, registry("1", "2021-01", 40), store.LoadOptions{})
		ctx, cancel := context.WithCancel(context.Background())
		batches := 0
		_, err := s.Load(ctx, nextRelease(40).Stream(), store.LoadOptions{Atomic: 1, Workers: 1, Told: func(_ string, rows int) {
			if batches++; batches == stop {
				cancel()
			}
		}})
		if err == nil {
			t.Fatalf("stop %d: a load that was cut off reports success", stop)
		}
		if n := count(t, "MATCH (d:Dataset {unfinished: true}) RETURN count(d)"); n != 1 {
			t.Errorf("stop %d: the graph does not say that the load is unfinished", stop)
		}
		r := loadWith(t, s, nextRelease(40), store.LoadOptions{})
		if !r.Repaired || checksum(t) != want {
			t.Errorf("stop %d: the same load again gives another graph: %+v", stop, r)
		}
	}
}
