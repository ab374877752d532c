package store_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/store"
)

// small is a dataset of two trusts, a regulator and three claims.
func small(id string) *graph.Dataset {
	return &graph.Dataset{ID: id, Title: "Small",
		Documents: []graph.Document{{ID: id + "-paper", Title: "Paper", Published: "2020"}},
		Entities: []graph.Entity{
			{ID: "a", Name: "Trust A", Kinds: []string{"AcuteTrust"}, Aliases: []string{"Alpha"}, Codes: []graph.Code{{Scheme: "ods", Value: "RAA"}}},
			{ID: "b", Name: "Trust B", Kinds: []string{"AcuteTrust"}},
			{ID: "r", Name: "Regulator", Kinds: []string{"Regulator"}},
		},
		Claims: []graph.Claim{
			{ID: "c1", From: "a", Relation: "COLLABORATES_WITH", To: "b", Status: graph.Stated, Document: id + "-paper"},
			{ID: "c2", From: "r", Relation: "REGULATES", To: "a", Status: graph.Stated, Document: id + "-paper"},
			{ID: "c3", From: "r", Relation: "REGULATES", To: "b", Status: graph.Stated, Document: id + "-paper"},
		}}
}

func TestLoadSampleTwice(t *testing.T) {
	s := open(t)
	d := sample(t)
	first := load(t, s, d)
	want := graph.Report{Dataset: "articles", Documents: graph.Tally{Added: len(d.Documents)},
		Entities: graph.Tally{Added: len(d.Entities)}, Claims: graph.Tally{Added: len(d.Claims)}}
	first.Took, first.Kinds, first.Relations = 0, nil, nil
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("first load (-want +got):\n%s", diff)
	}
	before, version := checksum(t), versionOf(t, s)
	again := load(t, s, d)
	if again.Touched() || again.Claims.Unchanged != len(d.Claims) {
		t.Errorf("second load: %+v; want everything unchanged", again)
	}
	if checksum(t) != before || versionOf(t, s) != version {
		t.Error("the second load changed the graph")
	}
}

