package odsgen

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// world is a release of which every record can be worked out alone, from the seed,
// its class and its number, so that none has to be held.
type world struct {
	Options
	counts [len(classes)]int
	chance *rand.Rand
	dice   *rand.PCG
}

func newWorld(o Options) *world {
	w := &world{Options: o, dice: rand.NewPCG(0, 0)}
	w.chance = rand.New(w.dice)
	left := o.Organisations
	for c := range classes {
		if classes[c].fixed > 0 { // a small world has fewer of them, but one of each
			w.counts[c] = min(left, max(1, min(classes[c].fixed, o.Organisations*classes[c].fixed/20_000)))
			left -= w.counts[c]
		}
	}
	rest := left
	for c := range classes {
		if classes[c].share > 0 {
			w.counts[c] = min(left, max(1, int(classes[c].share*float64(rest))))
			left -= w.counts[c]
		}
	}
	w.counts[other] = left
	return w
}

// Purposes of chance: each has a course of its own, so that one can be worked out
// without the others.
const (
	forLife = iota
	forRecord
	forEvents
	forChange
)

// roll starts the course of chance of one thing.
func (w *world) roll(purpose, c, k int) *rand.Rand {
	w.dice.Seed(w.Seed<<8|uint64(purpose), uint64(c)<<40|uint64(k))
	return w.chance
}

// code gives the code of a member of a class.
func (w *world) code(c, k int) string {
	class := &classes[c]
	base := 36
	if class.decimal {
		base = 10
	} else if c == commissioner || c == partnership {
		k += 10 * 36 // begins with a letter, where others have digits only
	}
	digits := strings.ToUpper(strconv.FormatInt(int64(k), base))
	return class.prefix + strings.Repeat("0", max(0, class.digits-len(digits))) + digits
}
