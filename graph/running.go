package graph

import "iter"

// Running is an answer whose rows come as the graph finds them.
type Running struct {
	// Answer has no rows. How many there were and the answer in words are known only
	// when Each has come to its end.
	Answer
	// Each gives the cells of one row after the other, once. An error is the last.
	Each iter.Seq2[[]any, error]
}

// Part leaves of an answer the rows of one part; what it says in words is about all.
func (r *Running) Part(skip, limit int) {
	all := r.Each
	r.Each = func(yield func([]any, error) bool) {
		n, given := 0, 0
		for cells, err := range all {
			if err != nil {
				yield(nil, err)
				return
			}
			if n++; n > skip && given < limit {
				given++
				if !yield(cells, nil) {
					return
				}
			}
		}
		if r.Shown.Shown = given; given < r.Total {
			r.Why = "a part at a time: ask for the next with skip"
		}
	}
}
