package web

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"mapper/graph"
)

func TestKindBeforeAColon(t *testing.T) {
	tests := []struct{ target, text, kind, note string }{
		{"q=acute+trust:+royal", "royal", "AcuteTrust", ""},
		{"q=ACUTE+TRUSTS:royal", "royal", "AcuteTrust", ""},
		{"q=acutetrust:royal", "royal", "AcuteTrust", ""},
		{"q=trust:+royal", "royal", "AmbulanceTrust", ""},
		{"q=trust:", "", "", "after the colon"},
		{"q=trust:+royal&kind=AcuteTrust", "royal", "AcuteTrust", ""},
		{"q=trust:+royal&kind=Person", "", "", "both kinds"},
		{"q=bakery:+royal", "royal", "", "“bakery” is no kind, so every kind"},
		{"q=ods:RRV", "ods:RRV", "", "“ods” is no kind, and no code"},
	}
	for _, tt := range tests {
		f := &fake{}
		w := ask(serve(t, f), "GET", "/api/search?"+tt.target, "")
		var hits graph.Hits
		if err := json.Unmarshal(w.Body.Bytes(), &hits); err != nil || w.Code != 200 {
			t.Fatalf("%s: %d %s", tt.target, w.Code, w.Body)
		}
		if f.search.Text != tt.text || tt.kind != "" && !slices.Contains(f.search.Kinds, tt.kind) || tt.kind == "" && len(f.search.Kinds) > 0 {
			t.Errorf("%s: searched %+v", tt.target, f.search)
		}
		if (tt.note == "") != (hits.Note == "") || !strings.Contains(hits.Note, tt.note) {
			t.Errorf("%s: notes %q", tt.target, hits.Note)
		}
	}
	f := &fake{large: true}
	if w := ask(serve(t, f), "GET", "/search?q=ods:RRV", ""); f.search.Text != "ods:RRV" || strings.Contains(w.Body.String(), "is no kind") {
		t.Errorf("a code that is found: %+v", f.search)
	}
	if w := ask(serve(t, f), "GET", "/search?q=trust:+royal", ""); !strings.Contains(w.Body.String(), "Only among Acute trusts,") {
		t.Errorf("the page does not say which kinds: %s", w.Body)
	}
}
