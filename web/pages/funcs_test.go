package pages

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/cypher"
	"mapper/graph"
)

func day(t *testing.T, text string) graph.Day {
	t.Helper()
	d, err := graph.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAddresses(t *testing.T) {
	at := day(t, "2021-04-01")
	here := "/views/x?as_at=2021-04-01&status=planned&kind=B&kind=A&empty="
	tests := []struct{ name, got, want string }{
		{"no day", Link(graph.Day{}, "/entities/", "ods:RRV"), "/entities/ods:RRV"},
		{"day", Link(at, "/entities/", "ods:RRV"), "/entities/ods:RRV?as_at=2021-04-01"},
		{"id that would break out", Link(at, "/edges/", "a/b?c#d é"), "/edges/a%2Fb%3Fc%23d%20%C3%A9?as_at=2021-04-01"},
		{"no id", Link(at, "/map"), "/map?as_at=2021-04-01"},
		{"address without parameters", Address(graph.Day{}, "/map", "show", ""), "/map"},
		{"address", Address(at, "/map", "show", "a:b", "show", "c&d", "kind", ""), "/map?as_at=2021-04-01&show=a%3Ab&show=c%26d"},
		{"odd pairs", Address(graph.Day{}, "/map", "show"), "/map"},
		{"bare", bare(here), "/views/x"},
		{"bare keeps escapes", bare("/entities/a%2Fb?x=1"), "/entities/a%2Fb"},
		{"bare of nonsense", bare("%zz"), "/"},
		{"without", without(here, "as_at", "kind", "empty"), "/views/x?status=planned"},
		{"without all", without("/map?as_at=2021-04-01", "as_at"), "/map"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, test.got, test.want)
		}
	}
	want := []Field{{"empty", ""}, {"kind", "B"}, {"kind", "A"}, {"status", "planned"}}
	if diff := cmp.Diff(want, others(here, "as_at")); diff != "" {
		t.Errorf("others (-want +got):\n%s", diff)
	}
	if got := others("%zz"); got != nil {
		t.Errorf("others of nonsense: %v", got)
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ name, got, want string }{
		{"one", plural(1, "claim", "claims"), "1 claim"},
		{"none", plural(0, "claim", "claims"), "0 claims"},
		{"many", plural(1234567, "claim", "claims"), "1,234,567 claims"},
		{"negative", number(-1234), "−1,234"},
		{"hundreds", number(int64(999)), "999"},
		{"spaced", spaced("from_day"), "From day"},
		{"spaced nothing", spaced(""), ""},
		{"label", statusLabel(graph.Planned), "Planned or expected"},
		{"unknown label", statusLabel("rumour"), "rumour"},
		{"unknown meaning", statusMeaning("rumour"), ""},
		{"date field", input("date"), "date"},
		{"entity field", input("entity"), "text"},
		{"share", share(33.3333), "33.3333"},
		{"share of nearly nothing", share(0.001), "0.5"},
		{"share of nothing", share(0), "0"},
		{"share beyond all", share(250), "100"},
		{"share below nothing", share(-3), "0"},
		{"fill", fill(graph.Opinion), "url(#fill-opinion)"},
		{"no fill", fill(graph.Stated), ""},
		{"fill of the unknown", fill(`"><script>`), ""},
		{"mode", mode(nil), "overview"},
		{"mode with nodes", mode([]string{"a"}), "explore"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
	for _, s := range graph.Statuses {
		if statusLabels[s] == "" || statusMeanings[s] == "" {
			t.Errorf("the status %s has no words", s)
		}
	}
}

func TestCell(t *testing.T) {
	body := graph.Ref{ID: "ods:RRV", Name: "A trust", Kinds: []string{"AcuteTrust"}}
	paper := graph.Ref{ID: "000", Name: "A paper"}
	claim := []graph.ClaimRef{{ID: "articles:C1", Status: graph.Opinion}}
	tests := []struct {
		name   string
		column string
		value  any
		want   Cell
	}{
		{"nothing", "text", nil, Cell{Type: "none"}},
		{"empty text", "text", "", Cell{Type: "none"}},
		{"no body", "entity", (*graph.Ref)(nil), Cell{Type: "none"}},
		{"no bodies", "entities", []graph.Ref{}, Cell{Type: "none"}},
		{"no claims", "claims", []graph.ClaimRef{}, Cell{Type: "none"}},
		{"empty list", "value", []any{}, Cell{Type: "none"}},
		{"body", "entity", body, Cell{Type: "entity", Refs: []graph.Ref{body}}},
		{"pointer to a body", "entity", &body, Cell{Type: "entity", Refs: []graph.Ref{body}}},
		{"body in the console", "value", body, Cell{Type: "entity", Refs: []graph.Ref{body}}},
		{"node in the console", "value", graph.Node{Ref: body}, Cell{Type: "entity", Refs: []graph.Ref{body}}},
		{"document", "document", paper, Cell{Type: "document", Refs: []graph.Ref{paper}}},
		{"document in the console", "value", paper, Cell{Type: "document", Refs: []graph.Ref{paper}}},
		{"body without kinds", "entity", paper, Cell{Type: "entity", Refs: []graph.Ref{paper}}},
		{"documents", "documents", []graph.Ref{paper, paper}, Cell{Type: "document", Refs: []graph.Ref{paper, paper}}},
		{"claims", "claims", claim, Cell{Type: "claims", Claims: claim}},
		{"status", "status", "denied", Cell{Type: "status", Status: graph.Denied}},
		{"typed status", "value", graph.Denied, Cell{Type: "status", Status: graph.Denied}},
		{"relation", "relation", "COMMISSIONS", Cell{Type: "relation", Text: "COMMISSIONS"}},
		{"date", "date", "2016-04", Cell{Type: "text", Text: "April 2016"}},
		{"what is no date", "date", "soon", Cell{Type: "text", Text: "soon"}},
		{"span", "span", "2004..2022", Cell{Type: "text", Text: "2004–2022"}},
		{"integer", "integer", int64(12345), Cell{Type: "number", Text: "12,345"}},
		{"int", "integer", 7, Cell{Type: "number", Text: "7"}},
		{"whole number", "number", 2.0, Cell{Type: "number", Text: "2"}},
		{"fraction", "number", 2.504, Cell{Type: "number", Text: "2.5"}},
		{"true", "boolean", true, Cell{Type: "text", Text: "Yes"}},
		{"false", "boolean", false, Cell{Type: "text", Text: "No"}},
		{"list", "value", []any{"a", int64(1000), body, graph.Node{Ref: paper}, nil, false}, Cell{Type: "text", Text: "a, 1,000, A trust, A paper, , No"}},
		{"map", "value", map[string]any{"b": int64(1), "a": "x"}, Cell{Type: "text", Text: `{"a":"x","b":1}`}},
		{"day", "value", day(t, "2021-04-01"), Cell{Type: "text", Text: "2021-04-01"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, cell(graph.Column{Type: test.column}, test.value)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLists(t *testing.T) {
	if has([]graph.Status{graph.Stated}, graph.Denied) || !has([]graph.Status{graph.Denied}, "denied") || has(nil, "") {
		t.Error("has does not tell what is in a list")
	}
	if n := len(head([]int{1, 2, 3}, 2).([]int)); n != 2 {
		t.Errorf("head gives %d of 2", n)
	}
	if n := len(head([]int{1}, 2).([]int)); n != 1 {
		t.Errorf("head gives %d of 1", n)
	}
	if over([]int{1, 2, 3}, 2) != 1 || over([]int{1}, 2) != 0 {
		t.Error("over does not count what is left")
	}
	if got := nodes([]graph.Node{{Ref: graph.Ref{ID: "a", Name: "A"}}})["a"].Name; got != "A" {
		t.Errorf("nodes finds %q", got)
	}
	got := params([]cypher.Param{{Name: "as_at"}, {Name: "kind"}})
	if len(got) != 1 || got[0].Name != "kind" {
		t.Errorf("params keeps %v", got)
	}
	if clip("Ärzte", 2) != "Är…" || clip("Är", 2) != "Är" {
		t.Error("clip cuts signs in two")
	}
}

func TestDict(t *testing.T) {
	m, err := dict("a", 1, "b", nil)
	if err != nil || len(m) != 2 || m["a"] != 1 {
		t.Errorf("dict gives %v, %v", m, err)
	}
	for _, bad := range [][]any{{"a"}, {1, 2}} {
		if _, err := dict(bad...); err == nil {
			t.Errorf("dict takes %v", bad)
		}
	}
}

// What the island reads must not be able to end its block, and lists are never null.
func TestData(t *testing.T) {
	got, err := data(map[string]any{"text": "</script><!--", "query": state(nil, []string{"R"}, nil, []graph.Status{graph.Stated}, "x")})
	want := `{"query":{"show":[],"relations":["R"],"kinds":[],"statuses":["stated"],"selected":"x"},"text":"\u003c/script\u003e\u003c!--"}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
	if _, err := data(func() {}); err == nil {
		t.Error("a function became data")
	}
}
