package graph

import "math/bits"

// described is what a check remembers of an entity.
type described struct {
	hash  uint64 // of its id; 0 is an empty slot
	line  uint32
	kinds uint16 // number of its list of kinds
}

// describedTable finds what is remembered by hash: open addressing in parts that
// grow by a quarter, one by one, so that neither spare room nor growing takes much
// memory: 19 to 24 bytes a row.
type describedTable struct {
	parts [tableParts]describedPart
}

type describedPart struct {
	slots []described
	used  int
}

// tableParts is how many parts a table has, by the lowest bits of the hash.
const tableParts = 64

// get finds what is remembered of a hash; its hash is 0 when that is nothing.
func (t *describedTable) get(hash uint64) described {
	hash = max(hash, 1)
	p := &t.parts[hash%tableParts]
	if p.used == 0 {
		return described{}
	}
	return p.slots[p.find(hash)]
}

// put remembers, and gives what was remembered of the same hash.
func (t *describedTable) put(d described) (earlier described) {
	d.hash = max(d.hash, 1)
	p := &t.parts[d.hash%tableParts]
	if p.used*20 >= len(p.slots)*17 {
		p.grow()
	}
	i := p.find(d.hash)
	earlier, p.slots[i] = p.slots[i], d
	if earlier.hash == 0 {
		p.used++
	}
	return earlier
}

// find gives the slot of a hash, or the empty one it would have. The upper bits choose
// the first slot to look at, in proportion, so that there may be any number of slots.
func (p *describedPart) find(hash uint64) int {
	high, _ := bits.Mul64(hash, uint64(len(p.slots)))
	i := int(high)
	for p.slots[i].hash != hash && p.slots[i].hash != 0 {
		if i++; i == len(p.slots) {
			i = 0
		}
	}
	return i
}

func (p *describedPart) grow() {
	old := p.slots
	p.slots = make([]described, max(16, len(old)+len(old)/4))
	for _, d := range old {
		if d.hash != 0 {
			p.slots[p.find(d.hash)] = d
		}
	}
}
