package graph

import "testing"

func TestNear(t *testing.T) {
	known := []string{"ods:RRV", "ods:RRW", "kings-fund", "nhs-england", "Kings-Fund-2"}
	for name, want := range map[string]string{
		"ods:RRX": "; did you mean ods:RRV?", "kingsfund": "; did you mean kings-fund?", "KINGS-FUND": "; did you mean kings-fund?",
		"nhs-englnd": "; did you mean nhs-england?", "something-else": "", "": "", "x": "",
	} {
		if got := near(name, known); got != want {
			t.Errorf("near %q is %q, want %q", name, got, want)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"kitten", "sitting", 3}, {"abc", "abc", 0}, {"abcd", "acbd", 2}} {
		if got := editDistance(test.a, test.b, 99); got != test.want {
			t.Errorf("%q to %q: %d, want %d", test.a, test.b, got, test.want)
		}
		if got := editDistance(test.a, test.b, 1); (got > 1) != (test.want > 1) {
			t.Errorf("%q to %q with a limit of 1: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
