package store

import (
	"encoding/json"
	"slices"

	"mapper/graph"
)

// planEntities compares entities with what this and other datasets say of them:
// an entity that several describe is one node, made of all descriptions.
func (l *load) planEntities(p *plan, report *graph.Report) error {
	ids := make([]string, len(l.dataset.Entities))
	for i, e := range l.dataset.Entities {
		ids[i] = e.ID
	}
	rows, err := l.do("entities-before", map[string]any{"dataset": l.dataset.ID, "ids": ids})
	if err != nil {
		return err
	}
	before := map[string][]graph.Described{}
	for _, r := range rows {
		properties := r["entity"].(map[string]any)
		before[properties["id"].(string)] = describedBy(properties)
	}
	for _, e := range l.dataset.Entities {
		old := before[e.ID]
		delete(before, e.ID)
		now := graph.Described{Dataset: l.dataset.ID, Hash: graph.Hash([]any{e, l.vocabulary.Labels(e.Kinds)}), Entity: e}
		i := slices.IndexFunc(old, func(d graph.Described) bool { return d.Dataset == l.dataset.ID })
		if tally(&report.Entities, i >= 0, i >= 0 && old[i].Hash == now.Hash) {
			l.writeEntity(p, append(without(old, l.dataset.ID), now))
		}
	}
	for _, id := range sortedKeys(before) { // what the dataset no longer describes
		report.Entities.Removed++
		if rest := without(before[id], l.dataset.ID); len(rest) > 0 {
			l.writeEntity(p, rest)
		} else {
			p.entitiesGone = append(p.entitiesGone, id)
		}
	}
	return nil
}

func without(all []graph.Described, dataset string) []graph.Described {
	return slices.DeleteFunc(slices.Clone(all), func(d graph.Described) bool { return d.Dataset == dataset })
}

// writeEntity plans a node, its labels and its identifiers.
func (l *load) writeEntity(p *plan, described []graph.Described) {
	e := graph.Merge(described)
	labels := l.vocabulary.Labels(e.Kinds)
	p.entities = append(p.entities, map[string]any{"id": e.ID, "labels": labels, "properties": entityProperties(e, described)})
	p.identified = append(p.identified, e.ID)
	for _, c := range e.Codes {
		start, end := bounds(c.Span)
		p.identifiers = append(p.identifiers, map[string]any{"entity": e.ID, "id": c.Scheme + ":" + c.Value,
			"scheme": c.Scheme, "value": c.Value, "start": start, "end": end, "span": unless(c.Span.String())})
	}
}

// describedBy reads who describes a node, and how. A node of one dataset is its
// own description; one of several keeps each of them as JSON.
func describedBy(properties map[string]any) []graph.Described {
	var all []graph.Described
	for _, text := range texts(properties["descriptions"]) {
		var d graph.Described
		if json.Unmarshal([]byte(text), &d) == nil {
			all = append(all, d)
		}
	}
	if len(all) > 0 {
		return all
	}
	datasets, hashes := texts(properties["datasets"]), texts(properties["hashes"])
	if len(datasets) != 1 || len(hashes) != 1 {
		return nil
	}
	return []graph.Described{{Dataset: datasets[0], Hash: hashes[0], Entity: entityOf(properties)}}
}
