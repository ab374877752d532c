package odsjson

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/odsgen"
)

func FuzzRead(f *testing.F) {
	for _, name := range []string{"RQ1.json", "list.json", "records.ndjson"} {
		text, err := os.ReadFile(filepath.Join(fixtures, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("[{\"OrgId\":null,\"Roles\":{\"Role\":null}},[{}]]"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r := &source.Result{}
		_, err := Read(bytes.NewReader(text), "x.json", Options{}, r)
		if err != nil && (!strings.HasPrefix(err.Error(), "x.json:") || graph.KindOf(err) != graph.Invalid) {
			t.Errorf("%v does not say where", err)
		}
		for _, c := range r.Counts {
			if c.Read != c.Used+c.Rejected {
				t.Errorf("%v", c)
			}
		}
		for _, p := range r.Rejected {
			if p.Line < 1 || p.Line > 1+bytes.Count(text, []byte("\n")) {
				t.Errorf("%v is not in the file", p)
			}
		}
		for i := range r.Claims {
			if r.Claims[i].Span.Check() != nil {
				t.Errorf("%+v", r.Claims[i])
			}
		}
	})
}

// TestRoundTrip reads what the generator wrote, and counts.
func TestRoundTrip(t *testing.T) {
	o := odsgen.Options{Organisations: 2000, Seed: 7}
	var text bytes.Buffer
	if err := odsgen.WriteJSON(&text, o); err != nil {
		t.Fatal(err)
	}
	r := &source.Result{}
	if _, err := Read(&text, "x.ndjson", Options{Release: "2026-08-28"}, r); err != nil {
		t.Fatal(err)
	}
	tally := odsgen.Count(o)
	for i, want := range []source.Count{{Read: tally.Organisations}, {Read: tally.Roles}, {Read: tally.Rels}, {Read: tally.Succs, Rejected: tally.Selves}} {
		if c := r.Counts[i]; c.Read != want.Read || c.Rejected != want.Rejected {
			t.Errorf("%v, want %d read, %d rejected", c, want.Read, want.Rejected)
		}
	}
}

// counter is a sink that keeps nothing.
type counter struct{ source.Result }

func (*counter) Entity(*graph.Entity) error { return nil }
func (*counter) Claim(*graph.Claim) error   { return nil }

// BenchmarkRead reads 30,000 records, a line each.
func BenchmarkRead(b *testing.B) {
	var text bytes.Buffer
	if err := odsgen.WriteJSON(&text, odsgen.Options{Organisations: 40_000, Seed: 1}); err != nil {
		b.Fatal(err)
	}
	rows := 0
	b.SetBytes(int64(text.Len()))
	b.ResetTimer()
	for range b.N {
		to := &counter{}
		if _, err := Read(bytes.NewReader(text.Bytes()), "x.ndjson", Options{}, to); err != nil {
			b.Fatal(err)
		}
		rows = to.Counts[0].Read + to.Counts[2].Read + to.Counts[3].Read // organisations, relationships, successions
	}
	b.ReportMetric(float64(b.N)*float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
