package store

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestQueryWords(t *testing.T) {
	for typed, want := range map[string][]string{
		"St George's":        {"st", "george's"},
		"St George’s Hosp":   {"st", "george's", "hosp"},
		"'quoted' (a) +b -c": {"quoted", "a", "b", "c"},
		"ods:RRV":            {"ods", "rrv"},
		"U.C.L.H.":           {"u.c.l.h"},
		"NHS* ~ \"x\" AND":   {"nhs", "x", "and"},
		"Ysbyty Glan Clwŷd":  {"ysbyty", "glan", "clwŷd"},
		"…":                  {},
	} {
		if diff := cmp.Diff(want, queryWords(typed)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}

func TestFullText(t *testing.T) {
	for typed, want := range map[string]string{
		"roy":              "+(roy OR roy*)",
		"royal fr":         "+(royal OR royal's) +(fr OR fr*)",
		"university of y":  "+(university OR university's) of +(y OR y*)",
		"university of":    "+(university OR university's) of*",
		"of":               "+(of OR of*)",
		"st george's":      "+(st OR st's) +(george's OR george's*)",
		"St George's Hosp": "+(st OR st's) +george's +(hosp OR hosp*)",
	} {
		if got := fullText(queryWords(typed)); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	for typed, name := range map[string]string{
		"royal fr":                 "Royal Free London NHS Foundation Trust",
		"royal free london nhs fo": "Royal Free London NHS Foundation Trust",
		"university of yo":         "University of York",
		"nhs eng":                  "NHS England",
		"hfma conf":                "HFMA Conference",
		"hfma annual c":            "HFMA annual conference",
		"provider collab":          "Provider collaboratives",
		"HERTS":                    "HERTS",
		"eBay":                     "eBay",
		"émile":                    "Émile",
		"  two   spaces ":          "Two Spaces",
	} {
		spellings := wantedOf(typed).spellings()
		if !slices.ContainsFunc(spellings, func(s string) bool { return len(s) <= len(name) && name[:len(s)] == s }) {
			t.Errorf("%q is looked for as %q, which do not find %q", typed, spellings, name)
		}
	}
}

func TestWantedCodes(t *testing.T) {
	for typed, want := range map[string]wanted{
		"06k":       {codes: []string{"06K", "06k"}},
		"ods:06K":   {codes: []string{"06K"}, scheme: "ods"},
		"ODS:rrv":   {codes: []string{"RRV", "rrv"}, scheme: "ods"},
		"ods:":      {codes: []string{"ODS:", "ods:"}},
		"two words": {codes: []string{}},
		"a-word-that-is-too-long-to-be-a-code-of-any-scheme": {codes: []string{}},
	} {
		got := wantedOf(typed)
		if !slices.Equal(got.codes, want.codes) || got.scheme != want.scheme {
			t.Errorf("%q: codes %q of scheme %q, want %q of %q", typed, got.codes, got.scheme, want.codes, want.scheme)
		}
	}
}
