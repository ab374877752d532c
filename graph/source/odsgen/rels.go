package odsgen

import (
	"math/rand/v2"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// rels gives a member its relationships: of each sort one that stands as long as
// the member does, and before it those that have ended.
func (w *world) rels(r *orgref.Record, dice *rand.Rand, c, k int) {
	for _, rule := range classes[c].rels {
		n := int(rule.mean)
		if dice.Float64() < rule.mean-float64(n) {
			n++
		}
		if rule.mean > 1 && n == 0 {
			n = 1
		}
		for i := range n {
			if w.counts[rule.target] > 0 {
				w.rel(r, dice, c, k, rule, i)
			}
		}
	}
}

func (w *world) rel(r *orgref.Record, dice *rand.Rand, c, k int, rule rule, i int) {
	rel := orgref.Rel{ID: rule.id, Unique: unique(c, k, 4+len(r.Rels)), Status: r.Status,
		Target: w.code(rule.target, dice.IntN(w.counts[rule.target])),
		Dates:  orgref.Dates{Operational: r.Dates.Operational}}
	if gone := classes[rule.target].active == 0; i > 0 || gone || rule.id == "RE10" {
		rel.Status = orgref.Inactive
		rel.Dates.Operational = former(r.Dates.Operational, dice)
	}
	if rule.id == "RE8" {
		rel.Dates.Legal = rel.Dates.Operational
	}
	r.Rels = append(r.Rels, rel)
}

// former gives a stretch within a life, up to the middle of it.
func former(life orgref.Days, dice *rand.Rand) orgref.Days {
	first, last := year(life.Start), 2024
	if life.End != "" {
		last = year(life.End)
	}
	if first <= 1900 {
		first = 1974
	}
	until := day(dice, first+max(0, last-first)/2)
	if until < life.Start {
		until = life.Start
	}
	if life.End != "" && until > life.End {
		until = life.End
	}
	return orgref.Days{Start: life.Start, End: until}
}

func year(d graph.Date) int {
	return int(d[0]-'0')*1000 + int(d[1]-'0')*100 + int(d[2]-'0')*10 + int(d[3]-'0')
}
