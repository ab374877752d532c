package store

import (
	"slices"

	"mapper/graph"
)

// goneEntities deals with what the dataset no longer describes: what is published in
// releases is kept and marked, anything else is described no more.
func (l *load) goneEntities(next *book) error {
	var ids []string
	err := l.entities.eachUnseen(func(i int, id string) error {
		if err := next.gone(i, id); err != nil || l.about.Release != "" && l.entities.flags[i]&flagGone != 0 {
			return err
		}
		if ids = append(ids, id); len(ids) < batchRows {
			return nil
		}
		gone := ids
		ids = nil
		return l.goneOf(gone)
	})
	if err == nil {
		err = l.goneOf(ids)
	}
	return err
}

// goneOf deals with one batch of them.
func (l *load) goneOf(ids []string) error {
	before, err := l.described(ids)
	if err != nil {
		return err
	}
	b := newEntityBatch()
	for _, id := range ids {
		l.goneEntity(b, id, before[id])
	}
	return l.writer.add(b.batch())
}

func (l *load) goneEntity(b *entityBatch, id string, old []graph.Described) {
	rest := without(old, l.about.ID)
	if l.about.Release == "" {
		l.report.OfKind(kindBy(old, l.about.ID)).Removed++
		if len(rest) > 0 {
			l.writeEntity(b, true, old, rest)
		} else {
			l.dropped = append(l.dropped, id)
			l.unborne(mergedOf(old).Codes)
		}
		return
	}
	for _, d := range old {
		if d.Dataset == l.about.ID && d.Last == "" {
			l.report.OfKind(d.Entity.Kinds[0]).Gone++
			d.Last, d.Gone = l.before.release, l.day
			l.writeEntity(b, true, old, append(rest, d))
		}
	}
}

// dropEntities takes out entities that no dataset describes any more, once their
// edges are gone, and identifiers that nothing bears.
func (l *load) dropEntities() error {
	for ids := range slices.Chunk(l.dropped, batchRows) {
		err := l.writer.add(&batch{title: "entities", rows: len(ids), do: func(run runner) error {
			return run.do("entities-drop", map[string]any{"ids": ids})
		}})
		if err != nil {
			return err
		}
	}
	if err := l.writer.barrier(); err != nil {
		return err
	}
	return l.dropIdentifiers()
}
