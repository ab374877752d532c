package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"mapper/graph"
	"mapper/graph/source/folder"
)

// files are what is made once and kept in the cache for the next run.
type files struct{ dir string }

// filesFor names the folder of a scale. It differs whenever the world does.
func filesFor(cache string, scale float64) files {
	w := newWorld(scale, seed, 3)
	look := []any{w.counts, relations, classes[0].names, id(person, 7)}
	for c := range classes {
		for i := range 20 {
			look = append(look, w.entity(c, i))
		}
	}
	crowd := w.crowd(0)
	for k := range 100 {
		look = append(look, w.claim(&crowd, practice, k, k), w.fate(0, k))
	}
	return files{filepath.Join(cache, "bench", fmt.Sprintf("%g-%x", scale, graph.Hash(look)))}
}

const seed = 5

// release is the folder dataset of one release.
func (f files) release(n int) string { return filepath.Join(f.dir, fmt.Sprintf("release-%d", n)) }

// tables is the folder of the CSV files that LOAD CSV reads.
func (f files) tables() string { return filepath.Join(f.dir, "tables") }

// format is the folder of a file in one of the formats.
func (f files) format(of format) string { return filepath.Join(f.dir, "format-"+of.file) }

// make makes whatever is missing.
func (f files) make(ctx context.Context, scale float64) error {
	for n := 1; n <= 3; n++ {
		err := once(f.release(n), func(dir string) error { return writeRelease(dir, newWorld(scale, seed, n)) })
		if err != nil {
			return err
		}
	}
	return once(f.tables(), func(dir string) error { return writeTables(dir, newWorld(scale, seed, 1)) })
}

// once fills a folder that is not there, under another name until it is whole.
func once(dir string, fill func(dir string) error) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	say("making %s …", dir)
	part := dir + ".part"
	if err := os.RemoveAll(part); err != nil {
		return err
	}
	if err := os.MkdirAll(part, 0o755); err != nil {
		return err
	}
	if err := fill(part); err != nil {
		return err
	}
	return os.Rename(part, dir)
}

// writeRelease writes a world as a folder dataset.
func writeRelease(dir string, w *world) error {
	out, err := folder.Create(dir, w.About())
	if err != nil {
		return err
	}
	if err := w.EachDocument(out.Document); err != nil {
		return err
	}
	if err := w.EachEntity(out.Entity); err != nil {
		return err
	}
	if err := w.EachClaim(out.Claim); err != nil {
		return err
	}
	return out.Close()
}
