package store

import "mapper/graph"

// boxes keeps the values that many rows have in common in the form in which the
// driver takes them, so that a million rows do not make a million of each.
type boxes struct {
	texts  map[string]any
	starts map[graph.Date]any
	ends   map[graph.Date]any
	spans  map[graph.Span]any
}

// boxLimit keeps a column that has nearly as many values as rows from filling the memory.
const boxLimit = 1 << 12

func newBoxes() *boxes {
	return &boxes{map[string]any{}, map[graph.Date]any{}, map[graph.Date]any{}, map[graph.Span]any{}}
}

// text gives a text, nil for the empty one: Neo4j keeps no empty properties.
func (b *boxes) text(s string) any {
	if s == "" {
		return nil
	}
	return kept(b.texts, s, func() any { return s })
}

// dates gives the days by which AsAt decides and the span as the source gives it.
func (b *boxes) dates(s graph.Span) (start, end, span any) {
	if s == (graph.Span{}) {
		return nil, nil, nil
	}
	return kept(b.starts, s.Start, func() any { start, _ := bounds(s); return start }),
		kept(b.ends, s.End, func() any { _, end := bounds(s); return end }),
		kept(b.spans, s, func() any { return s.String() })
}

func kept[K comparable](in map[K]any, key K, make func() any) any {
	value, ok := in[key]
	if !ok {
		value = make()
		if len(in) < boxLimit {
			in[key] = value
		}
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
