package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/store"
)

// hub is a dataset in which one commissioner commissions n practices, twice the first.
func hub(n int) *graph.Dataset {
	d := &graph.Dataset{ID: "hub", Title: "Hub", Documents: []graph.Document{{ID: "list", Title: "List"}},
		Entities: []graph.Entity{{ID: "c", Name: "Commissioner", Kinds: []string{"Commissioner"}}}}
	for i := range n {
		id := fmt.Sprintf("p%05d", i)
		d.Entities = append(d.Entities, graph.Entity{ID: id, Name: fmt.Sprintf("Practice %05d", i), Kinds: []string{"GPPractice"}})
		d.Claims = append(d.Claims, graph.Claim{ID: id, From: "c", Relation: "COMMISSIONS", To: id, Status: graph.Stated, Document: "list"})
	}
	d.Claims = append(d.Claims, graph.Claim{ID: "again", From: "c", Relation: "COMMISSIONS", To: "p00000", Status: graph.Opinion, Document: "list"},
		graph.Claim{ID: "planned", From: "p00001", Relation: "COLLABORATES_WITH", To: "p00002", Status: graph.Planned, Document: "list"},
		graph.Claim{ID: "back", From: "p00003", Relation: "COMMISSIONS", To: "c", Status: graph.Stated, Document: "list"})
	return d
}

// TestHub asks for an entity with more claims than a page holds: the first of each
// relation, honest counts, and the rest a part at a time.
func TestHub(t *testing.T) {
	s := open(t)
	load(t, s, hub(500))
	p := profile(t, s, "c")
	if p.Shown.Shown != 101 || p.Total != 502 || len(p.Claims) != 101 || p.Why == "" {
		t.Errorf("%+v, %d claims; want the first 100 out and the one in", p.Shown, len(p.Claims))
	}
	if len(p.Relations) != 2 || p.Relations[0].Claims != 501 || p.Relations[0].Entities != 500 {
		t.Errorf("relations %+v", p.Relations)
	}
	if c := p.Claims[0]; c.To.ID != "p00000" || p.Claims[1].To.ID != "p00000" || p.Claims[99].To.ID != "p00098" || p.Claims[100].From.ID != "p00003" {
		t.Errorf("claims are not by name: %+v", c)
	}
	part, err := s.Claims(context.Background(), graph.ClaimQuery{ID: "c", Relation: "COMMISSIONS", Direction: "out", Skip: 400, Limit: 200})
	if err != nil || len(part.Items) != 101 || part.Total != 501 || part.Items[100].To.ID != "p00499" {
		t.Errorf("the last part: %+v, %d items, %v", part.Shown, len(part.Items), err)
	}
	if part, err = s.Claims(context.Background(), graph.ClaimQuery{ID: "p00003", Direction: "in"}); err != nil || part.Total != 1 || part.Items[0].From.ID != "c" {
		t.Errorf("one direction: %+v, %v", part, err)
	}
	if _, err := s.Claims(context.Background(), graph.ClaimQuery{ID: "nobody"}); graph.KindOf(err) != graph.NotFound {
		t.Errorf("nobody's claims: %v", err)
	}
	if part, err = s.Claims(context.Background(), graph.ClaimQuery{ID: "p00499", Relation: "REGULATES"}); err != nil || part.Total != 0 {
		t.Errorf("no claim of a relation: %+v, %v", part, err)
	}
	around, err := s.Neighbours(context.Background(), graph.NeighbourQuery{ID: "c", Filter: graph.Filter{Limit: 20}})
	if err != nil || around.Total != 501 || len(around.Nodes) != 21 || around.Nodes[0].Degree != 502 || around.Nodes[1].Degree != 2 {
		t.Errorf("around it %+v, %v; want its claims as its degree, and the two that have more than one neighbour first", around.Shown, err)
	}
	reading, err := s.Document(context.Background(), "list", 0, 500)
	if err != nil || reading.Claims != 503 || reading.Entities != 501 || len(reading.Evidence) != 500 || reading.Total != 503 {
		t.Errorf("the document: %+v, %d claims, %v", reading.Shown, reading.Claims, err)
	}
	rest, err := s.Document(context.Background(), "list", 500, 500)
	if err != nil || len(rest.Evidence) != 3 || rest.Evidence[0].ID <= reading.Evidence[499].ID || !reading.More || rest.More {
		t.Errorf("the rest of the document: %+v, %v; want the 3 claims that come after", rest.Shown, err)
	}
}

