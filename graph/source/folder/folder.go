// Package folder reads and writes datasets as folders: dataset.yaml, documents.csv,
// entities.csv, claims.csv and, where there is one, coverage.csv. Rows are read one
// by one, as often as they are asked for; everything wrong with the files is reported at once.
package folder

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"

	"mapper/graph"
)

// Folder is a dataset in a folder. Entities and claims are read anew by each pass
// over them; documents are held, since there are few. It is a graph.Stream, and a
// graph.Reporting one.
type Folder struct {
	fsys       fs.FS
	name       string // as messages show it
	about      graph.Dataset
	vocabulary *graph.Vocabulary
	documents  []graph.Document
	problems   graph.Problems // found when it was opened
	broken     bool           // documents.csv or coverage.csv could not be read to its end
	sheets     bool           // the files were made of a workbook, whose name is name
	unreadable bool           // the workbook could not be read to its end
	temporary  string         // the folder that holds them
}

var _ graph.Reporting = (*Folder)(nil)

// Open opens the dataset in the root of fsys; name is the folder's name as messages
// should show it. The problems are those of dataset.yaml, documents.csv and
// coverage.csv; Check reports them again, with those of the other files.
func Open(fsys fs.FS, name string) (*Folder, graph.Problems) {
	f := &Folder{fsys: fsys, name: name}
	f.readManifest()
	f.openDocuments()
	return f, f.problems
}

// openDocuments reads the files that are held.
func (f *Folder) openDocuments() {
	note := func(p graph.Problem) { f.problems = append(f.problems, p) }
	err := f.read("documents", documentColumns, note, func(r *row) error {
		f.documents = append(f.documents, r.document())
		return nil
	})
	f.broken = errors.Is(err, graph.ErrBroken) || errors.Is(f.readCoverage(note), graph.ErrBroken)
	if !f.broken {
		f.problems = append(f.problems, f.about.CheckRelease(f.documents, f.place("dataset"))...)
	}
}

// Read reads and checks a whole dataset and holds it; it is whole only when there
// are no problems. For datasets of any size there is Open.
func Read(fsys fs.FS, name string) (*graph.Dataset, graph.Problems) {
	f, _ := Open(fsys, name)
	return f.Read()
}

// Read reads and checks the dataset and holds it; it is whole only when there are
// no problems.
func (f *Folder) Read() (*graph.Dataset, graph.Problems) {
	d := f.About()
	problems, _ := graph.CheckStream(f, f.vocabulary, graph.Visitor{ // these visitors never fail
		Document: func(doc *graph.Document) error { d.Documents = append(d.Documents, *doc); return nil },
		Entity: func(e *graph.Entity) error {
			own := *e
			own.Kinds, own.Aliases, own.Codes = slices.Clone(e.Kinds), slices.Clone(e.Aliases), slices.Clone(e.Codes)
			d.Entities = append(d.Entities, own)
			return nil
		},
		Claim: func(c *graph.Claim) error { d.Claims = append(d.Claims, *c); return nil },
	})
	return d, problems
}

// Check reports everything wrong with the dataset, in one pass over its files.
func Check(f *Folder) graph.Problems {
	problems, _ := graph.CheckStream(f, f.vocabulary, graph.Visitor{}) // nobody visits, so nothing but the dataset fails
	return problems
}

// Close drops what a workbook was unpacked to; the dataset can be read no more.
func (f *Folder) Close() error {
	if f.temporary == "" {
		return nil
	}
	return os.RemoveAll(f.temporary)
}

// Vocabulary gives the mapper's own with what the dataset adds.
func (f *Folder) Vocabulary() *graph.Vocabulary { return f.vocabulary }

// About implements graph.Stream.
func (f *Folder) About() *graph.Dataset {
	about := f.about
	return &about
}

// place is where a file is, as messages show it.
func (f *Folder) place(file string) graph.Place {
	if f.sheets {
		return graph.Place{File: f.name + "#" + file}
	}
	ext := ".csv"
	if file == "dataset" {
		ext = ".yaml"
	}
	return graph.Place{File: path.Join(f.name, file+ext)}
}

func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "is missing"
	case errors.Is(err, fs.ErrPermission):
		return "may not be read"
	}
	return err.Error()
}