func TestLoadFollowsTheDataset(t *testing.T) {
	s := open(t)
	load(t, s, small("other-set"))
	others := len(claimsOf(t, s, "a"))
	d := small("set")
	load(t, s, d)
	d.Claims[0].Status = graph.Opinion       // changed
	d.Claims = slices.Delete(d.Claims, 2, 3) // c3 gone
	d.Entities[1].Name = "Trust B renamed"   // changed
	d.Entities = append(d.Entities, graph.Entity{ID: "n", Name: "New", Kinds: []string{"CareHome"}})
	d.Claims = append(d.Claims, graph.Claim{ID: "c4", From: "a", Relation: "OPERATES", To: "n", Status: graph.Planned, Document: "set-paper"})
	dry, err := s.Load(context.Background(), d.Stream(), store.LoadOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	want := graph.Tally{Added: 1, Changed: 1, Removed: 1, Unchanged: 1}
	if dry.Claims != want {
		t.Errorf("dry run: claims %v, want %v", dry.Claims, want)
	}
	if got := len(claimsOf(t, s, "a")); got != 2*others {
		t.Errorf("the dry run wrote: %d claims about a, want %d", got, 2*others)
	}
	report := load(t, s, d)
	if report.Claims != want || report.Entities != (graph.Tally{Added: 1, Changed: 1, Renamed: 1, Unchanged: 2}) {
		t.Errorf("load: %+v", report)
	}
	statuses := map[string]graph.Status{}
	for _, c := range claimsOf(t, s, "a") {
		statuses[c.ID] = c.Status
	}
	if diff := cmp.Diff(map[string]graph.Status{"set:c1": graph.Opinion, "set:c2": graph.Stated, "set:c4": graph.Planned,
		"other-set:c1": graph.Stated, "other-set:c2": graph.Stated}, statuses); diff != "" {
		t.Errorf("claims about a (-want +got):\n%s", diff)
	}
}

func TestTwoDatasetsDescribeOneEntity(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	alone := checksum(t)
	more := small("more")
	more.Documents[0].ID, more.Claims = "more-paper", nil
	more.Entities = []graph.Entity{{ID: "a", Name: "Trust A NHS FT", Kinds: []string{"TertiaryCentre"}, Span: graph.Span{Start: "1991"},
		Codes: []graph.Code{{Scheme: "ods", Value: "RA9"}}}}
	load(t, s, more)
	both := profile(t, s, "a")
	if both.Name != "Trust A NHS FT" || !slices.Contains(both.Aliases, "Trust A") || !slices.Contains(both.Labels, "TertiaryCentre") ||
		len(both.Codes) != 2 || both.Start != "1991" || len(both.Datasets) != 2 {
		t.Errorf("described twice: %+v; want the first dataset by id to name it, and the rest kept", both.Entity)
	}
	if _, err := s.Drop(context.Background(), "more"); err != nil {
		t.Fatal(err)
	}
	if got := checksum(t); got != alone {
		t.Error("dropping the second dataset does not give back the graph of the first")
	}
	if _, err := s.Drop(context.Background(), "set"); err != nil {
		t.Fatal(err)
	}
	if n := count(t, "MATCH (n) WHERE NOT n:Lock RETURN count(n)"); n != 0 {
		t.Errorf("%d nodes are left when both datasets are gone", n)
	}
}

func TestDocumentOfAnotherDataset(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	d := small("thief")
	d.Documents[0] = graph.Document{ID: "set-paper", Title: "Another paper", Published: "2021"}
	for i := range d.Claims {
		d.Claims[i].Document = "set-paper"
	}
	before := checksum(t)
	_, err := s.Load(context.Background(), d.Stream(), store.LoadOptions{})
	if graph.KindOf(err) != graph.Conflict || !strings.Contains(err.Error(), `document "set-paper" is "Paper" in dataset set already`) {
		t.Errorf("error %v; want a conflict that names document and dataset", err)
	}
	if checksum(t) != before {
		t.Error("the refused load changed the graph")
	}
}

// TestLoadIsAtomic ends a load in the middle: nothing of it is left.
func TestLoadIsAtomic(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	before := checksum(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := s.Load(ctx, sample(t).Stream(), store.LoadOptions{Told: func(step string, _ int) {
		if step == "claims" {
			cancel()
		}
	}})
	if err == nil {
		t.Fatal("a load that was cut off reports success")
	}
	if checksum(t) != before {
		t.Error("a load that was cut off left something behind")
	}
}

// TestLoadsWaitForEachOther starts two loads of different content at once.
func TestLoadsWaitForEachOther(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	var wait sync.WaitGroup
	for i := range 4 {
		wait.Go(func() {
			d := small("set")
			d.Claims = d.Claims[:i%3+1]
			if _, err := s.Load(context.Background(), d.Stream(), store.LoadOptions{}); err != nil {
				t.Errorf("load %d: %v", i, err)
			}
		})
	}
	wait.Wait()
	if n := count(t, "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) - count(DISTINCT r.id)"); n != 0 {
		t.Errorf("%d claims are in the graph twice", n)
	}
}

// TestSecondLoadIsTold holds the lock and starts a load.
func TestSecondLoadIsTold(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	release := holdLock(t)
	told := make(chan bool, 1)
	done := make(chan error, 1)
	go func() {
		_, err := s.Load(context.Background(), small("set").Stream(), store.LoadOptions{Waiting: func() { told <- true }})
		done <- err
	}()
	select {
	case <-told:
	case err := <-done:
		t.Fatalf("the load did not wait: %v", err)
	case <-time.After(30 * time.Second):
		t.Fatal("a load that waits says nothing")
	}
	release()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// TestTwoDatasetsRestOnOneDocument loads both and drops the first: the document stays
// while one of them rests on it.
func TestTwoDatasetsRestOnOneDocument(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	alone := checksum(t)
	more := small("more")
	more.Documents[0].ID = "set-paper"
	for i := range more.Claims {
		more.Claims[i].Document = "set-paper"
	}
	if r := load(t, s, more); r.Documents.Added != 1 {
		t.Errorf("a shared document: %v", r.Documents)
	}
	if r := load(t, s, more); r.Touched() {
		t.Errorf("again: %+v", r)
	}
	if _, err := s.Drop(context.Background(), "more"); err != nil {
		t.Fatal(err)
	}
	if checksum(t) != alone {
		t.Error("dropping the second dataset does not give back the graph of the first")
	}
	load(t, s, more)
	if _, err := s.Drop(context.Background(), "set"); err != nil {
		t.Fatal(err)
	}
	if n := count(t, "MATCH (d:Document {id: 'set-paper'}) WHERE d.datasets = ['more'] RETURN count(d)"); n != 1 {
		t.Error("the document is gone, though a dataset rests on it")
	}
}
