package folder

import (
	"errors"
	"io/fs"
	"slices"

	"mapper/graph"
)

// readCoverage reads coverage.csv, which a dataset may have: the places of its
// documents that make no claim, each with the reason.
func (r *reader) readCoverage(d *graph.Dataset) {
	if _, err := fs.Stat(r.fsys, "coverage.csv"); errors.Is(err, fs.ErrNotExist) {
		return
	}
	r.read("coverage.csv", coverageColumns, func(row row) {
		i := slices.IndexFunc(d.Documents, func(doc graph.Document) bool { return doc.ID == row.text("document") })
		if i < 0 {
			r.problems.Add(row.at, "document", "%q is not in documents.csv", row.text("document"))
			return
		}
		for _, field := range []string{"locator", "reason"} {
			if row.text(field) == "" {
				r.problems.Add(row.at, field, "is missing")
			}
		}
		d.Documents[i].Passed = append(d.Documents[i].Passed, graph.Passed{Locator: row.text("locator"), Reason: row.text("reason")})
	})
}
