package main

import (
	"fmt"
	"math"
	"sort"

	"mapper/graph"
)

// EachClaim implements graph.Stream. The claims of one member stand together, as
// they do in a register, so that types alternate.
func (w *world) EachClaim(use func(*graph.Claim) error) error {
	crowds := make([]crowd, len(relations))
	for r := range relations {
		crowds[r] = w.crowd(r)
	}
	for c := range classes {
		for i := range w.counts[c] {
			for r := range crowds {
				if err := w.memberClaims(&crowds[r], c, i, use); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// crowd is a relation at the world's scale.
type crowd struct {
	relation
	number  int       // of the relation
	members int       // how many take turns
	edges   int       // of all
	hubs    [][2]int  // class and number
	weights []float64 // of the hubs, added up
}

func (w *world) crowd(r int) crowd {
	c := crowd{relation: relations[r], number: r, edges: scaled(relations[r].count, leastEdges, w.scale)}
	for _, m := range c.relation.members {
		c.members += w.counts[m]
	}
	for _, h := range c.relation.hubs {
		for i := range w.counts[h] {
			c.hubs = append(c.hubs, [2]int{h, i})
		}
	}
	sum := 0.0
	for i := range c.hubs {
		// Evenly between 1 and spread on a logarithmic scale, in no order of their numbers.
		at := float64(i*7919%len(c.hubs)) / float64(len(c.hubs))
		sum += math.Pow(c.spread, at)
		c.weights = append(c.weights, sum)
	}
	return c
}

// hub draws one, the busier the likelier.
func (c *crowd) hub(dice namer) (class, number int) {
	at := dice.Float64() * c.weights[len(c.weights)-1]
	h := c.hubs[min(sort.SearchFloat64s(c.weights, at), len(c.hubs)-1)]
	return h[0], h[1]
}

// memberClaims gives the claims of a relation that a member has: its turns among all.
func (w *world) memberClaims(c *crowd, class, i int, use func(*graph.Claim) error) error {
	turn := i
	for _, m := range c.relation.members {
		if m == class {
			return w.turns(c, class, i, turn, use)
		}
		turn += w.counts[m]
	}
	return nil
}

func (w *world) turns(c *crowd, class, i, turn int, use func(*graph.Claim) error) error {
	if w.goneEntity(class, i) {
		return nil
	}
	for k := turn; k < c.edges; k += c.members {
		fate := w.fate(c.number, k)
		if fate == gone {
			continue
		}
		claim := w.claim(c, class, i, k)
		if fate == altered {
			alter(claim, k)
		}
		if err := use(claim); err != nil {
			return err
		}
		if fate != joined {
			continue
		}
		if err := use(w.claim(c, class, i, k+c.edges*c.members)); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) claim(c *crowd, class, i, k int) *graph.Claim {
	dice := w.roll(len(classes)+c.number, k)
	hubClass, hub := c.hub(dice)
	own := code(class, i)
	claim := &graph.Claim{ID: fmt.Sprintf("%s-%s-%s-%d", own, c.verb, code(hubClass, hub), k/c.members), Relation: c.typ,
		From: id(class, i), To: id(hubClass, hub), Span: graph.Span{Start: day(dice, 1995, 25), End: day(dice, 2027, 9)},
		Status: graph.Stated, Role: dice.of(c.roles), Document: w.document(), Locator: own}
	if c.down {
		claim.From, claim.To = claim.To, claim.From
	}
	if dice.IntN(20) == 0 {
		claim.Status = graph.Planned
	}
	return claim
}
