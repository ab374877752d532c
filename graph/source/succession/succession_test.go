package succession

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph/source"
)

const fixtures = "../../../testdata/formats/succession"

func read(t *testing.T, path string) (r *source.Result, notes string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r = &source.Result{}
	told, err := Read(f, filepath.Base(path), Options{}, r)
	if err != nil {
		t.Fatal(err)
	}
	notes = strings.Join(told.Notes, "; ")
	if c := r.Counts[0]; c.Read != c.Used+c.Rejected || c.Rejected != len(r.Rejected) || c.Used != len(r.Claims) {
		t.Errorf("the counts do not add up: %v, %d claims", c, len(r.Claims))
	}
	return r, notes
}

// parsed reads a text.
func parsed(text string, o Options) (*source.Result, *source.Told, error) {
	r := &source.Result{}
	told, err := Read(strings.NewReader(text), "x.csv", o, r)
	return r, told, err
}

func TestRead(t *testing.T) {
	r, notes := read(t, filepath.Join(fixtures, "header.csv"))
	if notes != "old codes on several rows (splits): 2; new codes on several rows (mergers): 1; the longest chain: 1" {
		t.Error(notes)
	}
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
	if r, _ := read(t, filepath.Join(fixtures, "bare.csv")); len(r.Claims) != 2 || r.Claims[0].Start != "2020-04-01" || r.Claims[0].Locator != "row 1" {
		t.Errorf("%+v", r.Claims)
	}
	r, _, err := parsed("\xef\xbb\xbftrust_code_old,trust_code_new,from_date\nRBA,RH5,2020-04-01\n", Options{})
	if err != nil || len(r.Claims) != 1 || r.Claims[0].Document != "ods-trust-successions" {
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
		if _, _, err := parsed(test.text, Options{}); err == nil || !strings.Contains(err.Error(), test.want) {
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
	r, notes := read(t, filepath.Join(data, "succession/successions_1992-2022.csv"))
	if notes != "old codes on several rows (splits): 541; new codes on several rows (mergers): 1018; the longest chain: 5" {
		t.Error(notes)
	}
	selves, again := 0, 0
	for _, p := range r.Rejected {
		switch {
		case strings.Contains(p.Message, "succeeds itself"):
			selves++
		case strings.Contains(p.Message, "already"):
			again++
		}
	}
	if c := r.Counts[0]; c.Read != 25480 || c.Used != 25406 || selves != 39 || again != 35 {
		t.Errorf("%v, %d of themselves, %d twice", c, selves, again)
	}
	if r, _ := read(t, filepath.Join(data, "succession/trust_mergers.csv")); r.Counts[0].Used != 11 {
		t.Errorf("trust_mergers: %v", r.Counts[0])
	}
}

// TestLineage counts chains, which may split, and ends where one goes in a circle.
func TestLineage(t *testing.T) {
	const header = "old_code,new_code,date\n"
	for text, want := range map[string]string{
		"":                     "",
		"RA1,RA1,2020-01-01\n": "",
		"RA1,RB1,2020-01-01\nRB1,RC1,2021-01-01\nRA1,RD1,2020-01-01\n": "old codes on several rows (splits): 1; new codes on several rows (mergers): 0; the longest chain: 2",
		"RA1,RB1,2020-01-01\nRB1,RA1,2021-01-01\n":                     "old codes on several rows (splits): 0; new codes on several rows (mergers): 0; the longest chain: 2",
	} {
		_, told, err := parsed(header+text, Options{})
		if got := strings.Join(told.Notes, "; "); err != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

// TestRelease gives a list the date it was published.
func TestRelease(t *testing.T) {
	r, told, err := parsed("RA1,RB1,R,20200401,0\n", Options{Release: "2022-11"})
	if err != nil || told.About.ID != "ods-succ" || told.About.Release != "ods-succ-2022-11" ||
		r.Documents[0].ID != told.About.Release || r.Documents[0].Published != "2022-11" || r.Claims[0].Document != told.About.Release {
		t.Errorf("%v %+v %+v", err, told, r)
	}
}

func TestSniff(t *testing.T) {
	for head, want := range map[string]bool{
		"\xef\xbb\xbfold_code,new_code,date\r\nx": true, "\"RA1\",\"RB1\",\"R\",\"20200401\",\"0\"\n": true, "old_code,new_code\n": false, "": false,
	} {
		if Sniff([]byte(head)) != want {
			t.Errorf("%q", head)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("old_code,new_code,date\nRA1,RB1,2020-04-01\n"))
	f.Add([]byte("RA1,RB1,R,20200401,0\n\"x"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, _, err := parsed(string(text), Options{})
		if c := r.Counts[0]; c.Read != c.Used+c.Rejected || c.Used != len(r.Claims) || err != nil && !strings.Contains(err.Error(), "x.csv") {
			t.Errorf("%v %v", c, err)
		}
	})
}
