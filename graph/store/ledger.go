package store

import (
	"encoding/binary"

	"mapper/graph"
)

// A ledger says what the graph holds of one dataset's entities or claims: for each
// row the fingerprints of its id and of its content, and a few flags. It is 22 bytes
// a row in memory, so that a load can tell what has changed without asking for every
// node and edge. The graph keeps it as blobs, in nodes labelled Ledger (ledgerparts.go).
type ledger struct {
	keys, hashes []graph.RowHash
	flags        []uint16
	seen         []bool
	slots        []uint32 // open addressing over keys: index+1, 0 for empty
}

// Flags of a row; the rest is the number of its relation among the ledger's types.
const (
	flagEnded = 1 << iota // the source has closed it
	flagGone              // the latest release no longer has it
	flagBits  = iota
	// flagRemoved is that of a row the dataset has no more, which a later part of the
	// ledger says; it stands above the relation's number.
	flagRemoved = 1 << 15
)

// relationOf gives the number of a row's relation.
func relationOf(flags uint16) uint16 { return flags &^ flagRemoved >> flagBits }

// add notes one row; find works after index.
func (l *ledger) add(key, hash graph.RowHash, flags uint16) {
	l.keys, l.hashes, l.flags = append(l.keys, key), append(l.hashes, hash), append(l.flags, flags)
}

// index makes the rows findable.
func (l *ledger) index() {
	size := 8
	for size < 2*len(l.keys) {
		size *= 2
	}
	l.slots, l.seen = make([]uint32, size), make([]bool, len(l.keys))
	for i, key := range l.keys {
		at := uint64(key) & uint64(size-1)
		for l.slots[at] != 0 {
			at = (at + 1) & uint64(size-1)
		}
		l.slots[at] = uint32(i + 1)
	}
}

// has says whether the dataset has a row.
func (l *ledger) has(key graph.RowHash) bool {
	i := l.find(key)
	return i >= 0 && l.flags[i]&flagRemoved == 0
}

// find gives the place of a row, be it a removed one, and notes that it has been
// seen; -1 for none.
func (l *ledger) find(key graph.RowHash) int {
	if len(l.slots) == 0 {
		return -1
	}
	mask := uint64(len(l.slots) - 1)
	for at := uint64(key) & mask; l.slots[at] != 0; at = (at + 1) & mask {
		if i := int(l.slots[at] - 1); l.keys[i] == key {
			l.seen[i] = true
			return i
		}
	}
	return -1
}

// pack gives the fingerprints as blobs, 8 bytes a row, and the flags, 2 bytes a row.
func (l *ledger) pack() (keys, hashes, flags []byte) {
	for i := range l.keys {
		keys = binary.LittleEndian.AppendUint64(keys, uint64(l.keys[i]))
		hashes = binary.LittleEndian.AppendUint64(hashes, uint64(l.hashes[i]))
		flags = binary.LittleEndian.AppendUint16(flags, l.flags[i])
	}
	return keys, hashes, flags
}

// unpack adds the rows of blobs, translating the numbers of relations.
func (l *ledger) unpack(keys, hashes, flags []byte) {
	for i := 0; 8*i+8 <= len(keys) && 8*i+8 <= len(hashes) && 2*i+2 <= len(flags); i++ {
		l.add(graph.RowHash(binary.LittleEndian.Uint64(keys[8*i:])), graph.RowHash(binary.LittleEndian.Uint64(hashes[8*i:])),
			binary.LittleEndian.Uint16(flags[2*i:]))
	}
}
