package store

import (
	"slices"
	"strings"

	"mapper/graph"
)

// entityWork is one batch of entities in the making.
type entityWork struct {
	fresh []entityChange // not in the graph, as far as the ledger knows
	known []entityChange // changed or gone
}

// entityChange is one entity to write, or (without an entity) one to take out.
type entityChange struct {
	id     string
	entity *graph.Entity
	hash   graph.RowHash
}

// compareEntities writes what has changed of the entities.
func (l *load) compareEntities() error {
	next := l.newBook("entities", l.entities)
	var work entityWork
	alone := newEntityBatch() // of entities that nobody else can have described
	err := l.rows.EachEntity(func(e *graph.Entity) error {
		key, hash := graph.HashID(e.ID), l.hasher.Entity(e, l.labelsOf(e.Kinds).names)
		what, i := l.judge(l.entities, l.report.OfKind(e.Kinds[0]), key, hash, e.End != "")
		if err := next.note(i, key, hash, flagsOf(e.End != "", 0), e.ID); err != nil || what == same {
			return err
		}
		if what == added && !l.before.others {
			l.writeAlone(alone, e, hash)
			if alone.fresh.used < batchRows {
				return nil
			}
			full := alone
			alone = l.emptyBatch()
			return l.writer.add(l.returned(full))
		}
		kept := *e
		kept.Kinds, kept.Aliases, kept.Codes = slices.Clone(e.Kinds), slices.Clone(e.Aliases), slices.Clone(e.Codes)
		change := entityChange{e.ID, &kept, hash}
		if what == added {
			work.fresh = append(work.fresh, change)
		} else {
			work.known = append(work.known, change)
		}
		return l.flushEntities(&work, batchRows)
	})
	if err == nil {
		err = firstError(l.writer.add(alone.batch()), l.flushEntities(&work, 1))
	}
	if err == nil {
		err = l.goneEntities(next)
	}
	next.close()
	return err
}

// flushEntities hands on a batch once it holds enough.
func (l *load) flushEntities(work *entityWork, enough int) error {
	if len(work.fresh)+len(work.known) < enough {
		return nil
	}
	before, err := l.describedBefore(work)
	if err != nil {
		return err
	}
	b := newEntityBatch()
	for _, c := range slices.Concat(work.fresh, work.known) {
		old, there := before[c.id]
		if there && c.entity.Name != nameBy(old, l.about.ID, c.entity.Name) {
			l.report.OfKind(c.entity.Kinds[0]).Renamed++
		}
		l.writeEntity(b, there, append(without(old, l.about.ID), l.describe(c, old)))
	}
	*work = entityWork{}
	return l.writer.add(b.batch())
}

// describe gives what this dataset now says of an entity.
func (l *load) describe(c entityChange, old []graph.Described) graph.Described {
	now := graph.Described{Dataset: l.about.ID, Hash: c.hash, First: l.about.Release, Entity: *c.entity}
	for _, d := range old {
		if d.Dataset == l.about.ID && d.First != "" {
			now.First = d.First
		}
	}
	return now
}

// nameBy gives the name that a dataset had for an entity.
func nameBy(described []graph.Described, dataset, otherwise string) string {
	for _, d := range described {
		if d.Dataset == dataset {
			return d.Entity.Name
		}
	}
	return otherwise
}

// kindBy gives the first kind that a dataset had for an entity.
func kindBy(described []graph.Described, dataset string) string {
	for _, d := range described {
		if d.Dataset == dataset && len(d.Entity.Kinds) > 0 {
			return d.Entity.Kinds[0]
		}
	}
	return "Entity"
}

// describedBefore reads what the graph has of the entities of a batch. Fresh ones
// are asked for only where another dataset may describe them.
func (l *load) describedBefore(work *entityWork) (map[string][]graph.Described, error) {
	var ids []string
	if l.before.others {
		for _, c := range work.fresh {
			ids = append(ids, c.id)
		}
	}
	for _, c := range work.known {
		ids = append(ids, c.id)
	}
	return l.described(ids)
}

func (l *load) described(ids []string) (map[string][]graph.Described, error) {
	before := map[string][]graph.Described{}
	if len(ids) == 0 {
		return before, nil
	}
	err := l.each("entities-before", map[string]any{"ids": ids}, func(r row) error {
		properties, _ := r["entity"].(map[string]any)
		before[text(properties["id"])] = describedBy(properties)
		return nil
	})
	return before, err
}

