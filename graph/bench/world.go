package main

import (
	"fmt"
	"math/rand/v2"

	"mapper/graph"
)

// world is a made-up register in one release. It is a graph.Stream that makes its
// rows as they are asked for; the same options always make the same rows.
type world struct {
	scale   float64
	seed    uint64
	release int // 1, 2 (the same rows again) or 3 (one row in a hundred is another)
	counts  [len(classes)]int
	chance  *rand.PCG
}

var _ graph.Stream = (*world)(nil)

func newWorld(scale float64, seed uint64, release int) *world {
	w := &world{scale: scale, seed: seed, release: release, chance: rand.NewPCG(0, 0)}
	for i, c := range classes {
		w.counts[i] = scaled(c.count, c.least, scale)
	}
	return w
}

// roll gives the source of chance of one thing, which no other thing shares, so that
// a row that is left out or added changes no other.
func (w *world) roll(sort, number int) namer {
	w.chance.Seed(w.seed<<16|uint64(sort), uint64(number)*0x9e3779b97f4a7c15+1)
	return namer{rand.New(w.chance)}
}

func (w *world) document() string { return fmt.Sprintf("bench-2026-%02d", w.release) }

// About implements graph.Stream.
func (w *world) About() *graph.Dataset {
	return &graph.Dataset{ID: "bench", Title: "A made-up register", Licence: "CC0", Release: w.document()}
}

// EachDocument implements graph.Stream.
func (w *world) EachDocument(use func(*graph.Document) error) error {
	return use(&graph.Document{ID: w.document(), Title: fmt.Sprintf("Register, release %d", w.release), Publisher: "Nobody",
		Published: graph.Date(fmt.Sprintf("2026-%02d-01", w.release))})
}

// EachEntity implements graph.Stream.
func (w *world) EachEntity(use func(*graph.Entity) error) error {
	for c := range classes {
		for i := range w.counts[c] {
			if w.goneEntity(c, i) {
				continue
			}
			if err := use(w.entity(c, i)); err != nil {
				return err
			}
		}
	}
	for i := range w.newPeople() {
		if err := use(w.entity(person, w.counts[person]+i)); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) entity(c, i int) *graph.Entity {
	dice := w.roll(c, i)
	e := &graph.Entity{ID: id(c, i), Name: dice.name(dice.of(classes[c].names)), Kinds: classes[c].kinds}
	if c != person {
		e.Codes = []graph.Code{{Scheme: "ods", Value: code(c, i)}}
		e.Start = day(dice, 1974, 20)
	}
	w.changeEntity(c, i, e)
	return e
}

// size counts the rows of the first release.
func (w *world) size() (entities, claims int) {
	for _, n := range w.counts {
		entities += n
	}
	for _, r := range relations {
		claims += scaled(r.count, leastEdges, w.scale)
	}
	return entities, claims
}

// code is the member's own, such as QB00007 or, of a person, p000007.
func code(c, i int) string {
	if c == person {
		return fmt.Sprintf("p%06d", i)
	}
	return fmt.Sprintf("%s%05d", classes[c].prefix, i)
}

func id(c, i int) string {
	if c == person {
		return code(c, i)
	}
	return "ods:" + code(c, i)
}

// day gives a day in one of some years.
func day(dice namer, from, years int) graph.Date {
	return graph.Date(fmt.Sprintf("%04d-%02d-%02d", from+dice.IntN(years), 1+dice.IntN(12), 1+dice.IntN(28)))
}
