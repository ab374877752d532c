package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mapper/graph"
)

// found is what the searches below look through: two bodies under one code, names
// that start alike, and others that only hold the word.
func found() *graph.Dataset {
	kinds := func(kind string) []string { return []string{kind} }
	code := func(text string) []graph.Code {
		c, err := graph.ParseCode(text)
		if err != nil {
			panic(err)
		}
		return []graph.Code{c}
	}
	d := &graph.Dataset{ID: "found", Title: "Found", Documents: []graph.Document{{ID: "list", Title: "List"}},
		Entities: []graph.Entity{
			{ID: "ods:06K", Name: "NHS East and North Hertfordshire CCG", Kinds: kinds("ClinicalCommissioningGroup"), Codes: code("ods:06K@2013-04-01..2022-07-01"), Span: graph.Span{Start: "2013-04-01", End: "2022-07-01"}},
			{ID: "ods:06K:sub-icb", Name: "East and North Hertfordshire", Kinds: kinds("Commissioner"), Codes: code("ods:06K@2022-07-01.."), Span: graph.Span{Start: "2022-07-01"}},
			{ID: "area:06K", Name: "An area", Kinds: kinds("Group"), Codes: code("ods-area:06K")},
			{ID: "ods:06K01", Name: "A surgery", Kinds: kinds("GPPractice"), Codes: code("ods:06K01"), Aliases: []string{"The Old Monitor House"}},
			{ID: "royal", Name: "Royal Free London NHS Foundation Trust", Kinds: kinds("AcuteTrust")},
			{ID: "royalty", Name: "Royalty Clinic", Kinds: kinds("Provider")},
			{ID: "college", Name: "College of the Royal Surgeons", Kinds: kinds("MembershipBody")},
			{ID: "george", Name: "St George's Hospital", Kinds: kinds("Provider")},
			{ID: "stub", Name: "7A1", Kinds: kinds("Organisation"), Codes: code("ods:7A1"), Stub: true},
		}}
	for i, id := range []string{"royal", "ods:06K", "college"} {
		d.Claims = append(d.Claims, graph.Claim{ID: fmt.Sprint("c", i), From: "royalty", Relation: "COLLABORATES_WITH", To: id, Status: graph.Stated, Document: "list"})
	}
	return d
}

func TestSearch(t *testing.T) {
	s := open(t)
	load(t, s, found())
	day := func(text string) graph.Day {
		d, err := graph.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for name, ask := range map[string]struct {
		q    graph.SearchQuery
		want string // ids in order
	}{
		"a code: all that bore it, the latest first": {graph.SearchQuery{Text: "06k"}, "ods:06K:sub-icb area:06K ods:06K ods:06K01"},
		"a code with its scheme":                     {graph.SearchQuery{Text: "ods:06K"}, "ods:06K:sub-icb ods:06K ods:06K01"},
		"a code on a day":                            {graph.SearchQuery{Text: "ods:06K", AsAt: day("2021-01-01")}, "ods:06K ods:06K01"},
		"a code of a kind":                           {graph.SearchQuery{Text: "06K", Kinds: []string{"ClinicalCommissioningGroup"}}, "ods:06K"},
		"names that start so, whole words first":     {graph.SearchQuery{Text: "royal"}, "royal royalty college"},
		"a part of a word: the best connected first": {graph.SearchQuery{Text: "roya"}, "royalty royal college"},
		"two words":                  {graph.SearchQuery{Text: "royal fr"}, "royal"},
		"in capitals":                {graph.SearchQuery{Text: "ROYAL FREE"}, "royal"},
		"an alias":                   {graph.SearchQuery{Text: "old mon"}, "ods:06K01"},
		"a word that is passed over": {graph.SearchQuery{Text: "college of"}, "college"},
		"an apostrophe":              {graph.SearchQuery{Text: "st george's"}, "george"},
		"none where there is one":    {graph.SearchQuery{Text: "st george hosp"}, "george"},
		"a kind above":               {graph.SearchQuery{Text: "royal", Kinds: []string{"Provider"}}, "royal royalty"},
		"nothing":                    {graph.SearchQuery{Text: "no such name"}, ""},
		"signs alone":                {graph.SearchQuery{Text: "+*?"}, ""},
		"only the first":             {graph.SearchQuery{Text: "royal", Limit: 1}, "royal"},
	} {
		hits, err := s.Search(context.Background(), ask.q)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var ids []string
		for _, h := range hits.Items {
			ids = append(ids, h.ID)
		}
		if got := strings.Join(ids, " "); got != ask.want {
			t.Errorf("%s: %s, want %s", name, got, ask.want)
		}
		if hits.Shown.Shown != len(ids) || hits.Total < len(ids) || (hits.Total > len(ids)) != (hits.Why != "") {
			t.Errorf("%s: %+v", name, hits.Shown)
		}
	}
}

// TestSearchHit looks at what a hit says of itself.
func TestSearchHit(t *testing.T) {
	s := open(t)
	load(t, s, found())
	first := func(text string) graph.Hit {
		hits, err := s.Search(context.Background(), graph.SearchQuery{Text: text})
		if err != nil || len(hits.Items) == 0 {
			t.Fatalf("%q: %v, %v", text, hits, err)
		}
		return hits.Items[0]
	}
	if h := first("ods:06K"); h.Matched != "ods:06K" || len(h.Codes) != 1 || h.Codes[0].String() != "ods:06K@2022-07-01.." || h.Start != "2022-07-01" {
		t.Errorf("by its code: %+v", h)
	}
	if h := first("monitor"); h.Matched != "The Old Monitor House" || h.Codes != nil {
		t.Errorf("by its alias: %+v", h)
	}
	if h := first("royalty"); h.Matched != "" || !slices.Equal(h.Kinds, []string{"Provider"}) {
		t.Errorf("by its name: %+v", h)
	}
	if h := first("7a1"); !h.Stub {
		t.Errorf("a stub: %+v", h)
	}
}

// TestSearchAmongMany has more names alike than are weighed: it says so, finds the
// one that is called just so, and looks past them for another kind.
func TestSearchAmongMany(t *testing.T) {
	s := open(t)
	d := &graph.Dataset{ID: "many", Title: "Many", Documents: []graph.Document{{ID: "list", Title: "List"}}}
	for i := range 200 {
		d.Entities = append(d.Entities, graph.Entity{ID: fmt.Sprint("e", i), Name: fmt.Sprintf("Dental Surgery %d", i), Kinds: []string{"Provider"}})
	}
	d.Entities = append(d.Entities, graph.Entity{ID: "person", Name: "Denta Smith", Kinds: []string{"Person"}}, graph.Entity{ID: "just", Name: "Denta", Kinds: []string{"Provider"}})
	load(t, s, d)
	hits, err := s.Search(context.Background(), graph.SearchQuery{Text: "denta"})
	if err != nil || hits.Items[0].ID != "just" || !hits.AtLeast || hits.Total < 20 || hits.Shown.Shown != 10 {
		t.Errorf("%+v, %v", hits, err)
	}
	hits, err = s.Search(context.Background(), graph.SearchQuery{Text: "denta", Kinds: []string{"Person"}})
	if err != nil || len(hits.Items) != 1 || hits.Items[0].ID != "person" || hits.AtLeast {
		t.Errorf("one of another kind: %+v, %v", hits, err)
	}
	if hits, err = s.Search(context.Background(), graph.SearchQuery{Text: "surgery", Limit: 100}); err != nil || len(hits.Items) != 100 {
		t.Errorf("%d hits, %v; want the 100 asked for", len(hits.Items), err)
	}
}
