package graph

import (
	"fmt"
	"time"
)

// Tally counts what a load did with one sort of row.
type Tally struct {
	Added     int `json:"added"`
	Changed   int `json:"changed"`
	Removed   int `json:"removed"`
	Unchanged int `json:"unchanged"`
}

// Touched says whether anything had to be written.
func (t Tally) Touched() bool { return t.Added+t.Changed+t.Removed > 0 }

// String gives the four counts in words.
func (t Tally) String() string {
	return fmt.Sprintf("%d added, %d changed, %d removed, %d unchanged", t.Added, t.Changed, t.Removed, t.Unchanged)
}

// Report is what a load did, or with a dry run would do.
type Report struct {
	Dataset   string        `json:"dataset"`
	DryRun    bool          `json:"dryRun,omitempty"`
	Documents Tally         `json:"documents"`
	Entities  Tally         `json:"entities"`
	Claims    Tally         `json:"claims"`
	Took      time.Duration `json:"-"`
}

// Touched says whether the load changed the graph.
func (r Report) Touched() bool {
	return r.Documents.Touched() || r.Entities.Touched() || r.Claims.Touched()
}

// Rows counts the rows of the dataset.
func (r Report) Rows() int {
	n := 0
	for _, t := range []Tally{r.Documents, r.Entities, r.Claims} {
		n += t.Added + t.Changed + t.Unchanged
	}
	return n
}
