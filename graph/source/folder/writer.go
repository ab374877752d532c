package folder

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"mapper/graph"
)

// Writer writes a dataset as a folder that Open reads, row by row, and holds none of
// it. Its first error is given by every call from then on.
type Writer struct {
	dir       string
	about     *graph.Dataset
	documents *table
	entities  *table
	claims    *table
	coverage  *table // made with its first row
}

// Create begins a dataset in a folder, which it makes where there is none; files of
// other names are left alone. What about says (its rows are not looked at) is
// written by Close, so until then the folder is no dataset, and about may change.
func Create(dir string, about *graph.Dataset) (*Writer, error) {
	return createWith(dir, about, all(documentColumns), all(entityColumns), all(claimColumns))
}

func all(columns columns) []bool { return slices.Repeat([]bool{true}, len(columns.names)) }

func createWith(dir string, about *graph.Dataset, documents, entities, claims []bool) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	for _, stale := range []string{"dataset.yaml", "coverage.csv"} {
		if err := os.Remove(filepath.Join(dir, stale)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	w := &Writer{dir: dir, about: about}
	var errs [3]error
	w.documents, errs[0] = create(filepath.Join(dir, "documents.csv"), documentColumns, documents)
	w.entities, errs[1] = create(filepath.Join(dir, "entities.csv"), entityColumns, entities)
	w.claims, errs[2] = create(filepath.Join(dir, "claims.csv"), claimColumns, claims)
	if err := errors.Join(errs[:]...); err != nil {
		w.closeFiles()
		return nil, err
	}
	return w, nil
}

// Document writes a document, and what of it is passed over.
func (w *Writer) Document(d *graph.Document) error {
	t := w.documents
	cell(t, d.ID)
	cell(t, d.Title)
	cell(t, d.Publisher)
	cell(t, string(d.Published))
	cell(t, d.Dating)
	t.list(d.Authors)
	cell(t, d.URL)
	cell(t, d.File)
	t.number(d.Paragraphs)
	cell(t, d.Note)
	if err := t.end(); err != nil {
		return err
	}
	return w.passed(d)
}

func (w *Writer) passed(d *graph.Document) error {
	if len(d.Passed) == 0 || w.dir == "" {
		return nil
	}
	if w.coverage == nil {
		var err error
		if w.coverage, err = create(filepath.Join(w.dir, "coverage.csv"), coverageColumns, all(coverageColumns)); err != nil {
			return err
		}
	}
	for _, p := range d.Passed {
		cell(w.coverage, d.ID)
		cell(w.coverage, p.Locator)
		cell(w.coverage, p.Reason)
		_ = w.coverage.end() // the first error stays
	}
	return w.coverage.err
}

// Entity writes an entity.
func (w *Writer) Entity(e *graph.Entity) error {
	t := w.entities
	cell(t, e.ID)
	cell(t, e.Name)
	t.list(e.Kinds)
	t.list(e.Aliases)
	t.codes(e.Codes)
	cell(t, string(e.Start))
	cell(t, string(e.End))
	t.yes(e.Anonymous)
	t.yes(e.Stub)
	cell(t, e.Note)
	return t.end()
}

// Claim writes a claim.
func (w *Writer) Claim(c *graph.Claim) error {
	t := w.claims
	cell(t, c.ID)
	cell(t, c.From)
	cell(t, c.Relation)
	cell(t, c.To)
	cell(t, string(c.Status))
	cell(t, c.Document)
	cell(t, string(c.Start))
	cell(t, string(c.End))
	cell(t, c.Role)
	t.number(c.Count)
	cell(t, c.Speaker)
	cell(t, c.Locator)
	cell(t, c.Phrase)
	cell(t, c.Note)
	return t.end()
}

// Close ends the files and, where nothing went wrong, makes the folder a dataset.
// The writer is of no use afterwards.
func (w *Writer) Close() error {
	if err := w.closeFiles(); err != nil {
		return err
	}
	about, err := manifestText(w.about)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(w.dir, "dataset.yaml"), about, 0o644)
}

func (w *Writer) closeFiles() error {
	return errors.Join(w.documents.close(), w.entities.close(), w.claims.close(), w.coverage.close())
}
