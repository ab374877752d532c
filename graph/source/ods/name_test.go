package ods

import (
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	for official, want := range map[string]string{
		"": "", "  ": "",
		"GUY'S AND ST THOMAS' NHS FOUNDATION TRUST": "Guy's and St Thomas' NHS Foundation Trust",
		"NHS NORTH EAST LONDON ICB - A3A8R":         "NHS North East London ICB - A3A8R",
		"WEST LONDON - SUB-ICB REPORTING ENTITY":    "West London - Sub-ICB Reporting Entity",
		"LONDON - H&J COMMISSIONING HUB":            "London - H&J Commissioning Hub",
		"THE SURGERY OF DR JF COOPER'S":             "The Surgery of Dr JF Cooper's",
		"PEACE  HAVEN (RED)":                        "Peace Haven (Red)",
		"STOKE-ON-TRENT":                            "Stoke-on-Trent",
		"NHS CENTRAL LONDON (WESTMINSTER) CCG":      "NHS Central London (Westminster) CCG",
		"HMP YOI PORTLAND, A&E":                     "HMP YOI Portland, A&E",
		"YSBYTY GLÂN CLWYD OF THE NORTH":            "Ysbyty Glân Clwyd of the North",
		"McDonald Surgery":                          "McDonald Surgery",
		"AND SO ON":                                 "And So on",
		"- B.C. -":                                  "- B.C. -",
	} {
		if got := Name(official); got != want {
			t.Errorf("Name(%q) = %q, not %q", official, got, want)
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("NHS STOKE-ON-TRENT (ÉÅ) ICB - 06K")
	f.Fuzz(func(t *testing.T, official string) {
		got := Name(official)
		if !strings.EqualFold(got, strings.Join(strings.Fields(official), " ")) && strings.IndexFunc(official, func(r rune) bool { return r > 127 }) < 0 {
			t.Errorf("Name(%q) = %q: other letters", official, got)
		}
	})
}

func BenchmarkName(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		Name("GUY'S AND ST THOMAS' NHS FOUNDATION TRUST")
	}
}
