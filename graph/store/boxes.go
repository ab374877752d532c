package store

import (
	"strings"

	"mapper/graph"
)

// boxes keeps the values that many rows have in common in the form in which the
// driver takes them, so that a million rows do not make a million of each.
type boxes struct {
	texts map[string]any
	spans map[graph.Span]dates
}

// dates are those of a span, boxed.
type dates struct{ start, end, span any }

// boxLimit keeps a column that has nearly as many values as rows from filling the memory.
const boxLimit = 1 << 14

func newBoxes() *boxes {
	return &boxes{map[string]any{}, map[graph.Span]dates{}}
}

// text gives a text, nil for the empty one: Neo4j keeps no empty properties.
func (b *boxes) text(s string) any {
	if s == "" {
		return nil
	}
	if boxed, ok := b.texts[s]; ok {
		return boxed
	}
	s = strings.Clone(s) // it is a piece of a file's block, which would stay with it
	return keep[string, any](b.texts, s, s)
}

// dates gives the days by which AsAt decides and the span as the source gives it.
func (b *boxes) dates(s graph.Span) (start, end, span any) {
	if s == (graph.Span{}) {
		return nil, nil, nil
	}
	d, ok := b.spans[s]
	if !ok {
		s = graph.Span{Start: graph.Date(strings.Clone(string(s.Start))), End: graph.Date(strings.Clone(string(s.End)))}
		d.start, d.end = bounds(s)
		d.span = s.String()
		keep(b.spans, s, d)
	}
	return d.start, d.end, d.span
}

func keep[K comparable, V any](in map[K]V, key K, value V) V {
	if len(in) < boxLimit {
		in[key] = value
	}
	return value
}

// A block is the memory of one batch's rows, used again when the batch is written.
type block struct {
	rows  []any // each a []any of width values
	used  int
	width int
}

// next gives the memory of one more row.
func (b *block) next() []any {
	if b.used == len(b.rows) {
		b.rows = append(b.rows, make([]any, b.width))
	}
	b.used++
	return b.rows[b.used-1].([]any)
}

// list gives the rows that are in use.
func (b *block) list() []any { return b.rows[:b.used] }
