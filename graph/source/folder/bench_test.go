package folder

import (
	"fmt"
	"os"
	"testing"

	"mapper/graph"
)

// benchRows is how many claims the made-up dataset has, with two entities for five.
const benchRows = 1_000_000

// spooled makes a dataset of benchRows claims once a benchmark.
func spooled(b *testing.B) *Folder {
	b.Helper()
	dir := b.TempDir()
	if err := spool(dir, benchRows); err != nil {
		b.Fatal(err)
	}
	f, problems := Open(os.DirFS(dir), "bench")
	if err := problems.Err(); err != nil {
		b.Fatal(err)
	}
	return f
}

// spool writes rows claims such as official files make.
func spool(dir string, rows int) error {
	w, err := Create(dir, &graph.Dataset{ID: "bench", Title: "Made up", Release: "bench-2025-12"})
	if err != nil {
		return err
	}
	if err := w.Document(&graph.Document{ID: "bench-2025-12", Title: "A release", Published: "2025-12"}); err != nil {
		return err
	}
	entities := rows * 2 / 5
	for i := range entities {
		e := benchEntity(i)
		if err := w.Entity(&e); err != nil {
			return err
		}
	}
	for i := range rows {
		c := benchClaim(i, entities)
		if err := w.Claim(&c); err != nil {
			return err
		}
	}
	return w.Close()
}

func benchEntity(i int) graph.Entity {
	kinds := [][]string{{"GPPractice"}, {"AcuteTrust"}, {"Organisation"}, {"Provider", "Commissioner"}}
	span := graph.Span{Start: graph.Date(fmt.Sprintf("%d-04-01", 1974+i%50))}
	return graph.Entity{ID: fmt.Sprintf("ods:%06X", i), Name: fmt.Sprintf("The Surgery at Number %d High Street", i), Kinds: kinds[i%4],
		Codes: []graph.Code{{Scheme: "ods", Value: fmt.Sprintf("%06X", i), Span: span}}, Span: span}
}

func benchClaim(i, entities int) graph.Claim {
	from, to := fmt.Sprintf("%06X", i*7%entities), fmt.Sprintf("%06X", i*13%entities)
	return graph.Claim{ID: fmt.Sprintf("%s-located-%s-%d", from, to, i), From: "ods:" + from, Relation: "LOCATED_IN", To: "ods:" + to,
		Span:   graph.Span{Start: graph.Date(fmt.Sprintf("%d-04-01", 1974+i%50)), End: []graph.Date{"", "2026-03-31"}[i%2]},
		Status: graph.Stated, Document: "bench-2025-12", Locator: from, Phrase: from}
}

// perRow reports what a benchmark took for each of rows.
func perRow(b *testing.B, rows int) {
	b.Helper()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
}

func BenchmarkEachClaim(b *testing.B) {
	f := spooled(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := f.EachClaim(func(*graph.Claim) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	perRow(b, benchRows)
}

func BenchmarkEachEntity(b *testing.B) {
	f := spooled(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := f.EachEntity(func(*graph.Entity) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	perRow(b, benchRows*2/5)
}

// BenchmarkCheck reads and checks all rows.
func BenchmarkCheck(b *testing.B) {
	f := spooled(b)
	b.ReportAllocs()
	for b.Loop() {
		if problems := Check(f); len(problems) > 0 {
			b.Fatal(problems.Err())
		}
	}
	perRow(b, benchRows*7/5)
}

func BenchmarkWrite(b *testing.B) {
	dir := b.TempDir()
	const entities = 1000
	var rows [entities]graph.Claim
	for i := range rows {
		rows[i] = benchClaim(i, entities)
	}
	b.ReportAllocs()
	for b.Loop() {
		w, err := Create(dir, &graph.Dataset{ID: "bench", Title: "Made up"})
		if err != nil {
			b.Fatal(err)
		}
		for i := range benchRows {
			if err := w.Claim(&rows[i%entities]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
	perRow(b, benchRows)
}
