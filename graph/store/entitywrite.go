package store

import (
	"slices"
	"strings"

	"mapper/graph"
)

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
