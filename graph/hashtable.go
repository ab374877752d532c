package graph

import "math/bits"

// table remembers a small value by 64-bit hash: open addressing in parts that grow
// one by one by a third, so that neither growing nor spare room takes much memory. With values of 6
// bytes it takes 17 to 24 bytes a row.
type table[V any] struct {
	parts [tableParts]tablePart[V]
}

type tablePart[V any] struct {
	hashes []uint64 // 0 is an empty slot
	values []V
	used   int
}

const (
	tableParts = 64 // a power of two
	tableStart = 12 // slots of a part at first
)

// get finds the value of a hash.
func (t *table[V]) get(hash uint64) (value V, ok bool) {
	hash = nonZero(hash)
	p := &t.parts[hash%tableParts]
	if p.used == 0 {
		return value, false
	}
	i := p.slot(hash)
	return p.values[i], p.hashes[i] == hash
}

// put sets the value of a hash and gives the one it had.
func (t *table[V]) put(hash uint64, value V) (earlier V, had bool) {
	hash = nonZero(hash)
	p := &t.parts[hash%tableParts]
	if p.used*5 >= len(p.hashes)*4 {
		p.grow()
	}
	i := p.slot(hash)
	if p.hashes[i] == hash {
		earlier, p.values[i] = p.values[i], value
		return earlier, true
	}
	p.hashes[i], p.values[i] = hash, value
	p.used++
	return earlier, false
}

// slot finds where a hash stands or would stand. The upper bits choose the first
// slot to look at, in proportion, so that the number of slots need not be a power of two.
func (p *tablePart[V]) slot(hash uint64) int {
	high, _ := bits.Mul64(hash, uint64(len(p.hashes)))
	i := int(high)
	for p.hashes[i] != 0 && p.hashes[i] != hash {
		if i++; i == len(p.hashes) {
			i = 0
		}
	}
	return i
}

func (p *tablePart[V]) grow() {
	old := *p
	size := max(tableStart, len(old.hashes)+len(old.hashes)/3)
	p.hashes, p.values = make([]uint64, size), make([]V, size)
	for j, hash := range old.hashes {
		if hash != 0 {
			i := p.slot(hash)
			p.hashes[i], p.values[i] = hash, old.values[j]
		}
	}
}

func nonZero(hash uint64) uint64 {
	if hash == 0 {
		return 1
	}
	return hash
}
