package store

import "mapper/graph"

// book gathers what the next load has to know of one sort of row, and writes it part
// by part: the rows that the ledger does not have, and what has changed of those it
// has. Written anew, a ledger has all rows in the first way. A whole part is written
// at once, under a generation that counts only when the load is finished; the last
// ones go with the load's end.
type book struct {
	load    *load
	held    *held
	rows    pile
	changes pile // without ids: these stand with the rows
}

// pile is the parts of one sort, the last of them not yet full.
type pile struct {
	part
	sort   string
	number int
}

func (l *load) newBook(sort string, h *held) *book {
	return &book{load: l, held: h, rows: pile{sort: sort}, changes: pile{sort: changesOf(sort)}}
}

// note notes a row as it is now; i is its place in the ledger there was, -1 for none.
func (b *book) note(i int, key, hash graph.RowHash, flags uint16, id string) error {
	if i < 0 || b.load.anew {
		b.rows.add(key, hash, flags, id)
		return b.full(&b.rows)
	}
	if b.held.hashes[i] == hash && b.held.flags[i] == flags {
		return nil
	}
	b.changes.ledger.add(key, hash, flags)
	return b.full(&b.changes)
}

// gone notes a row that the dataset has no more: one that is published in releases
// keeps it, marked.
func (b *book) gone(i int, id string) error {
	flags := b.held.flags[i] | flagGone
	if b.load.about.Release == "" {
		if b.load.anew {
			return nil
		}
		flags = b.held.flags[i] | flagRemoved
	}
	return b.note(i, b.held.keys[i], b.held.hashes[i], flags, id)
}

// full writes a part that has enough rows.
func (b *book) full(p *pile) error {
	if len(p.keys) < partRows || b.load.options.DryRun {
		return nil
	}
	properties := b.taken(p)
	return b.load.store.apart(b.load.ctx, func(run runner) error { return run.do("ledger", properties) })
}

// close leaves the last parts to the end of the load.
func (b *book) close() {
	for _, p := range []*pile{&b.rows, &b.changes} {
		if len(p.keys) > 0 && !b.load.options.DryRun {
			b.load.writer.note("ledger", b.taken(p))
		}
	}
}

// taken gives a part as the statement takes it, and leaves an empty one.
func (b *book) taken(p *pile) map[string]any {
	properties := p.properties(b.load.about.ID, p.sort, b.load.generation(), p.number)
	p.number++
	p.part = part{}
	return map[string]any{"properties": properties}
}
