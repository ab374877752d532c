package web

import (
	"slices"

	"mapper/graph"
)

// Words answers a template's questions about the vocabulary.
type Words struct{ *graph.Vocabulary }

// KindLabel gives what a person reads for a kind, the name itself when unknown.
func (w Words) KindLabel(name string) string {
	if k := w.Kind(name); k != nil {
		return k.Label
	}
	return name
}

// KindsLabel joins the labels of an entity's kinds.
func (w Words) KindsLabel(kinds []string) string {
	text := ""
	for i, k := range kinds {
		if i > 0 {
			text += ", "
		}
		text += w.KindLabel(k)
	}
	return text
}

// KindOf gives the first kind of an entity, by which it is drawn.
func (w Words) KindOf(ref graph.Ref) graph.Kind {
	if len(ref.Kinds) > 0 {
		if k := w.Kind(ref.Kinds[0]); k != nil {
			return *k
		}
	}
	return graph.Kind{Label: "Entity", Colour: "#5b6770", Icon: "circle"}
}

// Forward gives the phrase of a relation from its start.
func (w Words) Forward(typ string) string {
	if r := w.Relation(typ); r != nil {
		return r.Forward
	}
	return typ
}

// RelationName gives what a person reads for a relation.
func (w Words) RelationName(typ string) string {
	if r := w.Relation(typ); r != nil {
		return r.Name
	}
	return typ
}

// Legend gives the kinds that occur among the nodes, in the vocabulary's order.
func (w Words) Legend(nodes []graph.Node) []graph.Kind {
	var kinds []graph.Kind
	for _, k := range w.Kinds {
		if slices.ContainsFunc(nodes, func(n graph.Node) bool { return len(n.Kinds) > 0 && n.Kinds[0] == k.Name }) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}
