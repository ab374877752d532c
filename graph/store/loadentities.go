package store

import (
	"slices"

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
		l.writeEntity(b, there, old, append(without(old, l.about.ID), l.describe(c, old)))
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
