package store

import (
	"strings"
	"sync"

	"mapper/cypher"
	"mapper/graph"
)

// partRows is how many rows one node of a ledger holds: some 700 kB.
const partRows = 1 << 15

// held is a ledger as the graph holds it: parts with rows, whose ids are asked for
// only when rows of theirs have gone, and parts that say what has changed of these.
type held struct {
	ledger
	starts  []int                            // index of the first row of each part
	ids     func(part int) ([]string, error) // ids of a part, in its order
	parts   int                              // in all
	changes int                              // rows that a later part changed
}

// Limits from which on a ledger is written whole again.
const (
	wornShare = 2 // one row changed of so many
	wornParts = 64
)

// worn says that much of a ledger is changes, so that reading it takes longer than it
// should.
func (h *held) worn() bool {
	return h.changes > len(h.keys)/wornShare || h.parts > wornParts+2*len(h.keys)/partRows
}

// eachUnseen hands on the rows that no find has found, with the ids the graph has.
func (h *held) eachUnseen(use func(i int, id string) error) error {
	for part, start := range h.starts {
		end := len(h.keys)
		if part+1 < len(h.starts) {
			end = h.starts[part+1]
		}
		var ids []string
		for i := start; i < end; i++ {
			if h.seen[i] || h.flags[i]&flagRemoved != 0 {
				continue
			}
			if ids == nil {
				var err error
				if ids, err = h.ids(part); err != nil {
					return err
				}
			}
			if i-start >= len(ids) {
				return graph.Errorf(graph.Internal, "the ledger of the dataset is damaged: load it with --verify")
			}
			if err := use(i, strings.Clone(ids[i-start])); err != nil { // alone, else it would keep all of the part
				return err
			}
		}
	}
	return nil
}

// part is a piece of the next ledger on its way to the graph.
type part struct {
	ledger
	ids strings.Builder
}

func (p *part) add(key, hash graph.RowHash, flags uint16, id string) {
	p.ledger.add(key, hash, flags)
	p.ids.WriteString(id)
	p.ids.WriteByte('\n')
}

// properties gives the node that keeps the part.
func (p *part) properties(dataset, sort string, generation int64, number int) map[string]any {
	keys, hashes, flags := p.pack()
	properties := map[string]any{"dataset": dataset, "sort": sort, "generation": generation, "part": number, "keys": keys, "hashes": hashes, "flags": flags}
	if p.ids.Len() > 0 {
		properties["ids"] = []byte(p.ids.String())
	}
	return properties
}

// idsOf reads the ids of a part.
func idsOf(blob []byte) []string {
	text := strings.TrimSuffix(string(blob), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// readBook reads both ledgers of a dataset.
func (l *load) readBook() (entities, claims *held, err error) {
	parts := map[string][]map[string]any{}
	err = l.each("ledger-parts", map[string]any{"dataset": l.about.ID}, func(r row) error {
		sort := text(r["sort"])
		parts[sort] = append(parts[sort], map[string]any{"dataset": l.about.ID, "generation": r["generation"], "sort": sort, "part": r["part"]})
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	var other error
	var group sync.WaitGroup
	group.Go(func() { // the server reads one while the other is unpacked here
		entities, other = l.readHeld(parts["entities"], parts[changesOf("entities")])
	})
	claims, err = l.readHeld(parts["claims"], parts[changesOf("claims")])
	group.Wait()
	return entities, claims, firstError(err, other)
}

// changesOf is the sort of the parts that say what has changed of others.
func changesOf(sort string) string { return sort + " changed" }

// readHeld reads one ledger part by part: asked for all at once, the driver would hold
// every part before the first is used.
func (l *load) readHeld(rows, changes []map[string]any) (*held, error) {
	h := &held{parts: len(rows) + len(changes), ids: func(part int) (ids []string, err error) {
		err = l.each("ledger-ids", rows[part], func(r row) error {
			blob, _ := r["ids"].([]byte)
			ids = idsOf(blob)
			return nil
		})
		return ids, err
	}}
	for _, part := range rows {
		h.starts = append(h.starts, len(h.keys))
		if err := l.readPart(part, &h.ledger); err != nil {
			return nil, err
		}
	}
	h.index()
	for _, part := range changes {
		var later ledger
		if err := l.readPart(part, &later); err != nil {
			return nil, err
		}
		h.change(&later)
	}
	return h, nil
}

// readPart reads on a connection of its own: the lock keeps a part as it is.
func (l *load) readPart(part map[string]any, into *ledger) error {
	rows, err := l.store.readLong(l.ctx, cypher.Get("load", "ledger-read"), part)
	for _, r := range rows {
		keys, _ := r["keys"].([]byte)
		hashes, _ := r["hashes"].([]byte)
		flags, _ := r["flags"].([]byte)
		into.unpack(keys, hashes, flags)
	}
	return err
}

// change takes in what a later part says.
func (h *held) change(later *ledger) {
	for i, key := range later.keys {
		if at := h.find(key); at >= 0 {
			h.hashes[at], h.flags[at], h.seen[at] = later.hashes[i], later.flags[i], false
			h.changes++
		}
	}
}

// number gives the number of a relation in the ledger; types are numbered as met.
func (l *load) number(relation string) uint16 {
	if relation == "" {
		return 0
	}
	n, ok := l.numbers[relation]
	if !ok {
		n = uint16(len(l.types))
		l.types = append(l.types, relation)
		l.numbers[relation] = n
	}
	return n
}
