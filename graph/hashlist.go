package graph

// hashList collects hashes to find out at the end which stand in it twice. It takes
// 8 bytes a row and is several times as fast as asking a table for each, which would wait for
// memory once a row.
type hashList struct {
	parts [tableParts]hashPart
}

// hashPart holds the hashes of the same lowest bits, in pieces that never move.
type hashPart struct {
	pieces [][]uint64
	count  int
}

// hashPiece is how many hashes are allocated at a time.
const hashPiece = 1 << 9

func (l *hashList) add(hash uint64) {
	p := &l.parts[hash%tableParts]
	if p.count%hashPiece == 0 {
		p.pieces = append(p.pieces, make([]uint64, 0, hashPiece))
	}
	last := &p.pieces[len(p.pieces)-1]
	*last = append(*last, hash)
	p.count++
}

// twice gives up to limit hashes that were added more than once.
func (l *hashList) twice(limit int) map[uint64]bool {
	found := map[uint64]bool{}
	var slots []uint64 // of the part at hand, 0 when empty: small enough for the processor's cache
	for i := range l.parts {
		p := &l.parts[i]
		size := 2*p.count + 1
		if len(slots) < size {
			slots = make([]uint64, size+size/8)
		}
		clear(slots)
		for _, piece := range p.pieces {
			for _, hash := range piece {
				if !insert(slots, max(hash, 1)) && len(found) < limit {
					found[hash] = true
				}
			}
		}
	}
	return found
}

// insert gives false when the hash is there already.
func insert(slots []uint64, hash uint64) bool {
	i := int(hash / tableParts % uint64(len(slots)))
	for slots[i] != 0 {
		if slots[i] == hash {
			return false
		}
		if i++; i == len(slots) {
			i = 0
		}
	}
	slots[i] = hash
	return true
}
