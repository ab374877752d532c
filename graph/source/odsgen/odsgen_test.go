package odsgen

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"mapper/graph/source/orgref"
)

// TestProportions holds a made-up world to the proportions of the real one.
func TestProportions(t *testing.T) {
	const n = 40_000
	o := Options{Organisations: n, Seed: 3}
	full := Count(o)
	o.Archive = true
	archive := Count(o)
	if full.Organisations+archive.Organisations != n {
		t.Errorf("%d and %d organisations", full.Organisations, archive.Organisations)
	}
	for what, test := range map[string]struct {
		have int
		want float64
	}{
		"roles":         {full.Roles + archive.Roles, 529_348. / 370_917},
		"relationships": {full.Rels + archive.Rels, 769_527. / 370_917},
		"successions":   {full.Succs + archive.Succs, 24_373. / 370_917},
	} {
		if each := float64(test.have) / n; math.Abs(each/test.want-1) > 0.1 {
			t.Errorf("%.3f %s an organisation, and %.3f in the real one", each, what, test.want)
		}
	}
}

// TestSame holds that the same options give the same bytes, and others others.
func TestSame(t *testing.T) {
	text := func(o Options) string {
		var out bytes.Buffer
		if err := WriteXML(&out, o); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	o := Options{Organisations: 500, Seed: 1}
	if text(o) != text(o) {
		t.Error("the same options give other bytes")
	}
	if text(o) == text(Options{Organisations: 500, Seed: 2}) {
		t.Error("another seed gives the same bytes")
	}
}

// TestChanged holds that a share of the records changes, and no other.
func TestChanged(t *testing.T) {
	lines := func(o Options) (all []string) {
		var out bytes.Buffer
		if err := WriteJSON(&out, o); err != nil {
			t.Fatal(err)
		}
		return strings.Split(out.String(), "\n")
	}
	o := Options{Organisations: 5000, Seed: 1}
	before := lines(o)
	o.Changed = 0.01
	after := lines(o)
	changed := 0
	for i := range before {
		if before[i] != after[i] {
			changed++
		}
	}
	if len(before) != len(after) || changed < 10 || changed > 90 {
		t.Errorf("%d of %d records change", changed, len(before))
	}
}

// TestWellFormed reads what is written with the standard library's readers.
func TestWellFormed(t *testing.T) {
	o := Options{Organisations: 300, Seed: 1}
	var text bytes.Buffer
	if err := WriteXML(&text, o); err != nil {
		t.Fatal(err)
	}
	in := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text.Bytes(), []byte("\xef\xbb\xbf"))))
	records := 0
	for {
		token, err := in.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "Organisation" {
			records++
		}
	}
	if tally := Count(o); records != tally.Organisations+tally.References {
		t.Errorf("%d records, want %+v", records, tally)
	}
	text.Reset()
	if err := WriteJSON(&text, o); err != nil || !json.Valid(bytes.SplitN(text.Bytes(), []byte("\n"), 2)[0]) {
		t.Errorf("%v %.200s", err, text.String())
	}
	text.Reset()
	if err := WriteCSV(&text, o); err != nil || strings.Count(strings.SplitN(text.String(), "\r\n", 2)[0], ",") != 26 {
		t.Errorf("%v %.200s", err, text.String())
	}
}

// TestSmall holds that a world of any size can be made.
func TestSmall(t *testing.T) {
	for n := range 60 {
		seen := map[string]bool{}
		for _, archive := range []bool{false, true} {
			err := Each(Options{Organisations: n, Archive: archive}, func(r *orgref.Record) error {
				if !r.RefOnly && seen[r.Code] {
					t.Errorf("%d: %s stands twice", n, r.Code)
				}
				seen[r.Code] = seen[r.Code] || !r.RefOnly
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// failing is a writer that is full after a while.
type failing struct{ room int }

func (f *failing) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestFull(t *testing.T) {
	for what, write := range map[string]func(io.Writer, Options) error{"XML": WriteXML, "JSON": WriteJSON, "CSV": WriteCSV} {
		if err := write(&failing{1000}, Options{Organisations: 5000}); err == nil {
			t.Errorf("%s: says nothing of a disk that is full", what)
		}
	}
}
