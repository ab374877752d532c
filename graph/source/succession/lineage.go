package succession

import "fmt"

// lineage counts what successions amount to as a whole: codes that were split, codes
// that others were merged into, and how long the longest line of them is. Codes are
// held as hashes.
type lineage struct {
	from, into map[uint64]int      // on how many rows a code is the old one, the new one
	next       map[uint64][]uint64 // each succession once
}

func newLineage() lineage {
	return lineage{map[uint64]int{}, map[uint64]int{}, map[uint64][]uint64{}}
}

// row takes in a row of an old and a new code.
func (l *lineage) row(pair [2]uint64, again bool) {
	l.from[pair[0]]++
	l.into[pair[1]]++
	if pair[0] != pair[1] && !again {
		l.next[pair[0]] = append(l.next[pair[0]], pair[1])
	}
}

// notes says it in words.
func (l *lineage) notes() []string {
	longest := l.longest()
	if longest == 0 {
		return nil
	}
	return []string{fmt.Sprintf("old codes on several rows (splits): %d; new codes on several rows (mergers): %d; the longest chain: %d",
		several(l.from), several(l.into), longest)}
}

func several(counts map[uint64]int) int {
	n := 0
	for _, count := range counts {
		if count > 1 {
			n++
		}
	}
	return n
}

// longest gives the length of the longest chain of successions. One that comes back
// to where it was, which no published list has, counts up to there.
func (l *lineage) longest() int {
	lengths, longest := map[uint64]int{}, 0
	var chain func(code uint64) int
	chain = func(code uint64) int {
		if known, ok := lengths[code]; ok {
			return max(known, 0)
		}
		lengths[code] = -1 // under way
		length := 0
		for _, newer := range l.next[code] {
			length = max(length, 1+chain(newer))
		}
		lengths[code] = length
		return length
	}
	for code := range l.next {
		longest = max(longest, chain(code))
	}
	return longest
}
