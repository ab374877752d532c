package graph

import "slices"

// Release is one edition of a source that is published again and again: a document
// with its date.
type Release struct {
	Ref
	Published Date `json:"published,omitempty"`
}

// Seen says which releases of a dataset have a claim or an entity. Nothing that a
// source drops is taken out of the graph; it is marked here.
type Seen struct {
	Dataset string   `json:"dataset"`
	First   Release  `json:"first" doc:"the first release loaded that has it"`
	Last    Release  `json:"last" doc:"the last release loaded that has it"`
	Gone    *Release `json:"gone,omitempty" doc:"the release after that, which no longer has it"`
}

// SeenIn reads when something was seen from the ids of two releases: the first that
// has it and, only when the latest no longer does, the last. Releases are all that
// have been loaded of the dataset, in order. A first of "" means that the dataset is
// not published in releases, and gives nil.
func SeenIn(dataset, first, last string, releases []Release) *Seen {
	if first == "" {
		return nil
	}
	at := func(id string) int {
		return slices.IndexFunc(releases, func(r Release) bool { return r.ID == id })
	}
	named := func(id string) Release {
		if i := at(id); i >= 0 {
			return releases[i]
		}
		return Release{Ref: Ref{ID: id}} // of a load that is not finished
	}
	seen := &Seen{Dataset: dataset, First: named(first), Last: named(last)}
	switch i := at(last); {
	case last == "" && at(first) < 0:
		seen.Last = seen.First
	case last == "":
		seen.Last = releases[len(releases)-1]
	case i >= 0 && i+1 < len(releases):
		seen.Gone = &releases[i+1]
	}
	return seen
}
