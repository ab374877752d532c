package main

import (
	"context"
	"fmt"

	"mapper/graph/local"
	"mapper/graph/store"
)

// offlineRows is from how many rows on the mapper's own Neo4j, when it is empty, is
// filled by Neo4j's offline import, and a server started for a load gets more memory.
const offlineRows = 200_000

// connect opens the Neo4j to load into. The mapper's own is filled with the first
// source by an import before, if that is large and nothing is there: some three times
// as fast as loading it.
func (l *loader) connect(ctx context.Context, to *connection, offline bool) (*connected, error) {
	if l.opening != nil {
		return l.opening()
	}
	to.heavy = l.rows() >= offlineRows
	options := local.Options{Home: to.Home, Jars: to.Jars, Log: l.progress}
	wanted := offline && !l.options.DryRun && l.sources[0].fingerprint.Rows() >= offlineRows
	if wanted && local.Empty(options) {
		if err := l.importFirst(ctx, options); err != nil {
			return nil, err
		}
		return to.open(ctx, l.progress)
	}
	s, err := to.open(ctx, l.progress)
	if err != nil || !wanted || !s.server.Started {
		return s, err
	}
	if empty, err := s.Empty(ctx); err != nil || !empty {
		return s, nil // whatever is wrong, the load will meet it
	}
	s.close(l.progress)
	options.Replace = true
	if err := l.importFirst(ctx, options); err != nil {
		return nil, err
	}
	return to.open(ctx, l.progress)
}

// importFirst makes a store of the first source.
func (l *loader) importFirst(ctx context.Context, options local.Options) error {
	first := l.sources[0]
	fmt.Fprintf(l.progress, "%s: %d rows into an empty Neo4j, by its offline import\n", first.about.ID, first.fingerprint.Rows())
	im, err := local.StartImport(ctx, options)
	if err != nil {
		return err
	}
	defer im.Close()
	if err := store.Import(first.rows, importTarget{im}); err != nil {
		return err
	}
	bar := newProgress(l.progress, first.about.ID, 100)
	err = im.Run(ctx, func(done float64, step string) { bar.told(step, int(100*done)-bar.rows) })
	bar.end()
	first.imported = err == nil
	return err
}

// importTarget puts what the store gives into the tables of an import.
type importTarget struct{ *local.Importer }

// Nodes implements store.ImportTarget.
func (t importTarget) Nodes(group string, columns [][2]string) (store.ImportTable, error) {
	return t.Importer.Nodes(group, columnsOf(columns))
}

// Relationships implements store.ImportTarget.
func (t importTarget) Relationships(group string, columns [][2]string) (store.ImportTable, error) {
	return t.Importer.Relationships(group, columnsOf(columns))
}

func columnsOf(pairs [][2]string) []local.Column {
	columns := make([]local.Column, len(pairs))
	for i, p := range pairs {
		columns[i] = local.Column{Name: p[0], Type: p[1]}
	}
	return columns
}
