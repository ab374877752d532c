package store

import (
	"context"
	"sync"
)

// A crew writes batches, several at once, but never two whose masks meet: these
// would lock the same nodes and make each other wait.
type crew struct {
	store   *Store
	ctx     context.Context
	told    func(title string, rows int)
	mutex   sync.Mutex
	changed *sync.Cond
	ready   []*batch
	busy    uint64 // masks of what is being written
	working int
	closed  bool
	err     error
	group   sync.WaitGroup
}

// readyLimit bounds how many batches wait in memory.
const readyLimit = 2

func (s *Store) newCrew(ctx context.Context, workers int, told func(string, int)) *crew {
	c := &crew{store: s, ctx: ctx, told: told}
	c.changed = sync.NewCond(&c.mutex)
	for range workers {
		c.group.Go(c.work)
	}
	return c
}

// give hands in a batch, waiting while enough are waiting already.
func (c *crew) give(b *batch) error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for len(c.ready) >= readyLimit && c.err == nil {
		c.changed.Wait()
	}
	if c.err == nil {
		c.ready = append(c.ready, b)
		c.changed.Broadcast()
	}
	return c.err
}

// wait waits until all that was handed in is written.
func (c *crew) wait() error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for (len(c.ready) > 0 || c.working > 0) && c.err == nil {
		c.changed.Wait()
	}
	return c.err
}

// stop ends the workers; what they are at, they finish.
func (c *crew) stop() {
	c.mutex.Lock()
	c.closed = true
	c.changed.Broadcast()
	c.mutex.Unlock()
	c.group.Wait()
}

func (c *crew) work() {
	for {
		b := c.take()
		if b == nil {
			return
		}
		err := c.store.apart(c.ctx, b.do)
		c.done(b, err)
	}
}

// take waits for a batch that meets none being written; nil when there will be none.
func (c *crew) take() *batch {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for {
		if c.closed || c.err != nil {
			return nil
		}
		for i, b := range c.ready {
			if b.mask&c.busy == 0 {
				c.ready = append(c.ready[:i], c.ready[i+1:]...)
				c.busy |= b.mask
				c.working++
				c.changed.Broadcast()
				return b
			}
		}
		c.changed.Wait()
	}
}

func (c *crew) done(b *batch, err error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.busy &^= b.mask
	c.working--
	if err != nil && c.err == nil {
		c.err = err
	}
	if err == nil {
		c.told(b.title, b.rows)
		if b.written != nil {
			b.written()
		}
	}
	c.changed.Broadcast()
}
