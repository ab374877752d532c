package store

import (
	"slices"

	"mapper/graph"
)

// mentions counts which document mentions which entity, by how many claims. Datasets
// that are published in releases have none: such a document mentions everything.
type mentions map[[2]string]int64

func (m mentions) count(c *graph.Claim) {
	if m == nil {
		return
	}
	m.add(c.Document, c.From)
	if c.To != c.From {
		m.add(c.Document, c.To)
	}
	if c.Speaker != "" && c.Speaker != c.From && c.Speaker != c.To {
		m.add(c.Document, c.Speaker)
	}
}

func (m mentions) add(document, entity string) { m[[2]string{document, entity}]++ }

// compareMentions derives which document mentions which entity from the claims, and
// takes out the documents that the dataset no longer has.
func (l *load) compareMentions() error {
	if l.options.Adopt || l.about.Release != "" && (l.before.release != "" || !l.before.there) {
		return nil // there are none, and never were
	}
	var gone, rows []any
	err := l.each("mentions-before", map[string]any{"dataset": l.about.ID}, func(r row) error {
		pair := [2]string{text(r["document"]), text(r["entity"])}
		switch now := l.mentioned[pair]; now {
		case 0:
			gone = append(gone, map[string]any{"document": pair[0], "entity": pair[1]})
		case r["claims"].(int64):
			delete(l.mentioned, pair)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for pair, n := range l.mentioned {
		rows = append(rows, map[string]any{"document": pair[0], "entity": pair[1], "claims": n})
	}
	for _, step := range []struct {
		name string
		rows []any
	}{{"mentions-drop", gone}, {"mentions", rows}} {
		for chunk := range slices.Chunk(step.rows, batchRows) {
			if err := l.writer.add(&batch{title: "mentions", rows: len(chunk), do: func(run runner) error {
				return run.do(step.name, map[string]any{"rows": chunk, "dataset": l.about.ID})
			}}); err != nil {
				return err
			}
		}
	}
	return l.writer.add(&batch{title: "documents", rows: len(l.undocumented), do: func(run runner) error {
		return run.do("documents-drop", map[string]any{"ids": l.undocumented, "dataset": l.about.ID})
	}})
}
