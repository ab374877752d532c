package folder

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
	"mapper/graph/source/folder/xlsx"
)

// OpenWorkbook opens a dataset that is an .xlsx workbook with the sheets dataset,
// documents, entities, claims and, where there is one, coverage. It unpacks them to
// a temporary folder, which Close drops. Problems name sheet and row: book.xlsx#claims:17.
func OpenWorkbook(path string) (*Folder, graph.Problems) {
	f := &Folder{name: path, sheets: true, vocabulary: graph.Standard()}
	if err := f.unpack(path); err != nil {
		f.unreadable, f.broken = true, true
		f.problems.Add(graph.Place{File: path}, "", "%s", reason(err))
		return f, f.problems
	}
	f.fsys = os.DirFS(f.temporary)
	f.openDocuments()
	return f, f.problems
}

// unpack writes the sheets of a workbook as files.
func (f *Folder) unpack(path string) error {
	book, err := xlsx.Open(path)
	if err != nil {
		return err
	}
	defer book.Close()
	for _, needed := range []string{"dataset", "documents", "entities", "claims"} {
		if !slices.Contains(book.Sheets(), needed) {
			return graph.Errorf(graph.Invalid, "there is no sheet %q: a dataset is a workbook with the sheets dataset, documents, entities and claims; this one has %s", needed, strings.Join(book.Sheets(), ", "))
		}
	}
	if f.temporary, err = os.MkdirTemp("", "mapper-workbook-"); err != nil {
		return err
	}
	f.readSheetManifest(book)
	for _, sheet := range []string{"documents", "coverage", "entities", "claims"} {
		if !slices.Contains(book.Sheets(), sheet) {
			continue
		}
		if err := f.unpackSheet(book, sheet); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return nil
}

// unpackSheet writes one sheet as a file, a record a row. What is wrong with the
// sheet is a problem of the dataset; the error is one of the disk.
func (f *Folder) unpackSheet(book *xlsx.Book, sheet string) error {
	file, err := os.Create(filepath.Join(f.temporary, sheet+".csv"))
	if err != nil {
		return err
	}
	out := sheetFile{file: file, next: 1}
	at := f.place(sheet)
	err = book.Rows(sheet, func(r *xlsx.Row) error {
		at.Line = r.Number
		f.faults(at, r, out.header)
		return out.row(r)
	})
	var disk *os.PathError
	if errors.As(err, &disk) {
		return errors.Join(err, file.Close())
	}
	if err != nil {
		f.unreadable = true
		f.problems.Add(at, "", "the sheet is broken behind this row: %v", err)
	}
	return out.close()
}

// faults reports cells whose formula failed.
func (f *Folder) faults(at graph.Place, r *xlsx.Row, header []string) {
	for _, fault := range r.Faults {
		if len(f.problems) >= graph.ProblemLimit {
			return
		}
		column := ""
		if fault.Column < len(header) {
			column = header[fault.Column]
		}
		f.problems.Add(at, column, "the cell holds the error %s: mend its formula", fault.Text)
	}
}

// readSheetManifest reads the sheet dataset, whose rows are what dataset.yaml holds:
// a key and its value.
func (f *Folder) readSheetManifest(book *xlsx.Book) {
	var m manifest
	at := f.place("dataset")
	fields := map[string]*string{"id": &m.ID, "title": &m.Title, "licence": &m.Licence, "description": &m.Description, "release": &m.Release}
	err := book.Rows("dataset", func(r *xlsx.Row) error {
		at.Line = r.Number
		f.faults(at, r, nil)
		key, value := cellText(r, 0), cellText(r, 1)
		switch field := fields[key]; {
		case key == "" || key == "key" && r.Number == 1: // a row between others, or the header
		case field != nil:
			*field = value
		case key == "vocabulary":
			f.parseVocabulary(&m, value, at)
		default:
			f.problems.Add(at, "", "unknown key %q: the keys are id, title, licence, description, release and vocabulary", key)
		}
		return nil
	})
	if err != nil {
		f.problems.Add(at, "", "the sheet is broken behind this row: %v", err)
		return
	}
	f.take(m, f.place("dataset"))
}

// parseVocabulary reads the cell that holds what dataset.yaml has below vocabulary.
func (f *Folder) parseVocabulary(m *manifest, text string, at graph.Place) {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	decoder.KnownFields(true)
	if err := decoder.Decode(&m.Vocabulary); err != nil {
		f.problems.Add(at, "vocabulary", "%s", yamlTrouble(err))
	}
}

func cellText(r *xlsx.Row, column int) string {
	if column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(string(r.Cells[column]))
}
