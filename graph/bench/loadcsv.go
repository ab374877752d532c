package main

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/store"
)

// loadCSV writes the first release by the server's own means, as the loader writes
// it: the same nodes, edges, labels, properties and indexes.
func (b *bench) loadCSV(ctx context.Context, at store.Config, clock *clock) error {
	names, err := tableNames(b.files.tables())
	if err != nil {
		return err
	}
	about := newWorld(b.scale, seed, 1).About()
	return within(ctx, at, neo4j.AccessModeWrite, func(session neo4j.SessionWithContext) error {
		if err := b.loadHead(ctx, session); err != nil {
			return err
		}
		edges := false
		for _, name := range names {
			if !edges && strings.HasPrefix(name, claimsTable) {
				edges = true
				clock.done("nodes")
			}
			params := map[string]any{"file": "file:///" + name + ".csv", "dataset": about.ID, "release": about.Release}
			if err := each(ctx, session, statementFor(name), params, nil); err != nil {
				return err
			}
		}
		clock.done("edges")
		return b.loadIndexes(ctx, session)
	})
}

// tableNames gives the files of the tables, entities before the claims about them.
func tableNames(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var nodes, edges []string
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".csv")
		if strings.HasPrefix(name, claimsTable) {
			edges = append(edges, name)
		} else {
			nodes = append(nodes, name)
		}
	}
	return slices.Concat(nodes, edges), nil
}

// statementFor puts labels or type into the statement for a table, where Cypher takes
// no parameter or would make a slower plan of it.
func statementFor(table string) string {
	sort, name, _ := strings.Cut(table, "-")
	text := cypher.Get("bench", sort).Text
	if sort+"-" == claimsTable {
		return strings.ReplaceAll(text, "TYPE", name)
	}
	return strings.ReplaceAll(text, "LABELS", strings.ReplaceAll(name, ".", ":"))
}

// loadHead writes the nodes of the dataset and its document, one each.
func (b *bench) loadHead(ctx context.Context, session neo4j.SessionWithContext) error {
	w := newWorld(b.scale, seed, 1)
	about := w.About()
	vocabulary, err := json.Marshal(about.Vocabulary)
	if err != nil {
		return err
	}
	entities, claims := w.size()
	var rows []any
	_ = w.EachDocument(func(d *graph.Document) error { // the callback never fails
		rows = append(rows, map[string]any{"id": d.ID, "datasets": []string{about.ID}, "properties": map[string]any{"id": d.ID, "title": d.Title, "publisher": d.Publisher,
			"published": string(d.Published), "hash": int64(graph.Hash(d)), "entities": entities, "claims": claims}})
		return nil
	})
	if err := each(ctx, session, cypher.Get("load", "documents").Text, map[string]any{"rows": rows}, nil); err != nil {
		return err
	}
	return each(ctx, session, cypher.Get("load", "dataset").Text, map[string]any{"id": about.ID, "properties": map[string]any{"id": about.ID,
		"title": about.Title, "licence": about.Licence, "description": about.Description, "vocabulary": string(vocabulary),
		"hash": int64(graph.Hash([]any{about, about.Vocabulary})), "release": about.Release, "releases": []string{about.Release},
		"documents": len(rows), "entities": entities, "claims": claims}}, nil)
}

// loadIndexes makes the indexes by which the loader finds claims of a type that has
// many.
func (b *bench) loadIndexes(ctx context.Context, session neo4j.SessionWithContext) error {
	for _, r := range relations {
		if scaled(r.count, leastEdges, b.scale) < indexFrom {
			continue
		}
		text := strings.ReplaceAll(cypher.Get("load", "claims-index").Text, "TYPE", r.typ)
		if err := each(ctx, session, text, nil, nil); err != nil {
			return err
		}
	}
	return nil
}

// indexFrom is the loader's own limit (graph/store); the checksum shows if they differ.
const indexFrom = 5000
