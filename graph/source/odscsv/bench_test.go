package odscsv

import (
	"encoding/csv"
	"fmt"
	"io"
	"runtime"
	"syscall"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
)

// million is how many rows the benchmark reads.
const million = 1_000_000

// made gives rows like a report's, each under a code of its own, and holds a thousand.
type made struct {
	block []byte
	codes []int // where the codes are in it
	rest  []byte
	next  int
	rows  int
}

func newMade(rows int) *made {
	m := &made{rows: rows}
	for i := range 1000 {
		m.codes = append(m.codes, len(m.block)+1)
		m.block = fmt.Appendf(m.block, "\"A00000\",\"THE %s STREET HEALTH CENTRE\",\"Y5%d\",\"Q7%d\",\"THE HEALTH CENTRE\",\"%d HIGH STREET\",\"HARTLEPOOL\",\"CLEVELAND\",\"\",\"TS2%d 8EP\","+
			"\"%d0401\",\"\",\"A\",\"B\",\"0%dM\",\"20130401\",\"\",\"01642 374788\",\"\",\"\",\"\",\"1\",\"\",\"0%dM\",\"\",\"%d\",\"\"\r\n",
			[]string{"NORTH", "KING", "ALBERT", "ST MARY'S"}[i%4], i%4+4, i%10, i%90, i%10, 1974+i%40, i%10, i%10, i%3*4)
	}
	return m
}

// Read implements io.Reader.
func (m *made) Read(into []byte) (int, error) {
	if len(m.rest) == 0 {
		if m.next >= m.rows {
			return 0, io.EOF
		}
		for _, at := range m.codes {
			for i, n := 5, m.next; i > 0; i-- {
				m.block[at+i] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n%36]
				n /= 36
			}
			m.next++
		}
		m.rest = m.block
	}
	n := copy(into, m.rest)
	m.rest = m.rest[n:]
	return n, nil
}

// counter is a sink that keeps nothing.
type counter struct {
	source.Result
	entities, claims int
}

func (c *counter) Entity(*graph.Entity) error { c.entities++; return nil }
func (c *counter) Claim(*graph.Claim) error   { c.claims++; return nil }

// spent is the processor time of this process in seconds: on a busy machine it says
// more than the clock.
func spent() float64 {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage) // of itself, it can only succeed
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

// BenchmarkBare is encoding/csv alone on the same rows, to compare with on a machine
// that has other work.
func BenchmarkBare(b *testing.B) {
	before := spent()
	for range b.N {
		r := csv.NewReader(newMade(million))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric((spent()-before)/float64(b.N), "CPU-s/Mrows")
}

// BenchmarkRead reads a million practices: go test -bench Read -benchtime 3x.
func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	before := spent()
	for range b.N {
		to := &counter{}
		if _, err := Read(newMade(million), "epraccur_2025-12.csv", Options{}, to); err != nil {
			b.Fatal(err)
		}
		if to.Counts[0].Used != million || to.claims != 3*million {
			b.Fatal(to.Counts[0], to.claims, to.Rejected)
		}
	}
	b.ReportMetric(float64(b.N)*million/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric((spent()-before)/float64(b.N), "CPU-s/Mrows")
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.HeapSys)/(1<<20), "MB")
}
