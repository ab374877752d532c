package store

import (
	"sync"
	"time"
)

// passed remembers statements that the gate has let through, so that the same one,
// whatever its parameters, is not explained before every run: that costs as much as a
// small question itself. It is for a while only, since a plan follows the data. What is
// refused is explained each time.
type passed struct {
	mu    sync.Mutex
	since time.Time // all of them are forgotten together
	known map[string]*explanation
}

const (
	passTime   = time.Minute
	mostPassed = 500 // statements that are remembered
	passSize   = 10_000
)

// find gives the explanation of a statement that has passed, nil for any other.
func (p *passed) find(statement string) *explanation {
	p.mu.Lock()
	defer p.mu.Unlock()
	if time.Since(p.since) > passTime {
		p.known = nil
	}
	return p.known[statement]
}

func (p *passed) keep(statement string, e *explanation) {
	if len(statement) > passSize {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil || len(p.known) >= mostPassed {
		p.known, p.since = map[string]*explanation{}, time.Now()
	}
	p.known[statement] = e
}
