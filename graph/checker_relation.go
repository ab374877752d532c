package graph

import "math"

// kindSets numbers the lists of kinds that entities have, from 1: many entities
// share a few lists. 0 is a list too many.
type kindSets struct {
	vocabulary *Vocabulary
	numbers    map[string]uint16
	sets       []kindSet
	key        []byte
}

type kindSet struct {
	kinds []string
	known bool // there are some, and all are in the vocabulary
}

func newKindSets(v *Vocabulary) kindSets {
	return kindSets{vocabulary: v, numbers: map[string]uint16{}, sets: make([]kindSet, 1)}
}

// of gives the number of a list of kinds.
func (k *kindSets) of(kinds []string) uint16 {
	if len(kinds) == 1 {
		if number, ok := k.numbers[kinds[0]]; ok {
			return number
		}
	}
	k.key = k.key[:0]
	for i, kind := range kinds {
		if i > 0 {
			k.key = append(k.key, 0)
		}
		k.key = append(k.key, kind...)
	}
	if number, ok := k.numbers[string(k.key)]; ok {
		return number
	}
	return k.add(kinds)
}

func (k *kindSets) add(kinds []string) uint16 {
	number := len(k.sets)
	if number > math.MaxUint16 {
		return 0
	}
	set := kindSet{known: len(kinds) > 0}
	for _, kind := range kinds {
		set.kinds = append(set.kinds, string([]byte(kind))) // a kind keeps no block of a file alive
		set.known = set.known && k.vocabulary.Kind(kind) != nil
	}
	k.sets = append(k.sets, set)
	k.numbers[string(k.key)] = uint16(number)
	return uint16(number)
}

// relationCheck remembers what was found out about the claims of one relation.
type relationCheck struct {
	typ      string
	relation *Relation           // nil when there is no such relation
	verdicts map[[2]uint16]error // by the sets of kinds at both ends
}

// verdictLimit bounds what is remembered of datasets with absurdly many lists of kinds.
const verdictLimit = 1 << 16

// relation checks what joins the ends; a fault reported of an end is not repeated.
func (c *checker) relation(cl *Claim, from, to described) {
	r := c.relationOf(cl.Relation)
	if r.relation == nil {
		c.add(cl.Place, "relation", "%q is not a relation of the vocabulary%s", cl.Relation,
			lazily(func() string { return near(cl.Relation, relationTypes(c.vocabulary)) }))
		return
	}
	if from.hash == 0 || to.hash == 0 || !c.kinds.sets[from.kinds].known || !c.kinds.sets[to.kinds].known {
		return
	}
	ends := [2]uint16{from.kinds, to.kinds}
	verdict, ok := r.verdicts[ends]
	if !ok {
		verdict = c.vocabulary.Allows(r.relation, c.kinds.sets[from.kinds].kinds, c.kinds.sets[to.kinds].kinds)
		if len(r.verdicts) >= verdictLimit {
			clear(r.verdicts)
		}
		r.verdicts[ends] = verdict
	}
	if verdict != nil {
		c.add(cl.Place, "relation", "%v", verdict)
	}
	if r.relation.Symmetric && cl.From > cl.To {
		c.add(cl.Place, "from", "%s has no direction and is stored once: write %s first, then %s", cl.Relation, cl.To, cl.From)
	}
}

// relationOf finds a relation; rows of the same one often stand together.
func (c *checker) relationOf(typ string) *relationCheck {
	if c.last != nil && c.last.typ == typ {
		return c.last
	}
	r := c.relations[typ]
	if r == nil {
		r = &relationCheck{relation: c.vocabulary.Relation(typ), verdicts: map[[2]uint16]error{}}
		if r.relation == nil {
			return r // not remembered: there may be as many as rows
		}
		r.typ = r.relation.Type
		c.relations[r.typ] = r
	}
	c.last = r
	return r
}
