package local

import (
	"context"
	"encoding/json"
	"os"
	"time"
)

// record is server.json: which server runs in this home. It is a claim to be tested,
// for its writer may have been killed.
type record struct {
	PID     int       `json:"pid"`
	URI     string    `json:"uri"`
	Version string    `json:"version"`
	Started time.Time `json:"started"`
	Owner   int       `json:"owner"` // the mapper that started it

	ReadOnly bool `json:"readOnly,omitempty"`
}

func (p places) readRecord() (r record, ok bool) {
	text, err := os.ReadFile(p.record())
	if err != nil || json.Unmarshal(text, &r) != nil {
		return record{}, false
	}
	return r, r.PID > 0
}

func (p places) writeRecord(r record) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(p.record(), append(text, '\n'))
}

// stopOrphan ends a Neo4j that outlived the mapper that started it, which only the
// holder of the lock may conclude. On Linux it is ending already; wait for it.
func (p places) stopOrphan(ctx context.Context) {
	r, ok := p.readRecord()
	if ok && runs(r.PID, homeFlag(p.home)) {
		p.say("stopping a Neo4j that an earlier mapper left behind (process %d) …", r.PID)
		terminate(r.PID)
		for end := time.Now().Add(grace); runs(r.PID, homeFlag(p.home)) && ctx.Err() == nil; pause(ctx, 50*time.Millisecond) {
			if time.Now().After(end) {
				killGroup(r.PID)
			}
		}
	}
	os.Remove(p.record())
}

// pause sleeps, and wakes early when ctx ends.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