// TestLargeMap draws a graph in which not every edge is looked at.
func TestLargeMap(t *testing.T) {
	s := open(t)
	load(t, s, hub(5100))
	draw := func(f graph.Filter) graph.Subgraph {
		t.Helper()
		f.Limit = 10
		g, err := s.Map(context.Background(), graph.MapQuery{Filter: f})
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	if g := draw(graph.Filter{}); len(g.Nodes) != 10 || g.Total != 5101 || g.AtLeast || len(g.Edges) < 9 {
		t.Errorf("%+v, %d lines", g.Shown, len(g.Edges))
	}
	if g := draw(graph.Filter{Kinds: []string{"Commissioner"}}); len(g.Nodes) != 1 || g.Total != 1 || g.Why != "" {
		t.Errorf("one kind: %+v", g)
	}
	if g := draw(graph.Filter{Relations: []string{"COLLABORATES_WITH"}}); len(g.Nodes) != 2 || len(g.Edges) != 1 || g.Nodes[0].Degree != 2 {
		t.Errorf("a rare relation: %+v", g)
	}
	if g := draw(graph.Filter{Statuses: []graph.Status{graph.Planned}}); len(g.Nodes) != 2 || len(g.Edges) != 1 {
		t.Errorf("a rare status: %+v", g)
	}
	if g := draw(graph.Filter{Documents: []string{"list"}}); len(g.Nodes) != 10 || len(g.Edges) < 9 || !g.AtLeast {
		t.Errorf("a document: %+v, %d lines", g.Shown, len(g.Edges))
	}
	around, err := s.Around(context.Background(), graph.AroundQuery{ID: "c", Steps: 2, Limit: 20})
	if err != nil || len(around.Nodes) != 21 || around.Total < 5101 || around.Steps[0].Total != 5100 || len(around.Edges) < 20 || around.Why == "" {
		t.Errorf("around: %+v of %+v, %d lines, %v", around.Shown, around.Steps, len(around.Edges), err)
	}
	if _, err := s.Map(context.Background(), graph.MapQuery{Filter: graph.Filter{Kinds: []string{"Entity) DETACH DELETE (e"}}}); graph.KindOf(err) != graph.Invalid {
		t.Errorf("a kind that is none: %v", err)
	}
}

// TestEdgeByIndex finds a claim through the index of its type and without one.
func TestEdgeByIndex(t *testing.T) {
	s := open(t)
	load(t, s, hub(20))
	for range 2 {
		e, err := s.Edge(context.Background(), "hub:again")
		if err != nil || e.Edge.Claims != 2 || e.Edge.Status != graph.Stated || e.To.ID != "p00000" {
			t.Fatalf("%+v, %v", e, err)
		}
		if !strings.Contains(e.Cypher, `(x:Entity {id: "c"})-[r:COMMISSIONS]-(y:Entity {id: "p00000"})`) || strings.Contains(e.Cypher, "$") || strings.Contains(e.Cypher, "//") {
			t.Errorf("the statement to copy: %s", e.Cypher)
		}
		if n, ok := raw(t, "MATCH "+strings.SplitN(e.Cypher, "MATCH ", 2)[1], nil).(map[string]any); !ok || n["id"] != "c" {
			t.Errorf("the statement does not run: %v", n)
		}
		raw(t, "CREATE INDEX claim_id_COMMISSIONS IF NOT EXISTS FOR ()-[r:COMMISSIONS]-() ON (r.id)", nil)
		raw(t, "CALL db.awaitIndexes(60)", nil)
	}
	raw(t, "DROP INDEX claim_id_COMMISSIONS", nil)
	if _, err := s.Edge(context.Background(), "hub:none"); graph.KindOf(err) != graph.NotFound {
		t.Errorf("no such edge: %v", err)
	}
	if _, err := s.Edge(context.Background(), `"}) DETACH DELETE (n`); graph.KindOf(err) != graph.NotFound {
		t.Errorf("an id that is none: %v", err)
	}
}

// TestReleasesAreTold asks an edge, an entity and the documents for what the releases
// of their dataset say.
func TestReleasesAreTold(t *testing.T) {
	s := open(t)
	loadWith(t, s, registry("1", "2021-01", 40), store.LoadOptions{})
	loadWith(t, s, nextRelease(40), store.LoadOptions{})
	for id, want := range map[string]string{
		"R0-in-R3":  "registry-1 2021-01, registry-2 2022-03",
		"R3-in-R24": "registry-1 2021-01, registry-1 2021-01, not registry-2 2022-03",
		"R3-in-R0":  "registry-2 2022-03, registry-2 2022-03",
	} {
		e, err := s.Edge(context.Background(), "registry:"+id)
		if err != nil || len(e.Evidence) != 1 || told(e.Evidence[0].Seen) != want {
			t.Errorf("%s: %+v, %v; want %s", id, e, err, want)
		}
	}
	gone := profile(t, s, "ods:R39")
	if len(gone.Seen) != 1 || told(&gone.Seen[0]) != "registry-1 2021-01, registry-1 2021-01, not registry-2 2022-03" {
		t.Errorf("the organisation that is gone: %+v", gone.Seen)
	}
	load(t, s, small("other"))
	if p := profile(t, s, "a"); p.Seen != nil || p.Claims[0].Seen != nil {
		t.Errorf("of a dataset without releases: %+v", p.Seen)
	}
	documents, err := s.Documents(context.Background())
	if err != nil || len(documents.Items) != 3 {
		t.Fatal(documents, err)
	}
	var got []string
	for _, d := range documents.Items {
		got = append(got, fmt.Sprintf("%s %s %d %d", d.ID, d.Release, d.Claims, d.Entities))
	}
	if text := strings.Join(got, ", "); text != "other-paper  3 3, registry-1 earlier 0 0, registry-2 latest 40 40" {
		t.Errorf("documents: %s", text)
	}
	if r, err := s.Document(context.Background(), "registry-2", 0, 500); err != nil || len(r.Evidence) != 4 || r.Total != 40 {
		t.Errorf("the latest release: %+v, %v; want the 3 claims that are new in it and the one it changed", r.Shown, err)
	} else if r.More {
		t.Error("a release has one part")
	}
}

// told writes which releases have something.
func told(s *graph.Seen) string {
	if s == nil {
		return "nothing"
	}
	text := s.First.ID + " " + string(s.First.Published) + ", " + s.Last.ID + " " + string(s.Last.Published)
	if s.Gone != nil {
		text += ", not " + s.Gone.ID + " " + string(s.Gone.Published)
	}
	return text
}

// TestUnfinished marks a dataset as a load does that is cut off.
func TestUnfinished(t *testing.T) {
	s := open(t)
	load(t, s, small("set"))
	before := versionOf(t, s)
	raw(t, "MATCH (d:Dataset {id: 'set'}) SET d.unfinished = true", nil)
	datasets, err := s.Datasets(context.Background())
	if err != nil || !datasets[0].Unfinished || versionOf(t, s) == before {
		t.Errorf("%+v, version %s, %v; want it unfinished and another version", datasets, versionOf(t, s), err)
	}
	load(t, s, small("set"))
	if datasets, err = s.Datasets(context.Background()); err != nil || datasets[0].Unfinished {
		t.Errorf("after the same load again: %+v, %v", datasets, err)
	}
}
