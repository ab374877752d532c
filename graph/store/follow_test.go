package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mapper/graph"
)

// a-m-b and a-n-b are the shortest paths; decoys are a longer way, speech, a denied line
// and a line that is over.
var followed = [][]string{{
	"a AcuteTrust", "b AcuteTrust", "c AcuteTrust", "m Alliance", "n ClinicalNetwork", "far1 Alliance", "far2 AcuteTrust", "critic Person", "lone AcuteTrust", "old Alliance end=2015",
}, {
	"c1 a MEMBER_OF m stated", "c2 b MEMBER_OF m stated", "c3 a MEMBER_OF n stated start=2018", "c4 b MEMBER_OF n planned", "c5 c MEMBER_OF m stated",
	"d1 critic SPOKE_ABOUT a stated", "d2 critic SPOKE_ABOUT b stated", "d3 a COLLABORATES_WITH b denied",
	"d4 a MEMBER_OF far1 stated", "d5 far2 MEMBER_OF far1 stated", "d6 b COLLABORATES_WITH far2 stated", "d7 a MEMBER_OF old stated", "d8 c MEMBER_OF old stated",
}}

func TestPaths(t *testing.T) {
	s := mapped(t, followed[0], followed[1])
	ctx := context.Background()
	for name, tt := range map[string]struct {
		q    graph.PathQuery
		want string
	}{
		"two":           {graph.PathQuery{Via: []string{"a", "b"}}, "2: a-m-b a-n-b"},
		"on a day":      {graph.PathQuery{Via: []string{"a", "b"}, AsAt: day(t, "2016-01-01")}, "2: a-m-b"},
		"by a relation": {graph.PathQuery{Via: []string{"a", "b"}, Relations: []string{"SPOKE_ABOUT"}}, "2: a-critic-b"},
		"three":         {graph.PathQuery{Via: []string{"a", "b", "c"}}, "2: a-m-b a-n-b a-m-c a-old-c b-m-c"},
		"none":          {graph.PathQuery{Via: []string{"a", "lone"}}, "0:"},
		"too far":       {graph.PathQuery{Via: []string{"a", "far2"}, Max: 1}, "0:"},
	} {
		found, err := s.Paths(ctx, tt.q)
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		for _, p := range found.Paths {
			paths = append(paths, strings.Join(p, "-"))
		}
		if got := strings.TrimSpace(fmt.Sprintf("%d: %s", found.Length, strings.Join(paths, " "))); got != tt.want {
			t.Errorf("%s: %s; want %s", name, got, tt.want)
		}
		if pairs := len(tt.q.Via) * (len(tt.q.Via) - 1) / 2; len(found.Pairs) != pairs {
			t.Errorf("%s: pairs %+v", name, found.Pairs)
		}
		checkEnds(t, found.Subgraph)
	}
	for via, kind := range map[string]graph.ErrorKind{"a nobody": graph.NotFound, "a a": graph.Invalid} {
		if _, err := s.Paths(ctx, graph.PathQuery{Via: strings.Fields(via)}); graph.KindOf(err) != kind {
			t.Errorf("%s: %v", via, err)
		}
	}
}

