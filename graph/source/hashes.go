package source

import (
	"math/bits"

	"github.com/cespare/xxhash/v2"
)

// Hash is the fingerprint by which ids are remembered. Two of a million ids are
// taken for one about once in forty million times.
func Hash(id string) uint64 { return max(xxhash.Sum64String(id), 1) }

// HashBytes is the Hash of an id that stands in a buffer.
func HashBytes(id []byte) uint64 { return max(xxhash.Sum64(id), 1) }

// Hashes remembers a small value by fingerprint, in a third of the time and half of
// the memory that a map takes: open addressing, in parts that grow one by one by a
// half. The zero Hashes is empty.
type Hashes[V any] struct {
	parts [hashParts]hashPart[V]
	count int
}

type hashPart[V any] struct {
	slots []hashSlot[V]
	used  int
}

type hashSlot[V any] struct {
	value V
	hash  uint64 // 0 where the slot is empty; last, so that a value without size takes no room
}

// hashParts is how many parts there are; the lowest bits of a hash tell which.
const hashParts = 64

// Find gives where the value of a hash is, nil where there is none. It is good until
// the next Put.
func (h *Hashes[V]) Find(hash uint64) *V {
	p := &h.parts[hash%hashParts]
	if p.used == 0 {
		return nil
	}
	if slot := p.slot(hash); slot.hash == hash {
		return &slot.value
	}
	return nil
}

// Put gives where the value of a hash is, and whether there was one; else it is zero.
func (h *Hashes[V]) Put(hash uint64) (value *V, had bool) {
	p := &h.parts[hash%hashParts]
	if p.used*5 >= len(p.slots)*4 {
		p.grow()
	}
	slot := p.slot(hash)
	if slot.hash == hash {
		return &slot.value, true
	}
	slot.hash = hash
	p.used++
	h.count++
	return &slot.value, false
}

// Len is how many hashes have a value.
func (h *Hashes[V]) Len() int { return h.count }

// slot finds the slot of a hash, or the empty one it would have. The upper bits tell
// where to begin to look, in proportion, so that there may be any number of slots.
func (p *hashPart[V]) slot(hash uint64) *hashSlot[V] {
	at, _ := bits.Mul64(hash, uint64(len(p.slots)))
	i := int(at)
	for p.slots[i].hash != hash && p.slots[i].hash != 0 {
		if i++; i == len(p.slots) {
			i = 0
		}
	}
	return &p.slots[i]
}

func (p *hashPart[V]) grow() {
	old := p.slots
	p.slots = make([]hashSlot[V], max(16, len(old)+len(old)/2))
	for i := range old {
		if old[i].hash != 0 {
			*p.slot(old[i].hash) = old[i]
		}
	}
}
