package orgref

import (
	"slices"
	"sync"

	"mapper/graph"
)

// isNamed gives, of each kind, whether areas are named after bodies of it.
var isNamed = sync.OnceValue(func() map[string]bool {
	v, is := graph.Standard(), map[string]bool{}
	for _, kind := range v.Kinds {
		labels := v.Labels([]string{kind.Name})
		is[kind.Name] = slices.ContainsFunc(named, func(name string) bool { return slices.Contains(labels, name) })
	}
	return is
})