func TestShared(t *testing.T) {
	s := mapped(t, followed[0], followed[1])
	ctx := context.Background()
	for name, tt := range map[string]struct {
		q    graph.SharedQuery
		want string
	}{
		"three":         {graph.SharedQuery{IDs: []string{"a", "b", "c"}}, "m:3 n:2 old:2"},
		"on a day":      {graph.SharedQuery{IDs: []string{"a", "b", "c"}, AsAt: day(t, "2017-01-01")}, "m:3"},
		"speech":        {graph.SharedQuery{IDs: []string{"a", "b"}, Relations: []string{"SPOKE_ABOUT"}}, "critic:2"},
		"only the most": {graph.SharedQuery{IDs: []string{"a", "b", "c"}, Limit: 1}, "m:3"},
		"nothing":       {graph.SharedQuery{IDs: []string{"a", "lone"}}, ""},
	} {
		found, err := s.Shared(ctx, tt.q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, one := range found.Shared {
			got = append(got, fmt.Sprintf("%s:%d", one.ID, one.Shared))
			if len(one.With) != one.Shared {
				t.Errorf("%s: %+v", name, one)
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v; want %s", name, got, tt.want)
		}
		if len(found.Nodes) != len(tt.q.IDs)+len(found.Shared) {
			t.Errorf("%s: %d nodes", name, len(found.Nodes))
		}
		checkEnds(t, found.Subgraph)
	}
	found, err := s.Shared(ctx, graph.SharedQuery{IDs: []string{"a", "b", "c"}, Limit: 1})
	if err != nil || found.Total != 6 || found.Why == "" {
		t.Errorf("cut: %+v, %v", found.Shown, err)
	}
	if _, err := s.Shared(ctx, graph.SharedQuery{IDs: []string{"a", "nobody"}}); graph.KindOf(err) != graph.NotFound {
		t.Errorf("unknown: %v", err)
	}
}

func TestAround(t *testing.T) {
	s := mapped(t, followed[0], followed[1])
	ctx := context.Background()
	for name, tt := range map[string]struct {
		q    graph.AroundQuery
		want string
	}{
		"one step":      {graph.AroundQuery{ID: "c", Steps: 1}, "c m old; 2"},
		"two steps":     {graph.AroundQuery{ID: "c", Steps: 2}, "a b c m old; 2 2"},
		"three steps":   {graph.AroundQuery{ID: "c", Steps: 3}, "a b c far1 far2 m n old; 2 2 3"},
		"on a day":      {graph.AroundQuery{ID: "c", Steps: 2, AsAt: day(t, "2017-01-01")}, "a b c m; 1 2"},
		"by a relation": {graph.AroundQuery{ID: "far2", Steps: 4, Relations: []string{"COLLABORATES_WITH"}}, "b far2; 1"}, // that a and b work together is denied
		"alone":         {graph.AroundQuery{ID: "lone", Steps: 4}, "lone; 0"},
	} {
		found, err := s.Around(ctx, tt.q)
		if err != nil {
			t.Fatal(err)
		}
		shown := []string{}
		for _, n := range found.Nodes {
			shown = append(shown, n.ID)
		}
		slices.Sort(shown)
		got := strings.Join(shown, " ") + ";"
		for _, step := range found.Steps {
			if step.Total > 0 || len(found.Steps) == 1 {
				got += fmt.Sprintf(" %d", step.Total)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s; want %s", name, got, tt.want)
		}
		checkEnds(t, found.Subgraph)
	}
	found, err := s.Around(ctx, graph.AroundQuery{ID: "c", Steps: 3, Limit: 2})
	if err != nil || len(found.Nodes) != 3 || found.Total != 8 || found.Why == "" || len(found.Edges) < 2 {
		t.Errorf("cut: %+v, %d edges, %v", found.Shown, len(found.Edges), err)
	}
	if _, err := s.Around(ctx, graph.AroundQuery{ID: "nobody", Steps: 1}); graph.KindOf(err) != graph.NotFound {
		t.Errorf("unknown: %v", err)
	}
}

func TestEvents(t *testing.T) {
	s := mapped(t, []string{"old AcuteTrust start=2000 end=2015-04-01", "new AcuteTrust start=2015-04-01", "club Alliance start=2013-05", "plan AcuteTrust"}, []string{
		"s1 old SUCCEEDED_BY new stated start=2015-04-01", "s2 old SUCCEEDED_BY new reported start=2015-04-01 doc=other", "s3 plan SUCCEEDED_BY new planned start=2016", "c1 new MEMBER_OF club stated start=2014 end=2016",
	})
	found, err := s.Events(context.Background(), graph.MapQuery{Show: []string{"old", "club", "plan", "new"}, Was: day(t, "1999-01-01"), Filter: graph.Filter{AsAt: day(t, "1990-01-01")}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range found.Items {
		got = append(got, fmt.Sprintf("%s %s %s %d", e.Day, e.Precision, e.Kind, len(e.Entities)))
	}
	want := "2000 year founded 1; 2013-05 month founded 1; 2015-04-01 day ended 1; 2015-04-01 day founded 1; 2015-04-01 day succeeded 2"
	if strings.Join(slices.Sorted(slices.Values(got)), "; ") != want {
		t.Errorf("%s", got)
	}
	if found.From != 2000 || found.To != 2016 || len(found.Years) != 17 || found.Years[15].Starts != 1 || found.Years[15].Ends != 1 || found.Years[14].EdgeStarts != 1 || found.Total != 5 {
		t.Errorf("%+v", found)
	}
	if none, err := s.Events(context.Background(), graph.MapQuery{Show: []string{"plan"}}); err != nil || len(none.Items)+len(none.Years)+none.From != 0 {
		t.Errorf("without dates: %+v, %v", none, err)
	}
}

func TestProof(t *testing.T) {
	s := mapped(t, followed[0], followed[1])
	ctx := context.Background()
	q := graph.MapQuery{Show: []string{"a", "b", "m", "n"}, Hide: []string{"n"}}
	whole, err := s.Proof(ctx, q, 0, 100)
	if err != nil || whole.Total != 3 || len(whole.Items) != 3 || len(whole.Documents) != 1 || whole.Documents[0].Claims != 3 || whole.Items[0].Document.Name != "doc" {
		t.Fatalf("%+v, %v", whole, err)
	}
	part, err := s.Proof(ctx, q, 1, 1)
	if err != nil || len(part.Items) != 1 || part.Items[0].ID != whole.Items[1].ID || part.Total != 3 || part.Why == "" {
		t.Errorf("a part: %+v, %v", part, err)
	}
	if beyond, err := s.Proof(ctx, q, 50, 10); err != nil || len(beyond.Items) != 0 || beyond.Total != 3 {
		t.Errorf("beyond: %+v, %v", beyond, err)
	}
	if _, err := s.Console(ctx, graph.ConsoleQuery{Statement: whole.Cypher, Limit: 10}); err != nil {
		t.Errorf("the statement does not run: %v", err)
	}
	q.AsAt = day(t, "2017-01-01")
	dated, err := s.Proof(ctx, q, 0, 100)
	if err != nil || !strings.Contains(dated.Cypher, `date("2017-01-01")`) {
		t.Errorf("%v: %s", err, dated.Cypher)
	}
	taken, err := s.Taken(ctx, q)
	if err != nil || len(taken.Edges) != 3 || len(taken.Behind) != 3 || taken.Behind[taken.Edges[0].ID][0] != "doc" {
		t.Errorf("%+v, %v", taken, err)
	}
}
