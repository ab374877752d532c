package graph

import (
	"fmt"
	"strings"
)

// near suggests the closest of the known names, as a clause to end a message with.
func near(name string, known []string) string {
	n := newNearest(name)
	for _, k := range known {
		n.offer(k)
	}
	return n.clause()
}

// nearestName is the closest yet of the names offered: the first by alphabet among
// those that differ from a name in fewest letters, and in no more than a third.
type nearestName struct {
	name     string // lower case
	best     string
	distance int
}

func newNearest(name string) nearestName {
	return nearestName{name: strings.ToLower(name), distance: len(name)/3 + 1}
}

func (n *nearestName) offer(known string) {
	if apart := len(known) - len(n.name); apart > n.distance || -apart > n.distance {
		return // as many letters must be added or dropped
	}
	d := editDistance(n.name, strings.ToLower(known), n.distance)
	if d < n.distance || d == n.distance && n.best != "" && known < n.best {
		n.best, n.distance = strings.Clone(known), d
	}
}

// clause gives the suggestion, "" when nothing is close.
func (n *nearestName) clause() string {
	if n.best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %s?", n.best)
}

// editDistance counts the letters to insert, drop or change to turn a into b; it
// stops counting beyond limit.
func editDistance(a, b string, limit int) int {
	var room [2 * idLimit]int
	row := room[:]
	if len(b) >= len(room) {
		row = make([]int, len(b)+1)
	}
	row = row[:len(b)+1]
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal, least := row[0], i
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost = 1 + min(diagonal, row[j], row[j-1])
			}
			diagonal, row[j] = row[j], cost
			least = min(least, cost)
		}
		if least > limit {
			return least // no later row has less
		}
	}
	return row[len(b)]
}

func keys[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for k := range m {
		names = append(names, k)
	}
	return names
}

func kindNames(v *Vocabulary) []string {
	var names []string
	for _, k := range v.Kinds {
		names = append(names, k.Name)
	}
	return names
}

func relationTypes(v *Vocabulary) []string {
	var types []string
	for _, r := range v.Relations {
		types = append(types, r.Type)
	}
	return types
}
