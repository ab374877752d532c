package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"mapper/graph"
)

// writeTables writes what LOAD CSV reads: a file for each list of labels and each
// type of edge, with dates and fingerprints as the graph has them, so that the timed
// part does nothing but load.
func writeTables(dir string, w *world) error {
	t := &tables{dir: dir, world: w, files: map[string]*table{}}
	err := w.EachEntity(t.entity)
	if err == nil {
		err = w.EachClaim(t.claim)
	}
	return errors.Join(err, t.close())
}

// Names of the files: what they hold, and the labels or the type.
const (
	entitiesTable = "entities-"
	bearersTable  = "bearers-"
	claimsTable   = "claims-"
)

type tables struct {
	dir    string
	world  *world
	hasher graph.Hasher
	files  map[string]*table
}

type table struct {
	file *os.File
	*csv.Writer
}

func (t *tables) entity(e *graph.Entity) error {
	labels := graph.Standard().Labels(e.Kinds)
	row := []string{e.ID, hashText(t.hasher.Entity(e, labels)), e.Name, strings.Join(e.Kinds, "|")}
	sort := entitiesTable
	for _, c := range e.Codes { // at most one
		sort = bearersTable
		row = append(row, c.String(), c.Scheme, c.Value)
		row = append(row, spanTexts(e.Span)...)
	}
	return t.write(sort+strings.Join(labels, "."), row)
}

func (t *tables) claim(c *graph.Claim) error {
	about := t.world.About()
	row := []string{c.From, c.To, graph.EdgeID(about.ID, c.ID), hashText(t.hasher.Claim(c, about.Release))}
	row = append(row, spanTexts(c.Span)...)
	row = append(row, string(c.Status), c.Role, c.Document, c.Locator)
	return t.write(claimsTable+c.Relation, row)
}

func hashText(h graph.RowHash) string { return strconv.FormatInt(int64(h), 10) }

// spanTexts gives the first day, the first day no longer, and the dates as stated.
func spanTexts(s graph.Span) []string {
	var start, end string
	if day, known := s.Start.First(); known {
		start = day.Format(time.DateOnly)
	}
	if day, known := s.End.Over(); known {
		end = day.Format(time.DateOnly)
	}
	return []string{start, end, s.String()}
}

func (t *tables) write(name string, row []string) error {
	out := t.files[name]
	if out == nil {
		file, err := os.Create(filepath.Join(t.dir, name+".csv"))
		if err != nil {
			return err
		}
		out = &table{file, csv.NewWriter(bufio.NewWriterSize(file, 1<<16))}
		t.files[name] = out
	}
	return out.Write(row)
}

func (t *tables) close() error {
	var errs []error
	for _, out := range t.files {
		out.Flush()
		errs = append(errs, out.Error(), out.file.Close())
	}
	return errors.Join(errs...)
}
