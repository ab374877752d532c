package store

import (
	"slices"
	"strings"

	"mapper/graph"
)

// writeEntity adds a node, its labels and its identifiers to a batch. old is what the
// graph has of a node that is there: identifiers that stay as they are, are left alone.
func (l *load) writeEntity(b *entityBatch, there bool, old, described []graph.Described) {
	slices.SortFunc(described, func(a, b graph.Described) int { return strings.Compare(a.Dataset, b.Dataset) })
	e, into := mergedOf(described), &b.fresh
	if there {
		into = &b.known
	}
	l.boxes.entityRow(into.next(), e, described, l.labelsOf(e.Kinds).names)
	if there {
		before := mergedOf(old).Codes
		if !l.doubtful() && slices.Equal(before, e.Codes) {
			return
		}
		b.identified = append(b.identified, e.ID)
		l.unborne(before)
	}
	for i := range e.Codes {
		l.boxes.identifierRow(b.identifiers.next(), e.ID, &e.Codes[i])
	}
}

// mergedOf makes one entity of all descriptions.
func mergedOf(described []graph.Described) *graph.Entity {
	switch len(described) {
	case 0:
		return &graph.Entity{}
	case 1:
		return &described[0].Entity
	}
	merged := graph.Merge(described)
	return &merged
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
