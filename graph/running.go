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
