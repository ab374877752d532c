package succession

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph/source"
)

const fixtures = "../../../testdata/formats/succession"

func read(t *testing.T, path string) *source.Result {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := Read(f, filepath.Base(path))
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Counts[0]; c.Read != c.Used+c.Rejected || c.Rejected != len(r.Rejected) || c.Used != len(r.Claims) {
		t.Errorf("the counts do not add up: %v, %d claims", c, len(r.Claims))
	}
	return r
}

func TestRead(t *testing.T) {
	r := read(t, filepath.Join(fixtures, "header.csv"))
	if got := r.Counts[0].String(); got != "successions: 8 read, 4 used, 4 rejected" {
		t.Error(got)
	}
	for i, want := range []string{"header.csv:6: RA4 succeeds itself", "header.csv:7: that RA1 was succeeded by RB1 stands on line 2", `header.csv:8: old_code: "ra5" is no code`, "header.csv:9: date: "} {
		if !strings.Contains(r.Rejected[i].String(), want) {
			t.Errorf("%q does not say %q", r.Rejected[i], want)
		}
	}
	c := r.Claims[2]
	if c.From != source.CodeRef("ods:RA3", "2021-09-30") || c.To != source.CodeRef("ods:RC1", "2021-10-01") || c.Start != "2021-10-01" ||
		c.Locator != "row 4" || c.Phrase != "RA3,RC1" || r.Endings[2] != (source.Ending{Of: c.From, On: c.Start}) {
		t.Errorf("%+v", c)
	}
}

func TestDialects(t *testing.T) {
	if r := read(t, filepath.Join(fixtures, "bare.csv")); len(r.Claims) != 2 || r.Claims[0].Start != "2020-04-01" || r.Claims[0].Locator != "row 1" {
		t.Errorf("%+v", r.Claims)
	}
	r, err := Read(strings.NewReader("\xef\xbb\xbftrust_code_old,trust_code_new,from_date\nRBA,RH5,2020-04-01\n"), "x.csv")
	if err != nil || len(r.Claims) != 1 {
		t.Errorf("%v %+v", err, r.Claims)
	}
}

func TestBadInput(t *testing.T) {
	for what, test := range map[string]struct{ text, want string }{
		"empty":         {"", "x.csv:1: the file is empty"},
		"other columns": {"a,b\n1,2\n", "x.csv:1: is no list of successions: its columns are a,b"},
		"Latin-1":       {"old_code,new_code,date\nR\xc41,RB1,2020-04-01\n", "x.csv:2: byte 2 is not UTF-8"},
		"UTF-16":        {"\xff\xfeo\x00l\x00d\x00", "x.csv:1: the file is UTF-16"},
		"broken quote":  {"old_code,new_code,date\n\"RA1,RB1,2020-04-01\n", "x.csv:2: a quote is broken"},
		"a long line":   {"old_code,new_code,date\n" + strings.Repeat("x", 2<<20), "x.csv:2: the line is longer"},
	} {
		if _, err := Read(strings.NewReader(test.text), "x.csv"); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		}
	}
}

// TestPublished reads the published lists, which are not part of the project.
func TestPublished(t *testing.T) {
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	r := read(t, filepath.Join(data, "succession/successions_1992-2022.csv"))
	selves, again, from, into := 0, 0, map[string]int{}, map[string]int{}
	for _, p := range r.Rejected {
		switch {
		case strings.Contains(p.Message, "succeeds itself"):
			selves++
		case strings.Contains(p.Message, "already"):
			again++
		}
	}
	for _, c := range r.Claims {
		older, newer, _ := strings.Cut(c.Phrase, ",")
		from[older]++
		into[newer]++
	}
	if c := r.Counts[0]; c.Read != 25480 || c.Used != 25406 || selves != 39 || again != 35 {
		t.Errorf("%v, %d of themselves, %d twice", c, selves, again)
	}
	// Of rows as they stand, 541 old and 1,018 new codes occur more than once; this
	// is without those that owe it to themselves or to a row that stands twice.
	if split, merged := several(from), several(into); split != 505 || merged != 993 {
		t.Errorf("%d split, %d merged into", split, merged)
	}
	next := map[string][]string{}
	for _, c := range r.Claims {
		older, newer, _ := strings.Cut(c.Phrase, ",")
		next[older] = append(next[older], newer)
	}
	longest := 0
	for code := range next {
		longest = max(longest, chain(next, code))
	}
	if longest != 5 {
		t.Errorf("the longest chain has %d successions", longest)
	}
	if r := read(t, filepath.Join(data, "succession/trust_mergers.csv")); r.Counts[0].Used != 11 {
		t.Errorf("trust_mergers: %v", r.Counts[0])
	}
}

func several(counts map[string]int) int {
	n := 0
	for _, count := range counts {
		if count > 1 {
			n++
		}
	}
	return n
}

func chain(next map[string][]string, code string) int {
	longest := 0
	for _, newer := range next[code] {
		longest = max(longest, 1+chain(next, newer))
	}
	return longest
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("old_code,new_code,date\nRA1,RB1,2020-04-01\n"))
	f.Add([]byte("RA1,RB1,R,20200401,0\n\"x"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := Read(strings.NewReader(string(text)), "x.csv")
		if c := r.Counts[0]; c.Read != c.Used+c.Rejected || c.Used != len(r.Claims) || err != nil && !strings.Contains(err.Error(), "x.csv") {
			t.Errorf("%v %v", c, err)
		}
	})
}
