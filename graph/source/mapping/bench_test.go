package mapping

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
)

// simple has an entity and a claim a row.
const simple = `
document: {id: list, title: List}
entities:
  site: {id: "demo:{code}", name: "{name}", kinds: [Provider], codes: ["demo:{code}"], start: "{since|date}"}
claims:
  - {id: "run-{code}", from: "bearer of demo:{owner}@{since|date}", relation: OPERATES, to: site, status: stated, start: "{since|date}", phrase: "{code}"}
`

// list is a CSV file of so many rows.
func list(rows int) []byte {
	var text bytes.Buffer
	text.WriteString("code,name,owner,since,address,postcode\n")
	for i := range rows {
		fmt.Fprintf(&text, "S%06d,Hill View Surgery %d,R%04d,20%02d0401,\"%d High Street, Hillton\",HI1 %d\n", i, i, i%9973, i%25, i%300, i%10)
	}
	return text.Bytes()
}

// nothing is a sink that keeps nothing.
type nothing struct{ source.Result }

func (*nothing) Entity(*graph.Entity) error { return nil }
func (*nothing) Claim(*graph.Claim) error   { return nil }

// BenchmarkRead reads a million rows by a simple mapping, with nothing behind it and
// into a spool.
func BenchmarkRead(b *testing.B) {
	m, err := Parse(strings.NewReader(simple), "m.yaml")
	if err != nil {
		b.Fatal(err)
	}
	const rows = 1_000_000
	text := list(rows)
	read := func(b *testing.B, sink func() source.Sink) {
		b.SetBytes(int64(len(text)))
		for range b.N {
			if _, err := m.Read(bytes.NewReader(text), "list.csv", Options{}, sink()); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	}
	b.Run("alone", func(b *testing.B) { read(b, func() source.Sink { return &nothing{} }) })
	b.Run("spooled", func(b *testing.B) {
		read(b, func() source.Sink {
			s, err := source.NewSpool(b.TempDir(), 0)
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { s.Close() })
			return s
		})
	})
}
