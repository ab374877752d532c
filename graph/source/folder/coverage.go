package folder

import (
	"errors"
	"io/fs"

	"mapper/graph"
)

// readCoverage reads coverage.csv, which a dataset may have: the places of its
// documents that make no claim, each with the reason.
func (f *Folder) readCoverage(report func(graph.Problem)) error {
	if _, err := fs.Stat(f.fsys, "coverage.csv"); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	documents := map[string]*graph.Document{}
	for i := range f.documents {
		documents[f.documents[i].ID] = &f.documents[i]
	}
	return f.read("coverage", coverageColumns, report, func(r *row) error {
		document := documents[r.text(0)]
		if document == nil {
			r.wrong(0, "%q is not in documents.csv", r.text(0))
			return nil
		}
		for column := 1; column <= 2; column++ {
			if r.text(column) == "" {
				r.wrong(column, "is missing")
			}
		}
		document.Passed = append(document.Passed, graph.Passed{Locator: r.text(1), Reason: r.text(2)})
		return nil
	})
}
