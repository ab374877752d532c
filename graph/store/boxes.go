package store

import "strings"

// boxes keeps the values that many rows have in common in the form in which the
// driver takes them, so that a million rows do not make a million of each.
type boxes struct {
	texts map[string]any
	days  days
}

// boxLimit keeps a column that has nearly as many values as rows from filling the memory.
const boxLimit = 1 << 14

func newBoxes() *boxes { return &boxes{texts: map[string]any{}} }

// text gives a text, nil for the empty one: Neo4j keeps no empty properties.
func (b *boxes) text(s string) any {
	if s == "" {
		return nil
	}
	if boxed, ok := b.texts[s]; ok {
		return boxed
	}
	s = strings.Clone(s) // it is a piece of a file's block, which would stay with it
	boxed := any(s)
	if len(b.texts) < boxLimit {
		b.texts[s] = boxed
	}
	return boxed
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
