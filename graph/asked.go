package graph

import (
	"context"
	"slices"
	"sync"
)

// Asked is a statement that Neo4j was asked, with what it was given.
type Asked struct {
	File       string // where it is kept
	Text       string // the whole file: header and statement, as it was sent
	Parameters map[string]any
	Times      int // how often it was asked with these parameters or others; Parameters are the first
}

// Overheard collects what Neo4j is asked on behalf of one request.
type Overheard struct {
	mu  sync.Mutex
	all []Asked
}

type overheardKey struct{}

// Overhear gives a context whose questions to Neo4j are collected.
func Overhear(ctx context.Context) (context.Context, *Overheard) {
	o := &Overheard{}
	return context.WithValue(ctx, overheardKey{}, o), o
}

// IsOverheard says whether somebody collects what is asked in this context: then
// the graph must be asked, and no answer that is kept may stand in.
func IsOverheard(ctx context.Context) bool { return ctx.Value(overheardKey{}) != nil }

// Tell notes a statement that is about to be asked, when somebody listens.
func Tell(ctx context.Context, asked Asked) {
	o, ok := ctx.Value(overheardKey{}).(*Overheard)
	if !ok {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if i := slices.IndexFunc(o.all, func(have Asked) bool { return have.Text == asked.Text }); i >= 0 {
		o.all[i].Times++
		return
	}
	asked.Times = 1
	o.all = append(o.all, asked)
}

// All gives what has been asked so far, in the order of first asking.
func (o *Overheard) All() []Asked {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.all)
}
