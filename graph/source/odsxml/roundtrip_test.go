package odsxml

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/odsgen"
)

// release writes a made-up release into a folder.
func release(t testing.TB, o odsgen.Options) (folder string, full, archive odsgen.Tally) {
	t.Helper()
	folder = t.TempDir()
	for _, part := range []struct {
		name    string
		archive bool
	}{{"full.xml", false}, {"archive.xml", true}} {
		o.Archive = part.archive
		f, err := os.Create(filepath.Join(folder, part.name))
		if err != nil {
			t.Fatal(err)
		}
		if err := odsgen.WriteXML(f, o); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	late := o
	late.Archive = true
	o.Archive = false
	return folder, odsgen.Count(o), odsgen.Count(late)
}

// TestRoundTrip reads what the generator wrote, and counts.
func TestRoundTrip(t *testing.T) {
	folder, full, archive := release(t, odsgen.Options{Organisations: 3000, Seed: 7})
	spool, rows := resolved(t, folder)
	want := map[string]source.Count{
		"organisations":                        {Read: 3000, Used: 3000},
		"roles":                                {Read: full.Roles + archive.Roles, Used: full.Roles + archive.Roles},
		"relationships":                        {Read: full.Rels + archive.Rels, Used: full.Rels + archive.Rels},
		"successions":                          {Read: full.Succs + archive.Succs, Used: full.Succs + archive.Succs - full.Selves - archive.Selves, Rejected: full.Selves + archive.Selves},
		"references to records held elsewhere": {Read: full.References + archive.References, Used: full.References + archive.References},
	}
	said := 0
	for _, c := range spool.Counts() {
		expected, ok := want[c.What]
		if ok && (c.Read != expected.Read || c.Used != expected.Used || c.Rejected != expected.Rejected) {
			t.Errorf("%v, want %d read, %d used", c, expected.Read, expected.Used)
		}
		switch c.What {
		case "relationships", "successions":
			said += c.Used
		case "successions that both records state":
			said -= c.Used
		}
	}
	if len(rows) < said || said < 5000 {
		t.Errorf("%d claims of %d relationships and successions", len(rows), said)
	}
}

// counter is a sink that keeps nothing.
type counter struct {
	source.Result
	entities, claims int
}

func (c *counter) Entity(*graph.Entity) error { c.entities++; return nil }
func (c *counter) Claim(*graph.Claim) error   { c.claims++; return nil }

// Reject implements source.Sink; of a million rows it keeps none.
func (c *counter) Reject(count *source.Count, _ graph.Place, _, _ string, _ ...any) error {
	count.Read++
	count.Rejected++
	return nil
}

// BenchmarkRead reads 300,000 organisations, which are some 680 MB in two parts:
// go test -run - -bench Read -benchtime 3x ./graph/source/odsxml.
func BenchmarkRead(b *testing.B) {
	if testing.Short() {
		b.Skip("it writes 680 MB into a temporary folder")
	}
	folder, _, _ := release(b, odsgen.Options{Organisations: 300_000, Seed: 1})
	size := 0.0
	for _, name := range []string{"full.xml", "archive.xml"} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			b.Fatal(err)
		}
		size += float64(info.Size())
	}
	rows := 0
	b.ResetTimer()
	for range b.N {
		to := &counter{}
		if _, err := ReadFile(folder, Options{}, to); err != nil {
			b.Fatal(err)
		}
		rows = to.Counts[0].Read + to.Counts[2].Read + to.Counts[3].Read // organisations, relationships, successions
	}
	b.StopTimer()
	n, seconds := float64(b.N), b.Elapsed().Seconds()
	b.ReportMetric(n*size/1e6/seconds, "MB/s")
	b.ReportMetric(n*float64(rows)/seconds, "rows/s")
	b.ReportMetric(seconds/n*1e6/float64(rows), "s/Mrow")
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.HeapSys)/(1<<20), "heap-MB")
}
