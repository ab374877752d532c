package graph

import (
	"slices"
	"strings"
)

// CheckKinds fails at the first name that is no kind of the vocabulary, and says
// which there are.
func (v *Vocabulary) CheckKinds(names []string) error {
	for _, name := range names {
		if v.Kind(name) == nil {
			return noSuch("kind", name, kindNames(v))
		}
	}
	return nil
}

// CheckRelations likewise fails at the first type that is no relation.
func (v *Vocabulary) CheckRelations(types []string) error {
	for _, typ := range types {
		if v.Relation(typ) == nil {
			return noSuch("relation", typ, relationTypes(v))
		}
	}
	return nil
}

// CheckStatuses likewise fails at the first that is no status of a claim.
func CheckStatuses(statuses []Status) error {
	for _, status := range statuses {
		if !slices.Contains(Statuses, status) {
			names := make([]string, len(Statuses))
			for i, s := range Statuses {
				names[i] = string(s)
			}
			return noSuch("status", string(status), names)
		}
	}
	return nil
}

func noSuch(what, name string, all []string) error {
	return Errorf(Invalid, "There is no %s %q; there are %s.", what, name, strings.Join(all, ", "))
}
