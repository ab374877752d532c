package graph

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDates(t *testing.T) {
	for text, want := range map[string]struct{ first, over, words string }{
		"2016":       {"2016-01-01", "2017-01-01", "2016"},
		"2016-04":    {"2016-04-01", "2016-05-01", "April 2016"},
		"2016-02-29": {"2016-02-29", "2016-02-29", "29 February 2016"},
	} {
		d, err := ParseDate(text)
		first, _ := d.First()
		over, _ := d.Over()
		got := struct{ first, over, words string }{first.Format("2006-01-02"), over.Format("2006-01-02"), d.Words()}
		if err != nil || got != want {
			t.Errorf("%s: %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"16", "2016-13", "2015-02-29", "2016-4-1", "01/04/2016", "20160401", "soon", "0000"} {
		if _, err := ParseDate(text); err == nil {
			t.Errorf("%q is taken for a date", text)
		}
	}
	if _, known := Date("").First(); known {
		t.Error("the unknown date has a first day")
	}
}

func TestSpans(t *testing.T) {
	for text, words := range map[string]string{"": "", "2004..2022": "2004–2022", "2016-04..": "since April 2016", "..2022-07-01": "until 1 July 2022", "2016-04..2022": "April 2016 to 2022", "2017..2017": "2017"} {
		span, err := ParseSpan(text)
		if err != nil || span.String() != text || span.Words() != words {
			t.Errorf("%q: %q, %q, %v", text, span.String(), span.Words(), err)
		}
	}
	for _, text := range []string{"2016", "2016..2015", "2016-05..2016-04", "x.."} {
		if _, err := ParseSpan(text); err == nil {
			t.Errorf("%q is taken for a span", text)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := Standard()
	if got, want := v.Labels([]string{"TertiaryCentre", "Commissioner"}), []string{"Organisation", "Provider", "AcuteTrust", "TertiaryCentre", "Commissioner"}; !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
	if c := v.Kind("TertiaryCentre").Colour; c != v.Kind("Organisation").Colour {
		t.Errorf("colour %s is not inherited", c)
	}
	more := Vocabulary{Kinds: []Kind{{Name: "Ship", Label: "Ship", Plural: "Ships"}}, Relations: []Relation{{Type: "SAILS_TO", Name: "Sails to", Forward: "sails to", Backward: "is sailed to by", To: []string{"Ship"}}}}
	wider, err := v.Extend(more)
	if err != nil || wider.Relation("SAILS_TO") == nil || v.Relation("SAILS_TO") != nil {
		t.Errorf("extending: %v; want a wider vocabulary and the old one as it was", err)
	}
	for what, bad := range map[string]Vocabulary{
		"label":    {Kinds: []Kind{{Name: "X) DETACH DELETE (n", Label: "x", Plural: "x"}}},
		"reserved": {Kinds: []Kind{{Name: "Entity", Label: "x", Plural: "x"}}},
		"type":     {Relations: []Relation{{Type: "X]->() DELETE", Name: "x", Forward: "x", Backward: "x"}}},
		"twice":    {Kinds: []Kind{{Name: "Person", Label: "x", Plural: "x"}}},
		"parent":   {Kinds: []Kind{{Name: "Ship", Label: "x", Plural: "x", Parent: "Boat"}}},
		"ends":     {Relations: []Relation{{Type: "SAILS_TO", Name: "x", Forward: "x", Backward: "x", From: []string{"Boat"}}}},
		"symmetry": {Relations: []Relation{{Type: "MEETS", Name: "x", Forward: "x", Backward: "y", Symmetric: true}}},
	} {
		if _, err := v.Extend(bad); err == nil {
			t.Errorf("%s: a bad vocabulary is taken", what)
		}
	}
}

func TestBundle(t *testing.T) {
	a, b := Ref{ID: "a"}, Ref{ID: "b"}
	claims := []Evidence{
		{ID: "1", From: b, To: a, Relation: "COLLABORATES_WITH", Status: Opinion, Span: Span{Start: "2016", End: "2018"}},
		{ID: "2", From: a, To: b, Relation: "COLLABORATES_WITH", Status: Stated, Span: Span{Start: "2015", End: "2017"}, Count: 3},
		{ID: "3", From: a, To: b, Relation: "COMMISSIONS", Status: Planned},
		{ID: "4", From: b, To: a, Relation: "COMMISSIONS", Status: Denied},
		{ID: "5", From: a, To: a, Relation: "COMMISSIONS", Status: Denied},
	}
	want := []Edge{
		{ID: "2", From: "a", To: "b", Relation: "COLLABORATES_WITH", Claims: 2, Status: Stated, Count: 3, Span: Span{Start: "2015", End: "2018"}},
		{ID: "3", From: "a", To: "b", Relation: "COMMISSIONS", Claims: 1, Status: Planned},
		{ID: "4", From: "b", To: "a", Relation: "COMMISSIONS", Claims: 1, Status: Denied},
		{ID: "5", From: "a", To: "a", Relation: "COMMISSIONS", Claims: 1, Status: Denied},
	}
	if diff := cmp.Diff(want, Bundle(claims, Standard())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDensest(t *testing.T) {
	// A triangle, a hub with four leaves of its own, and one that stands alone.
	var nodes []Node
	for _, n := range []struct {
		id     string
		degree int
	}{{"hub", 5}, {"a", 2}, {"b", 2}, {"c", 3}, {"l1", 1}, {"l2", 1}, {"l3", 1}, {"l4", 1}, {"alone", 9}} {
		nodes = append(nodes, Node{Ref: Ref{ID: n.id}, Degree: n.degree})
	}
	edges := []Edge{{From: "a", To: "b"}, {From: "b", To: "c"}, {From: "c", To: "a"}, {From: "hub", To: "c"},
		{From: "hub", To: "l1"}, {From: "l2", To: "hub"}, {From: "hub", To: "l3"}, {From: "hub", To: "l4"}, {From: "a", To: "a"}}
	left, lines := Densest(nodes, edges, 3)
	var ids []string
	for _, n := range left {
		ids = append(ids, n.ID)
	}
	if !slices.Equal(ids, []string{"a", "b", "c"}) || len(lines) != 4 || len(nodes) != 9 {
		t.Errorf("left are %v with %d lines; want the triangle with its three sides and the loop", ids, len(lines))
	}
	if left, _ := Densest(nodes, edges, 20); len(left) != 9 {
		t.Errorf("%d of 9 are left where all may stay", len(left))
	}
}

func TestMergeDoesNotDependOnOrder(t *testing.T) {
	x := Described{Dataset: "x", Entity: Entity{ID: "e", Name: "One", Kinds: []string{"Provider"}, Note: "n"}}
	y := Described{Dataset: "y", Entity: Entity{ID: "e", Name: "Two", Aliases: []string{"One"}, Kinds: []string{"AcuteTrust"}, Span: Span{Start: "1990"}}}
	want := Entity{ID: "e", Name: "One", Aliases: []string{"Two"}, Kinds: []string{"Provider", "AcuteTrust"}, Span: Span{Start: "1990"}, Note: "n"}
	for _, order := range [][]Described{{x, y}, {y, x}} {
		if diff := cmp.Diff(want, Merge(order)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	if len(y.Entity.Aliases) != 1 || len(x.Entity.Kinds) != 1 {
		t.Error("merging changed what it was given")
	}
}

func TestCheckPhrases(t *testing.T) {
	texts := map[string][]string{"d": Paragraphs("First\u00a0one, “as said”.\n\n\u00a0\nThe trust’s plan – now\n")}
	d := &Dataset{Claims: []Claim{
		{Document: "d", Locator: "¶1", Phrase: `one, "as said"`}, {Document: "d", Locator: "¶2", Phrase: "trust's plan - now"},
		{Document: "d", Locator: "¶1", Phrase: "trust's plan"}, {Document: "d", Locator: "¶3", Phrase: "x"}, {Document: "d", Locator: "page 2", Phrase: "x"}, {Document: "d", Locator: "¶1"},
	}}
	problems := d.CheckPhrases(texts)
	want := []string{"it stands in ¶2", "¶1 to ¶2", "¶1 to ¶2", "is missing"}
	if len(problems) != len(want) {
		t.Fatalf("%v", problems)
	}
	for i, p := range problems {
		if !strings.Contains(p.Message, want[i]) {
			t.Errorf("%q does not say %q", p.Message, want[i])
		}
	}
}

func TestCheckCoverage(t *testing.T) {
	d := &Dataset{
		Documents: []Document{{ID: "d", Paragraphs: 3, Passed: []Passed{{"¶2", "a heading"}, {"¶1", "a heading"}}}, {ID: "e", Paragraphs: 2}, {ID: "not counted"}},
		Claims:    []Claim{{Document: "d", Locator: "¶1"}, {Document: "e", Locator: "¶1"}},
	}
	problems := d.CheckCoverage(map[string][]string{"d": {"a", "b", "c"}, "e": {"a"}, "not counted": {"x"}})
	want := []string{"¶1 of d is passed over", "¶3 of d has no claim", "the text of e has 1", "¶2 of e has no claim"}
	if len(problems) != len(want) {
		t.Fatalf("%v", problems)
	}
	for i, p := range problems {
		if !strings.Contains(p.Message, want[i]) {
			t.Errorf("%q does not say %q", p.Message, want[i])
		}
	}
}

func TestErrors(t *testing.T) {
	if got := ExitCode(Errorf(Invalid, "x")); got != 2 {
		t.Errorf("bad input exits %d", got)
	}
	if got := HTTPStatus(os.ErrClosed); got != 500 {
		t.Errorf("an unknown error answers %d", got)
	}
	cause := os.ErrPermission
	err := Errorf(Unavailable, "no").Because(cause)
	if err.Error() != "no" || KindOf(err) != Unavailable || err.Unwrap() != cause {
		t.Errorf("%v hides or shows too much", err)
	}
}

// TestNoPlaceNames holds the code to its word: the NHS is in the vocabulary and
// the datasets, so no other file of the program names a kind or a relation, but for
// the readers of official formats, which must know what a column means.
func TestNoPlaceNames(t *testing.T) {
	var words []string
	for _, k := range Standard().Kinds {
		if len(k.Name) > 12 {
			words = append(words, `"`+k.Name+`"`)
		}
	}
	for _, r := range Standard().Relations {
		words = append(words, `"`+r.Type+`"`)
	}
	looked := 0
	for _, pattern := range []string{"../graph/*.go", "../graph/*/*.go", "../graph/source/folder/*.go", "../graph/source/mapping/*.go", "../cypher/*.go", "../web/*.go", "../web/pages/*.go", "../cmd/mapper/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "../graph/bench/") { // which makes a dataset up
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			looked++
			for _, word := range words {
				if strings.Contains(string(text), word) {
					t.Errorf("%s names %s: that belongs in the vocabulary", file, word)
				}
			}
		}
	}
	if looked < 40 {
		t.Errorf("only %d files looked at", looked)
	}
}
