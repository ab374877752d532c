package store

import "mapper/graph"

// book gathers the next ledger of one sort of row and writes it part by part. A
// whole part is written at once, under a generation that counts only when the load
// is finished; the last one goes with the load's end.
type book struct {
	load   *load
	sort   string
	number int
	next   part
}

// add notes a row for the next load to find.
func (b *book) add(key, hash graph.RowHash, flags uint16, id string) error {
	b.next.add(key, hash, flags, id)
	if len(b.next.keys) < partRows || b.load.options.DryRun {
		return nil
	}
	properties := b.properties()
	return b.load.store.apart(b.load.ctx, func(run runner) error {
		return run.do("ledger", map[string]any{"properties": properties})
	})
}

// close leaves the last part to the end of the load.
func (b *book) close() {
	if len(b.next.keys) > 0 && !b.load.options.DryRun {
		b.load.writer.note("ledger", map[string]any{"properties": b.properties()})
	}
}

func (b *book) properties() map[string]any {
	properties := b.next.properties(b.load.about.ID, b.sort, b.load.generation(), b.number)
	b.number++
	b.next = part{}
	return properties
}
