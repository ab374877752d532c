package web

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"mapper/graph"
)

// kept keeps answers for as long as the graph is the same. Whoever asks first has the
// graph asked; others who ask meanwhile wait for the same answer.
type kept[T any] struct {
	most int // answers; all are forgotten when there are more, for a crawler may ask for any number

	mu      sync.Mutex
	version string
	values  map[string]*keeping[T]
}

// keeping is an answer that is there when done is closed.
type keeping[T any] struct {
	begun time.Time
	done  chan struct{}
	value T
	err   error
}

// keptTime is how long the graph may work on one answer, waiting for its turn included.
const keptTime = time.Minute

// get gives the answer with this key. The graph goes on working when the caller's
// context ends, so that the next to ask has the answer. An error is not kept.
func (k *kept[T]) get(ctx context.Context, version, key string, ask func(context.Context) (T, error)) (T, error) {
	if graph.IsOverheard(ctx) { // somebody wants to know how it is found
		return ask(ctx)
	}
	one, first := k.at(version, key)
	if first {
		go k.fill(context.WithoutCancel(ctx), one, key, ask)
	}
	return one.wait(ctx)
}

// hurried gives the answer if it is there within a time, counted from when the graph
// was first asked: a page waits for it once, and those that follow do not.
func (k *kept[T]) hurried(ctx context.Context, wait time.Duration, version, key string, ask func(context.Context) (T, error)) (T, error) {
	if graph.IsOverheard(ctx) {
		return ask(ctx)
	}
	one, first := k.at(version, key)
	if first {
		go k.fill(context.WithoutCancel(ctx), one, key, ask)
	}
	ctx, cancel := context.WithDeadline(ctx, one.begun.Add(wait))
	defer cancel()
	return one.wait(ctx)
}

// wait gives the answer when it is there. One that is there goes before a context
// that has ended.
func (one *keeping[T]) wait(ctx context.Context) (T, error) {
	select {
	case <-one.done:
		return one.value, one.err
	default:
	}
	select {
	case <-one.done:
		return one.value, one.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// at finds the place of an answer, and says whether the caller is the first there.
func (k *kept[T]) at(version, key string) (one *keeping[T], first bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if one := k.values[key]; one != nil && k.version == version {
		return one, false
	}
	if k.version != version || len(k.values) >= k.most {
		k.version, k.values = version, map[string]*keeping[T]{}
	}
	one = &keeping[T]{begun: time.Now(), done: make(chan struct{})}
	k.values[key] = one
	return one, true
}

func (k *kept[T]) fill(ctx context.Context, one *keeping[T], key string, ask func(context.Context) (T, error)) {
	ctx, cancel := context.WithTimeout(ctx, keptTime)
	defer cancel()
	defer func() {
		if cause := recover(); cause != nil { // nobody above would
			one.err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
		}
		if one.err != nil {
			k.forget(key, one)
		}
		close(one.done)
	}()
	one.value, one.err = ask(ctx)
}

func (k *kept[T]) forget(key string, one *keeping[T]) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.values[key] == one {
		delete(k.values, key)
	}
}
