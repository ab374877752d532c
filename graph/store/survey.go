package store

import (
	"strings"

	"mapper/graph"
)

// surveyGraph makes both ledgers from the nodes and edges themselves, when a load
// has not been finished or the ledger is not to be trusted.
func (l *load) surveyGraph() (entities, claims *held, err error) {
	if entities, err = l.surveyRows("entities-held"); err == nil {
		claims, err = l.surveyRows("claims-held")
	}
	return entities, claims, err
}

func (l *load) surveyRows(statement string) (*held, error) {
	h := &held{}
	var ids strings.Builder // one text for all, so that a million ids are no million objects
	var ends []int
	err := l.each(statement, map[string]any{"dataset": l.about.ID}, func(r row) error {
		id := text(r["id"])
		hash, _ := r["hash"].(int64)
		flags := l.number(text(r["relation"])) << flagBits
		if ended, _ := r["ended"].(bool); ended {
			flags |= flagEnded
		}
		if gone, _ := r["gone"].(bool); gone {
			flags |= flagGone
		}
		h.add(graph.HashID(id), graph.RowHash(hash), flags)
		ids.WriteString(id)
		ends = append(ends, ids.Len())
		return nil
	})
	h.index()
	if len(h.keys) > 0 {
		h.starts = []int{0}
	}
	h.ids = func(int) ([]string, error) {
		all, from := make([]string, len(ends)), 0
		for i, end := range ends {
			all[i], from = ids.String()[from:end], end
		}
		return all, nil
	}
	return h, err
}
