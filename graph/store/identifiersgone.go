package store

import (
	"slices"

	"mapper/graph"
)

// unborneLimit is from how many identifiers on it is cheaper to look through all.
const unborneLimit = 20_000

// unborne notes identifiers that an entity has borne, and may bear no more.
func (l *load) unborne(codes []graph.Code) {
	for _, c := range codes {
		if len(l.identifiers) <= unborneLimit {
			l.identifiers = append(l.identifiers, c.Scheme+":"+c.Value)
		}
	}
}

// doubtful says that the graph may differ from what is noted of it: a load was cut
// off, or something else has changed it.
func (l *load) doubtful() bool { return l.before.unfinished || l.options.Verify }

// dropIdentifiers takes out the identifiers that nothing bears any more.
func (l *load) dropIdentifiers() error {
	if l.doubtful() || len(l.identifiers) > unborneLimit {
		return l.writer.add(&batch{title: "identifiers", rows: 1, do: func(run runner) error { return run.do("identifiers-sweep", nil) }})
	}
	for ids := range slices.Chunk(l.identifiers, batchRows) {
		err := l.writer.add(&batch{title: "identifiers", rows: len(ids), do: func(run runner) error {
			return run.do("identifiers-drop", map[string]any{"ids": ids})
		}})
		if err != nil {
			return err
		}
	}
	return nil
}
