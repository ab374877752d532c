package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"mapper/graph"
	"mapper/graph/local"
	"mapper/graph/store"
)

// offline measures an import from a folder on disk to a server that answers with all
// indexes, and the server's own LOAD CSV from the same start to the same end.
func (b *bench) offline(ctx context.Context) error {
	if err := b.warmUp(ctx); err != nil {
		return err
	}
	for round := range b.rounds {
		if err := b.importRound(ctx, round); err != nil {
			return err
		}
		if len(b.notes[csvWhole]) <= round {
			if err := b.csvRound(ctx, round); err != nil {
				return err
			}
		}
	}
	return nil
}

// warmUp starts and stops the mapper's own Neo4j once, and lets it finish what it
// makes at its first start for all later ones.
func (b *bench) warmUp(ctx context.Context) error {
	return b.inHome(func(home string) error {
		s, err := local.Start(ctx, local.Options{Home: home, Jars: b.jars, Log: os.Stderr})
		if err != nil {
			return err
		}
		defer s.Stop(ctx)
		for range 60 {
			if made, _ := filepath.Glob(filepath.Join(b.jars, "neo4j-"+local.Version, "classes-*.jsa")); len(made) > 0 {
				break
			}
			time.Sleep(time.Second)
		}
		return nil
	})
}

func (b *bench) importRound(ctx context.Context, round int) error {
	return b.inHome(func(home string) error {
		f, err := child(ctx, "import", importOrder{Folder: b.files.release(1), Home: home, Jars: b.jars})
		if err != nil {
			return err
		}
		b.notes.add(imported, f)
		say("%s: %.1f s; CPU of all processes %.1f s", imported, f.Seconds, f.Client)
		if round > 0 {
			return nil
		}
		s, err := b.start(ctx, home)
		if err != nil {
			return err
		}
		defer s.stop()
		return b.keep(ctx, s.config(), imported, round)
	})
}

// importOrder says what a child is to import, and into which home.
type importOrder struct{ Folder, Home, Jars string }

// importJob fills an empty home as `mapper load` does: it checks all rows, has Neo4j's
// importer make a store of them, starts a server on it and notes what is there.
func importJob(ctx context.Context, text []byte) (f figures, err error) {
	var order importOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return f, err
	}
	clock := newClock()
	rows, seen, err := checked(order.Folder)
	if err != nil {
		return f, err
	}
	clock.done("check")
	options := local.Options{Home: order.Home, Jars: order.Jars, Load: true}
	if err := importRows(ctx, options, rows, clock); err != nil {
		return f, err
	}
	server, err := local.Start(ctx, options)
	if err != nil {
		return f, err
	}
	defer server.Stop(ctx)
	clock.done("start of the server")
	to := store.Config{URI: server.URI, Username: server.Username, Password: server.Password}
	s, err := prepared(ctx, to)
	if err != nil {
		return f, err
	}
	defer s.Close(ctx)
	clock.done("schema")
	report, err := loadInto(ctx, s, rows, store.LoadOptions{Content: seen.Sum(), Adopt: true})
	if err != nil {
		return f, err
	}
	clock.done("ledger")
	err = awaitIndexes(ctx, to)
	clock.done("indexes online")
	for _, s := range clock.steps { // stopping the server does not count
		f.Seconds += s.Seconds
	}
	f.Rows, f.Steps = report.Rows(), clock.steps
	return f, err
}

// importRows makes the store.
func importRows(ctx context.Context, options local.Options, rows graph.Stream, clock *clock) error {
	im, err := local.StartImport(ctx, options)
	if err != nil {
		return err
	}
	defer im.Close()
	if err := store.Import(rows, importTarget{im}); err != nil {
		return err
	}
	clock.done("rows for the importer")
	err = im.Run(ctx, nil)
	clock.done("importer")
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
