package source

import (
	"fmt"
	"strings"

	"mapper/graph"
)

// shownRejects is how many rejected rows are held to be told one by one.
const shownRejects = 50

// lastRejects is how many the error names that ends a reading.
const lastRejects = 3

// rejects counts rows, and holds the first rejected ones and the last.
type rejects struct {
	limit    int
	counts   []*Count
	rejected graph.Problems // the first
	last     graph.Problems
	total    int
}

// Counting implements Sink.
func (r *rejects) Counting(what string) *Count {
	c := &Count{What: what}
	r.counts = append(r.counts, c)
	return c
}

// Counts gives what was counted, in the order in which the counting began.
func (r *rejects) Counts() []*Count { return r.counts }

// Rejected gives the first rejected rows and how many more there were.
func (r *rejects) Rejected() (first graph.Problems, more int) {
	return r.rejected, r.total - len(r.rejected)
}

// Reject implements Sink: it fails when more rows are rejected than the limit.
func (r *rejects) Reject(c *Count, at graph.Place, field, format string, args ...any) error {
	c.Read++
	c.Rejected++
	r.total++
	problem := graph.Problem{Place: at, Field: field, Message: fmt.Sprintf(format, args...)}
	if len(r.rejected) < shownRejects {
		r.rejected = append(r.rejected, problem)
	}
	if len(r.last) == lastRejects {
		r.last = append(r.last[:0], r.last[1:]...)
	}
	r.last = append(r.last, problem)
	if r.total <= r.limit {
		return nil
	}
	lines := make([]string, len(r.last))
	for i, p := range r.last {
		lines[i] = p.String()
	}
	return graph.Errorf(graph.Invalid, "rows are rejected, more than --max-rejects %d allows; nothing was written. The last are:\n%s", r.limit, strings.Join(lines, "\n"))
}
