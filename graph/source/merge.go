package source

import (
	"cmp"
	"fmt"
	"slices"

	"mapper/graph"
)

// Merge makes one dataset of the results of several readers, in their order: the
// first that describes an entity names it. A claim between bodies that no source
// describes is set aside and counted; so is an entity that no claim names. The
// outcome is sorted, so that the same sources give the same dataset.
func Merge(results []*Result) (*graph.Dataset, Aside) {
	d := &graph.Dataset{}
	aside := Aside{Claims: map[string]int{}}
	d.Entities = described(results)
	index := NewIndex(d.Entities)
	named, cited := map[string]bool{}, map[string]bool{}
	for _, r := range results {
		for _, c := range r.Claims {
			if !settle(&c, index) {
				aside.Claims[r.Name]++
				continue
			}
			named[c.From], named[c.To], named[c.Speaker], cited[c.Document] = true, true, true, true
			d.Claims = append(d.Claims, c)
		}
		d.Documents = append(d.Documents, r.Documents...)
		d.Vocabulary.Kinds = append(d.Vocabulary.Kinds, r.Additions.Kinds...)
		d.Vocabulary.Relations = append(d.Vocabulary.Relations, r.Additions.Relations...)
	}
	lives(index, results)
	before := len(d.Entities)
	d.Entities = slices.DeleteFunc(d.Entities, func(e graph.Entity) bool { return !named[e.ID] })
	d.Documents = slices.DeleteFunc(d.Documents, func(doc graph.Document) bool { return !cited[doc.ID] })
	aside.Entities = before - len(d.Entities)
	slices.SortFunc(d.Documents, func(a, b graph.Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Entities, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Claims, func(a, b graph.Claim) int { return cmp.Compare(a.ID, b.ID) })
	place(d)
	return d, aside
}

// Aside counts what a merge left out.
type Aside struct {
	Claims   map[string]int // by source: an end is described by no source
	Entities int            // named by no claim
}

// described gathers what the sources say of each entity.
func described(results []*Result) []graph.Entity {
	said := map[string][]graph.Described{}
	var ids []string
	for i, r := range results {
		for _, e := range r.Entities {
			if isRef(e.ID) {
				continue // it adds to another
			}
			if said[e.ID] == nil {
				ids = append(ids, e.ID)
			}
			said[e.ID] = append(said[e.ID], graph.Described{Dataset: fmt.Sprintf("%06d", i), Entity: e})
		}
	}
	entities := make([]graph.Entity, len(ids))
	for i, id := range ids {
		entities[i] = graph.Merge(said[id])
		tidy(&entities[i])
	}
	return entities
}

// tidy drops aliases that differ from another name only in spelling, and kinds
// that a more telling one implies.
func tidy(e *graph.Entity) {
	seen := map[string]bool{Fold(e.Name): true}
	e.Aliases = slices.DeleteFunc(e.Aliases, func(alias string) bool {
		double := seen[Fold(alias)]
		seen[Fold(alias)] = true
		return double
	})
	v, kinds := graph.Standard(), slices.Clone(e.Kinds)
	e.Kinds = slices.DeleteFunc(e.Kinds, func(kind string) bool {
		return slices.ContainsFunc(kinds, func(other string) bool {
			return other != kind && v.Kind(other) != nil && slices.Contains(v.Labels([]string{other}), kind)
		})
	})
}

// settle puts ids in place of references and the ends of an undirected relation in order.
func settle(c *graph.Claim, index *Index) bool {
	from, fromKnown := index.Resolve(c.From)
	to, toKnown := index.Resolve(c.To)
	if !fromKnown || !toKnown {
		return false
	}
	c.From, c.To = from, to
	if r := graph.Standard().Relation(c.Relation); r != nil && r.Symmetric && c.From > c.To {
		c.From, c.To = c.To, c.From
	}
	return true
}

// place counts every row within its kind, since Check tells rows apart by line.
func place(d *graph.Dataset) {
	for i := range d.Documents {
		d.Documents[i].Place = graph.Place{File: "documents.csv", Line: i + 2}
	}
	for i := range d.Entities {
		d.Entities[i].Place = graph.Place{File: "entities.csv", Line: i + 2}
	}
	for i := range d.Claims {
		d.Claims[i].Place = graph.Place{File: "claims.csv", Line: i + 2}
	}
}
