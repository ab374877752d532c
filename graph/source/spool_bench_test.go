package source

import (
	"fmt"
	"runtime"
	"testing"

	"mapper/graph"
)

// BenchmarkSpool puts rows through a spool and reads them back once: half as many
// bodies as claims, each claim from the bearer of a code.
func BenchmarkSpool(b *testing.B) {
	codes := make([]string, 100_000)
	for i := range codes {
		codes[i] = fmt.Sprintf("ods:R%05d", i)
	}
	s, err := NewSpool(b.TempDir(), 0)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	b.ReportAllocs()
	for n := range b.N {
		id := codes[n%len(codes)]
		if n%2 == 0 {
			e := graph.Entity{ID: fmt.Sprintf("ods:X%07d", n), Name: "Hill Hospital NHS Foundation Trust", Kinds: []string{"AcuteTrust"},
				Codes: []graph.Code{{Scheme: "ods", Value: fmt.Sprintf("X%07d", n), Span: graph.Span{Start: "2013-04-01"}}}, Span: graph.Span{Start: "2013-04-01"}}
			if err := s.Entity(&e); err != nil {
				b.Fatal(err)
			}
		}
		c := graph.Claim{ID: fmt.Sprintf("c%07d", n), From: CodeRef(id, "2013-04-01"), Relation: "COMMISSIONS", To: fmt.Sprintf("ods:X%07d", n-n%2),
			Span: graph.Span{Start: "2013-04-01"}, Status: graph.Stated, Document: "doc", Locator: "R00001", Phrase: "R00001"}
		if err := s.Claim(&c); err != nil {
			b.Fatal(err)
		}
	}
	written := b.Elapsed()
	r, err := s.Stream(&graph.Dataset{}, Known{})
	if err != nil {
		b.Fatal(err)
	}
	rehearsed := b.Elapsed() - written
	rows := 0
	if err := r.EachEntity(func(*graph.Entity) error { rows++; return nil }); err != nil {
		b.Fatal(err)
	}
	if err := r.EachClaim(func(*graph.Claim) error { rows++; return nil }); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	runtime.KeepAlive(s)
	b.ReportMetric(float64(written.Nanoseconds())/float64(b.N), "write-ns/op")
	b.ReportMetric(float64(rehearsed.Nanoseconds())/float64(b.N), "rehearse-ns/op")
	b.ReportMetric(float64(m.HeapAlloc)/float64(rows), "held-B/row")
}
