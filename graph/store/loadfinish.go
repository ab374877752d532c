package store

import (
	"encoding/json"
	"slices"
)

// finish notes what has been loaded, together with the last rows of a small load.
func (l *load) finish() error {
	if l.anew {
		l.writer.note("ledger-drop", map[string]any{"dataset": l.about.ID, "from": l.generation(), "to": l.generation()})
	}
	if l.isDrop() {
		l.writer.note("dataset-drop", map[string]any{"dataset": l.about.ID})
	} else {
		vocabulary, err := json.Marshal(l.about.Vocabulary)
		if err != nil {
			return err
		}
		l.writer.note("dataset", map[string]any{"id": l.about.ID, "properties": map[string]any{"id": l.about.ID, "title": l.about.Title,
			"licence": l.about.Licence, "description": l.about.Description, "vocabulary": string(vocabulary), "hash": int64(l.headHash()),
			"content": int64(l.content), "ledger": l.generation(), "types": l.types, "release": unless(l.about.Release), "releases": orNil(l.releases()),
			"documents": l.report.Documents.Rows(), "entities": l.report.Entities.Rows(), "claims": l.report.Claims.Rows()}})
	}
	if l.about.Release != "" {
		l.writer.note("release-counts", map[string]any{"document": l.about.Release, "claims": l.report.Claims.Rows(), "entities": l.report.Entities.Rows()})
	}
	l.writer.note("bump", nil)
	if err := l.writer.finish(); err != nil {
		return err
	}
	if err := l.tx.Commit(l.ctx); err != nil {
		return err
	}
	return l.indexClaims()
}

// releases lists the documents of all releases, this one last.
func (l *load) releases() []string {
	if l.about.Release == "" || slices.Contains(l.before.releases, l.about.Release) {
		return l.before.releases
	}
	return append(slices.Clone(l.before.releases), l.about.Release)
}

// generation numbers the ledger that this load writes.
func (l *load) generation() int64 { return l.before.generation + 1 }
