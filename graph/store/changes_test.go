package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"mapper/graph"
)

// TestChanges counts by hand what changed between 2015 and 2020. Decoys are an edge
// that another claim keeps up, one that is denied, speech, and what changed before or after.
func TestChanges(t *testing.T) {
	s := mapped(t, []string{
		"a AcuteTrust", "b AcuteTrust start=2017", "c AcuteTrust end=2018", "d Alliance", "e Regulator", "p Person",
		"old AcuteTrust end=2018-03-31", "new AcuteTrust start=2018-04-01", "x Alliance end=2018-03-31", "y Alliance start=2018-04-01", "early AcuteTrust end=2010", "late AcuteTrust start=2022",
	}, []string{
		"c1 a MEMBER_OF d stated start=2017", "c2 c MEMBER_OF d stated", "c3 e REGULATES a planned end=2016", "c4 e REGULATES a stated start=2014",
		"c5 e REGULATES d denied start=2017", "c6 p SPOKE_ABOUT a stated start=2017", "c7 early MEMBER_OF d stated", "c8 late MEMBER_OF d stated",
		"s1 old SUCCEEDED_BY new stated start=2018-04-01 role=renamed", "s2 x SUCCEEDED_BY y stated start=2018-04-01", "s3 early SUCCEEDED_BY a stated start=2011", "s4 a SUCCEEDED_BY late planned start=2019",
	})
	ctx := context.Background()
	for name, tt := range map[string]struct {
		q    graph.DifferenceQuery
		want string
	}{
		"everything": {graph.DifferenceQuery{},
			"came a-MEMBER_OF-d:1, came b, renamed new, renamed old, renamed old-SUCCEEDED_BY-new:1, succeeded x, succeeded x-SUCCEEDED_BY-y:1, came y, went c, went c-MEMBER_OF-d:1"},
		"a relation":     {graph.DifferenceQuery{Relations: []string{"MEMBER_OF"}}, "came a-MEMBER_OF-d:1, went c-MEMBER_OF-d:1"},
		"successions":    {graph.DifferenceQuery{Relations: []string{"SUCCEEDED_BY"}}, "renamed old-SUCCEEDED_BY-new:1, succeeded x-SUCCEEDED_BY-y:1"},
		"speech":         {graph.DifferenceQuery{Relations: []string{"SPOKE_ABOUT"}}, "came p-SPOKE_ABOUT-a:1"},
		"a kind":         {graph.DifferenceQuery{Kinds: []string{"Collaborative"}}, "came a-MEMBER_OF-d:1, succeeded x, succeeded x-SUCCEEDED_BY-y:1, came y, went c-MEMBER_OF-d:1"},
		"one body":       {graph.DifferenceQuery{Entities: []string{"c"}}, "went c, went c-MEMBER_OF-d:1"},
		"one end of two": {graph.DifferenceQuery{Entities: []string{"x"}}, "succeeded x, succeeded x-SUCCEEDED_BY-y:1"},
		"nothing":        {graph.DifferenceQuery{Entities: []string{"e"}}, ""},
	} {
		tt.q.From, tt.q.To = day(t, "2015-06-01"), day(t, "2020-06-01")
		found, err := s.Changes(ctx, tt.q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		counts := map[string]int{}
		for _, one := range found.Items {
			text := string(one.Change) + " " + one.From.ID
			if one.What == "edge" {
				text += "-" + one.Relation + "-" + one.To.ID + ":" + string(rune('0'+len(one.Claims)))
			}
			got = append(got, text)
			counts[one.What+string(one.Change)]++
		}
		want := strings.Split(tt.want, ", ")
		slices.Sort(want)
		slices.Sort(got)
		if strings.Join(got, ", ") != strings.Join(want, ", ") {
			t.Errorf("%s:\n got %v\nwant %v", name, got, want)
		}
		if found.Came != counts["entitycame"] || found.Went != counts["entitywent"] || found.Renamed != counts["entityrenamed"] || found.Succeeded != counts["entitysucceeded"] ||
			found.EdgesCame != counts["edgecame"] || found.EdgesWent != counts["edgewent"] || found.Total != len(got) {
			t.Errorf("%s: counts %+v of %v", name, found.Comparison, counts)
		}
	}
	for _, q := range []graph.DifferenceQuery{{Entities: []string{"nobody"}}, {Kinds: []string{"Nothing"}}, {Relations: []string{"LIKES"}}} {
		q.From, q.To = day(t, "2015-06-01"), day(t, "2020-06-01")
		if _, err := s.Changes(ctx, q); graph.ExitCode(err) != 2 {
			t.Errorf("%+v: %v", q, err)
		}
	}
}
