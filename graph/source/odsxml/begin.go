package odsxml

import (
	"strings"
	"time"

	"mapper/graph"
	"mapper/graph/source/ods"
	"mapper/graph/source/orgref"
)

// The types of part that hold all records of their sort; others hold what changed.
const (
	full    = "Full"
	archive = "Archive"
)

// together is how far apart the days of two parts of one release may be.
const together = 14 * 24 * time.Hour

// begin takes what a part says of itself: the first part says which release it is,
// and the others must be of the same.
func (r *reading) begin(m partly, file string) error {
	if m.kind != "" && m.kind != full && m.kind != archive {
		return graph.Errorf(graph.Invalid, "is of type %q, which holds only what changed: load a release of type %s or %s", m.kind, full, archive)
	}
	if r.Release != "" {
		m.published = r.Release
	}
	if m.published == "" {
		return graph.Errorf(graph.Invalid, "has no Manifest with a PublicationDate: say when it was published (--release DATE)")
	}
	if r.emitter == nil {
		return r.open(m, file)
	}
	before, _ := r.release.Published.First()
	day, _ := m.published.First()
	if apart := day.Sub(before); apart > together || apart < -together {
		return graph.Errorf(graph.Invalid, "was published on %s, and %s on %s: give the parts of one release together, or say which release they are (--release DATE)", m.published, r.first, r.release.Published)
	}
	return nil
}

func (r *reading) open(m partly, file string) (err error) {
	r.first = file
	r.release = orgref.Release{Dataset: dataset, Title: "Organisation Data Service", Published: m.published, Note: m.note()}
	if m.kind == archive {
		r.release.Dataset, r.release.Title = archiveDataset, "Organisation Data Service, archive"
	}
	if r.Release != "" {
		r.release.Dating = "as given when it was loaded"
	}
	r.emitter, err = orgref.NewEmitter(r.release, r.to)
	return err
}

// note says what the part says of itself.
func (m partly) note() string {
	var said []string
	for _, s := range []struct{ what, value string }{{"", m.content}, {"version ", m.version}} {
		if s.value != "" {
			said = append(said, s.what+s.value)
		}
	}
	return strings.Join(said, ", ")
}

// publishedOn reads the day of a Manifest.
func publishedOn(text string) (graph.Date, error) {
	day, err := ods.Day(text)
	if err != nil {
		return "", graph.Errorf(graph.Invalid, "PublicationDate: %v", err)
	}
	return day, nil
}
