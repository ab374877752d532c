package source

import "mapper/graph"

// Known is what the graph holds already, of other datasets than the one that is
// read. The zero Known knows nothing.
type Known struct {
	// Bearers gives, by code ("ods:06K"), the bodies that bear or bore it. Only codes
	// that some body bears under another id than the code itself need be here, but
	// then with all their bearers: a body whose id is its only code is found without.
	Bearers map[string][]Bearer
	// Described says whether this dataset has described a body under this id before,
	// so that the body keeps it; nil when it never was loaded.
	Described func(id string) bool
}

// Bearer is a body that bears or bore a code, over a span of dates.
type Bearer struct {
	ID    string
	Name  string
	Kinds []string
	graph.Span
}
