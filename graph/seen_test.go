package graph

import (
	"testing"
)

func TestSeenIn(t *testing.T) {
	releases := []Release{{Ref: Ref{ID: "r1"}}, {Ref: Ref{ID: "r2"}}, {Ref: Ref{ID: "r3"}}}
	for _, tt := range []struct {
		first, last string
		want        string // first, last and the one without it
	}{
		{"", "", "none"},
		{"r1", "", "r1 r3 "},
		{"r3", "", "r3 r3 "},
		{"r1", "r1", "r1 r1 r2"},
		{"r1", "r2", "r1 r2 r3"},
		{"r4", "", "r4 r4 "},   // a load of r4 is not finished
		{"r1", "r3", "r1 r3 "}, // likewise, and r4 lacks it
		{"old", "older", "old older "},
	} {
		got := "none"
		if s := SeenIn("d", tt.first, tt.last, releases); s != nil {
			got = s.First.ID + " " + s.Last.ID + " "
			if s.Gone != nil {
				got += s.Gone.ID
			}
		}
		if got != tt.want {
			t.Errorf("first %q, last %q: %s, want %s", tt.first, tt.last, got, tt.want)
		}
	}
	if s := SeenIn("d", "r1", "", nil); s.Last.ID != "r1" {
		t.Errorf("no release is finished: %+v", s)
	}
}
