package store_test

import (
	"slices"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/format"
	"mapper/graph/store"
)

// idsIn asks past the store for a list of ids.
func idsIn(t *testing.T, statement string) (ids []string) {
	t.Helper()
	values, _ := raw(t, statement, nil).([]any)
	for _, v := range values {
		id, _ := v.(string)
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		t.Fatalf("%s finds nothing", statement)
	}
	slices.Sort(ids)
	return ids
}

// TestConsoleGraph takes the graph out of answers: claims bring the entities that they
// join, whether or not those were returned, and nobody else.
func TestConsoleGraph(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	for _, tt := range []struct{ statement, entities, claims string }{
		{"MATCH ()-[r:REGULATES]->() RETURN r ORDER BY r.id LIMIT 5",
			"MATCH (a)-[r:REGULATES]->(b) WITH a, r, b ORDER BY r.id LIMIT 5 UNWIND [a.id, b.id] AS id RETURN collect(DISTINCT id)",
			"MATCH ()-[r:REGULATES]->() WITH r ORDER BY r.id LIMIT 5 RETURN collect(r.id)"},
		{"MATCH (a:Entity {id: 'tda'})-[r]-(:Entity) RETURN a, r",
			"MATCH (:Entity {id: 'tda'})-[]-(o:Entity) RETURN collect(DISTINCT o.id) + 'tda'",
			"MATCH (:Entity {id: 'tda'})-[r]-(:Entity) RETURN collect(DISTINCT r.id)"},
		{"MATCH (:Person)-[r:LEADS]->(b) RETURN b.id AS who, {all: collect(r)} AS how",
			"MATCH (a:Person)-[:LEADS]->(b) UNWIND [a.id, b.id] AS id RETURN collect(DISTINCT id)",
			"MATCH (:Person)-[r:LEADS]->() RETURN collect(r.id)"},
	} {
		result, err := enter(s, tt.statement)
		if err != nil {
			t.Fatal(err)
		}
		q, err := result.Part()
		if err != nil {
			t.Fatal(err)
		}
		want := idsIn(t, tt.entities)
		if got := slices.Sorted(slices.Values(q.Entities)); !slices.Equal(got, want) {
			t.Errorf("%s: entities %v, want %v", tt.statement, got, want)
		}
		claims := idsIn(t, tt.claims)
		if !slices.Equal(q.Claims, claims) {
			t.Errorf("%s: claims %v, want %v", tt.statement, q.Claims, claims)
		}
		drawn := 0
		for _, e := range result.Edges {
			drawn += e.Claims
		}
		if len(result.Nodes) != len(want) || drawn != len(claims) {
			t.Errorf("%s: the picture has %d entities and lines for %d claims, want %d and %d", tt.statement, len(result.Nodes), drawn, len(want), len(claims))
		}
		holds(t, s, q)
	}
}

// holds looks for each claim and entity in each format of graphs, and for each claim's
// evidence.
func holds(t *testing.T, s *store.Store, q graph.ExportQuery) {
	t.Helper()
	for _, f := range format.Graphs() {
		text := string(exported(t, s, f.Name, q))
		for _, id := range q.Claims {
			if f.NeedsGraph && !strings.Contains(text, id) {
				t.Errorf("%s has no claim %s", f.Name, id)
			}
		}
		for _, id := range q.Entities {
			if f.Name == "ftm" { // which takes no colon in an id
				id = "e-" + strings.ReplaceAll(id, ":", ".3a")
			}
			if f.NeedsGraph && !strings.Contains(text, id) {
				t.Errorf("%s has no entity %s", f.Name, id)
			}
		}
		if n := strings.Count(text, `"locator":`); f.Name == "ndjson" && n < len(q.Claims) {
			t.Errorf("%d of %d claims have a locator", n, len(q.Claims))
		}
	}
}

// TestConsoleIsNoGraph refuses what has no claims: that a document mentions a body, or
// a body bears a code, is none, and does not make all that is between those bodies part
// of the answer.
func TestConsoleIsNoGraph(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	for _, statement := range []string{"MATCH ()-[r:MENTIONS|IDENTIFIED_BY]->() RETURN r LIMIT 20", "MATCH ()-[r:LEADS]->() RETURN r.id, type(r)", "MATCH ()-[r:NOTHING_OF_THE_KIND]->() RETURN r"} {
		result, err := enter(s, statement)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := result.Part(); graph.KindOf(err) != graph.Invalid || len(result.Nodes) > 0 {
			t.Errorf("%s: %v and %d entities; want it refused as a graph", statement, err, len(result.Nodes))
		}
	}
}

// TestConsoleDrawsTheClaimsReturned returns one of several claims behind a line, of
// which the map names another: the picture has the line, with that claim alone.
func TestConsoleDrawsTheClaimsReturned(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	why, err := s.Edge(t.Context(), "articles:C137")
	if err != nil || len(why.Evidence) < 2 {
		t.Fatalf("%+v, %v; want several claims", why, err)
	}
	for _, claim := range why.Evidence {
		result, err := enter(s, "MATCH ()-[r:"+claim.Relation+" {id: '"+claim.ID+"'}]->() RETURN r")
		if err != nil || len(result.Edges) != 1 || result.Edges[0].ID != claim.ID || result.Edges[0].Claims != 1 {
			t.Errorf("%s: %+v, %v", claim.ID, result.Edges, err)
		}
	}
}
