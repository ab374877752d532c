package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/store"
)

// mapped loads a small graph written as cases are.
func mapped(t *testing.T, entities, claims []string) *store.Store {
	t.Helper()
	s := open(t)
	load(t, s, caseFile{Entities: entities, Claims: claims}.dataset(t, "m"))
	return s
}

func day(t *testing.T, text string) graph.Day {
	t.Helper()
	d, err := graph.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// drawn writes a map as its nodes and edges with their changes, in order.
func drawn(g graph.Subgraph) (all []string) {
	for _, n := range g.Nodes {
		all = append(all, strings.TrimSpace(n.ID+" "+string(n.Change)))
	}
	for _, e := range g.Edges {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s-%s %d %s", e.From, e.To, e.Claims, e.Change)))
	}
	slices.Sort(all)
	return all
}

// checkEnds fails unless every edge of a map is between bodies that are shown, and it says how many there are.
func checkEnds(t *testing.T, g graph.Subgraph) {
	t.Helper()
	in := map[string]bool{}
	for _, n := range g.Nodes {
		in[n.ID] = true
	}
	for _, e := range g.Edges {
		if !in[e.From] || !in[e.To] {
			t.Errorf("the edge %s leads to what is not shown", e.ID)
		}
	}
	if g.Shown.Shown != len(g.Nodes) || g.Total < g.Shown.Shown || g.Total > g.Shown.Shown && g.Why == "" {
		t.Errorf("%d nodes, and it says %+v", len(g.Nodes), g.Shown)
	}
}

// TestDifference compares 2012 with 2018. old was taken over by new in 2015 and trust
// renamed in 2014; decoys are a succession that is merely planned, one that is denied,
// one before the first day, one after the second, and a body that came and went between.
func TestDifference(t *testing.T) {
	s := mapped(t, []string{
		"old AcuteTrust start=2000 end=2015-04-01", "new AcuteTrust start=2015-04-01", "trust NHSTrust end=2014-06", "ft FoundationTrust start=2014-07-01",
		"stays Regulator", "shut AcuteTrust end=2016", "planned AcuteTrust", "denied AcuteTrust", "early AcuteTrust end=2010", "late AcuteTrust end=2020", "between Alliance start=2013 end=2016",
	}, []string{
		"c1 stays REGULATES old stated", "c2 stays REGULATES new stated", "c3 stays REGULATES shut stated end=2013", "c4 stays OVERSEES shut stated start=2014",
		"c5 stays REGULATES planned stated end=2013", "c6 stays REGULATES planned stated start=2017", "c7 stays OVERSEES planned stated",
		"s1 old SUCCEEDED_BY new stated start=2015-04-01", "s2 trust SUCCEEDED_BY ft reported start=2014-07-01 role=Renamed",
		"s3 planned SUCCEEDED_BY new planned start=2015", "s4 denied SUCCEEDED_BY new denied start=2015", "s5 early SUCCEEDED_BY old stated start=2010", "s6 late SUCCEEDED_BY new stated start=2019",
		"s7 denied MERGED_WITH stays stated start=2015",
	})
	want := []string{
		"denied", "ft renamed", "late", "new came", "old succeeded", "planned", "shut went", "stays", "trust renamed",
		"denied-stays 1 succeeded",
		"old-new 1 succeeded", "stays-new 1 came", "stays-old 1 went", "stays-planned 1", "stays-planned 2", "stays-shut 1 went", "trust-ft 1 renamed",
	}
	want = append(want, "planned-new 1 came", "denied-new 1 came") // the claims themselves stand, as what they are
	slices.Sort(want)
	everything := []string{"old", "new", "trust", "ft", "stays", "shut", "planned", "denied", "early", "late", "between"}
	for name, q := range map[string]graph.MapQuery{
		"chosen":     {Show: everything, Was: day(t, "2012-01-01"), Filter: graph.Filter{AsAt: day(t, "2018-01-01")}},
		"the best":   {Was: day(t, "2012-01-01"), Filter: graph.Filter{AsAt: day(t, "2018-01-01")}},
		"backwards":  {Was: day(t, "2018-01-01"), Filter: graph.Filter{AsAt: day(t, "2012-01-01")}},
		"with links": {Was: day(t, "2012-01-01"), Filter: graph.Filter{AsAt: day(t, "2018-01-01")}, Hide: []string{"nobody"}},
	} {
		g, err := s.Map(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, drawn(g)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		checkEnds(t, g)
		if c := g.Compared; c == nil || c.From != "2012-01-01" || c.To != "2018-01-01" || c.Came != 1 || c.Went != 1 || c.Renamed != 2 || c.Succeeded != 1 {
			t.Errorf("%s: counts %+v", name, c)
		}
	}
	g, err := s.Map(context.Background(), graph.MapQuery{Was: day(t, "2012-01-01"), Filter: graph.Filter{AsAt: day(t, "2018-01-01"), Relations: []string{"REGULATES"}}})
	if err != nil || !slices.Contains(drawn(g), "old succeeded") || slices.Contains(drawn(g), "old-new 1 succeeded") {
		t.Errorf("of one relation: %v, %v", drawn(g), err)
	}
}

// TestMapNarrows hides, asks for documents and for links; x is a triangle with y and z,
// to which tail hangs by one line and loner by none.
func TestMapNarrows(t *testing.T) {
	s := mapped(t, []string{"x AcuteTrust", "y AcuteTrust", "z Regulator", "tail Alliance", "end Person", "loner AcuteTrust"}, []string{
		"c1 x COLLABORATES_WITH y stated", "c2 x COLLABORATES_WITH y reported doc=other", "c3 z REGULATES x stated", "c4 z REGULATES y stated doc=other",
		"c5 y MEMBER_OF tail stated", "c6 end LEADS tail stated",
	})
	all := []string{"end", "loner", "tail", "x", "y", "z"}
	for name, tt := range map[string]struct {
		q    graph.MapQuery
		want string
	}{
		"everything":               {graph.MapQuery{Show: all}, "end end-tail 1 loner tail x x-y 2 y y-tail 1 z z-x 1 z-y 1"},
		"two links":                {graph.MapQuery{Show: all, Links: 2}, "x x-y 2 y z z-x 1 z-y 1"},
		"one link":                 {graph.MapQuery{Show: all, Links: 1}, "end end-tail 1 tail x x-y 2 y y-tail 1 z z-x 1 z-y 1"},
		"three links":              {graph.MapQuery{Show: all, Links: 3}, ""},
		"hidden":                   {graph.MapQuery{Show: all, Hide: []string{"y", "loner", "nobody"}}, "end end-tail 1 tail x z z-x 1"},
		"hidden, then two links":   {graph.MapQuery{Show: all, Hide: []string{"x"}, Links: 2}, ""},
		"a document":               {graph.MapQuery{Show: all, Filter: graph.Filter{Documents: []string{"other"}}}, "end loner tail x x-y 1 y z z-y 1"},
		"a document of the best":   {graph.MapQuery{Filter: graph.Filter{Documents: []string{"other"}}}, "x x-y 1 y z z-y 1"},
		"a document and links":     {graph.MapQuery{Links: 2, Filter: graph.Filter{Documents: []string{"doc"}}}, ""},
		"a wider kind":             {graph.MapQuery{Show: all, Filter: graph.Filter{Kinds: []string{"Provider"}}}, "loner x x-y 2 y"},
		"parallel claims once":     {graph.MapQuery{Show: []string{"x", "y", "x"}}, "x x-y 2 y"},
		"one that is not there":    {graph.MapQuery{Show: []string{"x", "nobody"}}, "x"},
		"a document and one shown": {graph.MapQuery{Show: []string{"z", "x"}, Filter: graph.Filter{Documents: []string{"other"}}}, "x z"},
	} {
		g, err := s.Map(context.Background(), tt.q)
		if got := strings.Join(drawn(g), " "); err != nil || got != tt.want {
			t.Errorf("%s: %s, %v; want %s", name, got, err, tt.want)
		}
		checkEnds(t, g)
	}
	if _, err := s.Map(context.Background(), graph.MapQuery{Filter: graph.Filter{Documents: []string{"nothing"}}}); graph.KindOf(err) != graph.NotFound {
		t.Errorf("a document that is not there: %v", err)
	}
	g, err := s.Map(context.Background(), graph.MapQuery{Show: all, Links: 2, Hide: []string{"loner"}})
	if want := "1 hidden; 2 joined to fewer than 2 of those shown"; err != nil || g.Why != want || g.Total != 6 {
		t.Errorf("says %q of %d, %v; want %q", g.Why, g.Total, err, want)
	}
}

// TestNoEdgeIsDropped draws 30 bodies that are all joined with each other: within every
// limit all edges between those shown are there.
func TestNoEdgeIsDropped(t *testing.T) {
	var entities, claims []string
	for i := range 30 {
		entities = append(entities, fmt.Sprintf("b%02d AcuteTrust", i))
		for j := range i {
			claims = append(claims, fmt.Sprintf("c%d-%d b%02d COLLABORATES_WITH b%02d stated", i, j, j, i))
		}
	}
	s := mapped(t, entities, claims)
	for _, limit := range []int{2, 7, 30, 100} {
		g, err := s.Map(context.Background(), graph.MapQuery{Filter: graph.Filter{Limit: limit}})
		n := min(limit, 30)
		if err != nil || len(g.Nodes) != n || len(g.Edges) != n*(n-1)/2 || g.Total != 30 {
			t.Errorf("limit %d: %d nodes, %d edges, %+v, %v", limit, len(g.Nodes), len(g.Edges), g.Shown, err)
		}
		checkEnds(t, g)
	}
}