func without(all []graph.Described, dataset string) []graph.Described {
	return slices.DeleteFunc(slices.Clone(all), func(d graph.Described) bool { return d.Dataset == dataset })
}

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
			l.writeEntity(b, true, rest)
		} else {
			l.dropped = append(l.dropped, id)
		}
		return
	}
	for _, d := range old {
		if d.Dataset == l.about.ID && d.Last == "" {
			l.report.OfKind(d.Entity.Kinds[0]).Gone++
			d.Last, d.Gone = l.before.release, l.day
			l.writeEntity(b, true, append(rest, d))
		}
	}
}

// writeEntity adds a node, its labels and its identifiers to a batch.
func (l *load) writeEntity(b *entityBatch, there bool, described []graph.Described) {
	e := &described[0].Entity
	if len(described) > 1 {
		slices.SortFunc(described, func(a, b graph.Described) int { return strings.Compare(a.Dataset, b.Dataset) })
		merged := graph.Merge(described)
		e = &merged
	}
	into := &b.fresh
	if there {
		into = &b.known
		b.identified = append(b.identified, e.ID)
	}
	l.boxes.entityRow(into.next(), e, described, l.labelsOf(e.Kinds).names)
	for i := range e.Codes {
		l.boxes.identifierRow(b.identifiers.next(), e.ID, &e.Codes[i])
	}
}

// writeAlone adds a node that only this dataset describes: what writeEntity does, with
// all that such nodes have in common made once.
func (l *load) writeAlone(b *entityBatch, e *graph.Entity, hash graph.RowHash) {
	labels, row := l.labelsOf(e.Kinds), b.fresh.next()
	start, end, span := l.boxes.days.span(e.Span)
	row[0], row[1], row[2], row[3], row[4] = e.ID, labels.boxed, e.Name, labels.kinds, nil
	if len(e.Aliases) > 0 {
		row[4] = slices.Clone(e.Aliases)
	}
	row[5], row[6], row[7], row[8], row[9], row[10] = orNil(codeTexts(e.Codes)), start, end, span, unless(e.Anonymous), unless(e.Stub)
	row[11], row[12], row[13], row[14], row[15], row[16], row[17] = l.boxes.text(e.Note), l.alone.dataset, []int64{int64(hash)}, l.alone.first, nil, nil, nil
	for i := range e.Codes {
		l.boxes.identifierRow(b.identifiers.next(), e.ID, &e.Codes[i])
	}
}

// entityBatch is a batch of entities as the server is sent it.
type entityBatch struct {
	fresh, known, identifiers block
	identified                []string
}

func newEntityBatch() *entityBatch {
	return &entityBatch{fresh: block{width: entityWidth}, known: block{width: entityWidth}, identifiers: block{width: identifierWidth}}
}

// returned is a batch whose memory is used again when it is written.
func (l *load) returned(b *entityBatch) *batch {
	out := b.batch()
	out.written = func() {
		select {
		case l.spare <- b:
		default:
		}
	}
	return out
}

// emptyBatch gives a batch, in the memory of one that has been written where there is one.
func (l *load) emptyBatch() *entityBatch {
	select {
	case b := <-l.spare:
		b.fresh.used, b.identifiers.used = 0, 0
		return b
	default:
		return newEntityBatch()
	}
}

func (b *entityBatch) batch() *batch {
	return &batch{title: "entities", rows: b.fresh.used + b.known.used, do: func(run runner) error {
		for _, step := range []struct {
			name   string
			params map[string]any
			rows   int
		}{
			{"entities", map[string]any{"rows": b.known.list()}, b.known.used},
			{"identified-drop", map[string]any{"ids": b.identified}, len(b.identified)},
			{"entities-new", map[string]any{"rows": b.fresh.list()}, b.fresh.used},
			{"identifiers", map[string]any{"rows": b.identifiers.list()}, b.identifiers.used},
		} {
			if step.rows == 0 {
				continue
			}
			if err := run.do(step.name, step.params); err != nil {
				return err
			}
		}
		return nil
	}}
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
	if l.report.Total(); l.report.Entities.Changed+l.report.Entities.Removed == 0 {
		return nil
	}
	if err := l.writer.barrier(); err != nil {
		return err
	}
	return l.writer.add(&batch{title: "identifiers", rows: 1, do: func(run runner) error { return run.do("identifiers-drop", nil) }})
}
