package store

import (
	"strings"

	"mapper/graph"
)

// partRows is how many rows one node of a ledger holds: some 700 kB.
const partRows = 1 << 15

// held is a ledger as the graph holds it: parts, whose ids are asked for only when
// rows of theirs have gone.
type held struct {
	ledger
	starts []int                            // index of the first row of each part
	ids    func(part int) ([]string, error) // ids of a part, in its order
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
			if h.seen[i] {
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
	return map[string]any{"dataset": dataset, "sort": sort, "generation": generation, "part": number,
		"keys": keys, "hashes": hashes, "flags": flags, "ids": []byte(p.ids.String())}
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
func (l *load) readBook(generation int64) (entities, claims *held, err error) {
	if entities, err = l.readHeld("entities", generation); err == nil {
		claims, err = l.readHeld("claims", generation)
	}
	return entities, claims, err
}

// readHeld reads one ledger part by part: asked for all at once, the driver would hold
// every part before the first is used.
func (l *load) readHeld(sort string, generation int64) (*held, error) {
	of := func(part int) map[string]any {
		return map[string]any{"dataset": l.about.ID, "generation": generation, "sort": sort, "part": part}
	}
	h := &held{ids: func(part int) (ids []string, err error) {
		err = l.each("ledger-ids", of(part), func(r row) error {
			blob, _ := r["ids"].([]byte)
			ids = idsOf(blob)
			return nil
		})
		return ids, err
	}}
	for there := true; there; {
		there = false
		err := l.each("ledger-read", of(len(h.starts)), func(r row) error {
			there = true
			keys, _ := r["keys"].([]byte)
			hashes, _ := r["hashes"].([]byte)
			flags, _ := r["flags"].([]byte)
			h.starts = append(h.starts, len(h.keys))
			h.unpack(keys, hashes, flags)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	h.index()
	return h, nil
}

// surveyGraph makes both ledgers from the nodes and edges themselves, when a load
// has not been finished or the ledger is not to be trusted.
func (l *load) surveyGraph() (entities, claims *held, err error) {
	if entities, err = l.surveyRows("entities-held"); err == nil {
		claims, err = l.surveyRows("claims-held")
	}
	return entities, claims, err
}

func (l *load) surveyRows(statement string) (*held, error) {
	h := &held{}
	var ids strings.Builder // one text for all, so that a million ids are no million objects
	var ends []int
	err := l.each(statement, map[string]any{"dataset": l.about.ID}, func(r row) error {
		id := text(r["id"])
		hash, _ := r["hash"].(int64)
		flags := l.number(text(r["relation"])) << flagBits
		if ended, _ := r["ended"].(bool); ended {
			flags |= flagEnded
		}
		if gone, _ := r["gone"].(bool); gone {
			flags |= flagGone
		}
		h.add(graph.HashID(id), graph.RowHash(hash), flags)
		ids.WriteString(id)
		ends = append(ends, ids.Len())
		return nil
	})
	h.index()
	if len(h.keys) > 0 {
		h.starts = []int{0}
	}
	h.ids = func(int) ([]string, error) {
		all, from := make([]string, len(ends)), 0
		for i, end := range ends {
			all[i], from = ids.String()[from:end], end
		}
		return all, nil
	}
	return h, err
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
