package graph

import (
	"slices"
	"strings"
)

// KindsCalled gives the names of the kinds that a person means by a word: those with
// that name, label or plural in any case, else those in whose label or plural it stands
// as a word of several, such as each sort of trust.
func (v *Vocabulary) KindsCalled(word string) []string {
	word = strings.Join(strings.Fields(strings.ToLower(word)), " ")
	if word == "" {
		return nil
	}
	var exact, partly []string
	for _, k := range v.Kinds {
		names := []string{strings.ToLower(k.Name), strings.ToLower(k.Label), strings.ToLower(k.Plural)}
		switch {
		case word == names[0] || word == names[1] || word == names[2]:
			exact = append(exact, k.Name)
		case strings.Contains(" "+names[1]+" ", " "+word+" ") || strings.Contains(" "+names[2]+" ", " "+word+" "):
			partly = append(partly, k.Name)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return partly
}

// Among gives those of the kinds that are of a kind, or that kind where it is of one of
// them; all of them without a kind.
func (v *Vocabulary) Among(kinds []string, kind string) []string {
	if kind == "" {
		return kinds
	}
	var both []string
	for _, k := range kinds {
		switch {
		case slices.Contains(v.Labels([]string{k}), kind):
			both = append(both, k)
		case slices.Contains(v.Labels([]string{kind}), k):
			both = append(both, kind)
		}
	}
	return both
}
