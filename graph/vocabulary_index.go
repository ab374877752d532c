package graph

import "slices"

// vocabularyIndex finds the entries of a finished vocabulary by name.
type vocabularyIndex struct {
	kinds     map[string]int
	relations map[string]int
	labels    map[string][]string // of a kind: its ancestors and itself, widest first
}

func newIndex(v *Vocabulary) *vocabularyIndex {
	x := &vocabularyIndex{kinds: map[string]int{}, relations: map[string]int{}, labels: map[string][]string{}}
	for i, k := range v.Kinds {
		if _, ok := x.kinds[k.Name]; !ok {
			x.kinds[k.Name] = i
			x.labels[k.Name] = append(slices.Clone(x.labels[k.Parent]), k.Name)
		}
	}
	for i, r := range v.Relations {
		if _, ok := x.relations[r.Type]; !ok {
			x.relations[r.Type] = i
		}
	}
	return x
}

// Kind finds a kind by name; nil when there is none.
func (v *Vocabulary) Kind(name string) *Kind {
	if v.index != nil {
		if i, ok := v.index.kinds[name]; ok {
			return &v.Kinds[i]
		}
		return nil
	}
	for i := range v.Kinds {
		if v.Kinds[i].Name == name {
			return &v.Kinds[i]
		}
	}
	return nil
}

// Relation finds a relation by type; nil when there is none.
func (v *Vocabulary) Relation(typ string) *Relation {
	if v.index != nil {
		if i, ok := v.index.relations[typ]; ok {
			return &v.Relations[i]
		}
		return nil
	}
	for i := range v.Relations {
		if v.Relations[i].Type == typ {
			return &v.Relations[i]
		}
	}
	return nil
}

// Labels gives the kinds and all their ancestors, each once, widest first: the
// Neo4j labels of an entity of these kinds. The list is not the caller's to change.
func (v *Vocabulary) Labels(kinds []string) []string {
	if len(kinds) == 1 && v.index != nil {
		return slices.Clip(v.index.labels[kinds[0]])
	}
	var labels []string
	for _, name := range kinds {
		var line []string
		for k := v.Kind(name); k != nil; k = v.Kind(k.Parent) {
			line = append(line, k.Name)
		}
		for _, label := range slices.Backward(line) {
			if !slices.Contains(labels, label) {
				labels = append(labels, label)
			}
		}
	}
	return labels
}
