// Package folder reads a dataset from a folder: dataset.yaml, documents.csv,
// entities.csv, claims.csv and, where there is one, coverage.csv. It reports everything wrong with the files at once.
package folder

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

// manifest is dataset.yaml.
type manifest struct {
	ID          string           `yaml:"id"`
	Title       string           `yaml:"title"`
	Licence     string           `yaml:"licence"`
	Description string           `yaml:"description"`
	Vocabulary  graph.Vocabulary `yaml:"vocabulary"`
}

// Read reads and checks the dataset in the root of fsys; name is the folder's
// name as messages should show it. The dataset is whole only when there are no
// problems.
func Read(fsys fs.FS, name string) (*graph.Dataset, graph.Problems) {
	d := &graph.Dataset{}
	var problems graph.Problems
	vocabulary := readManifest(fsys, name, d, &problems)
	r := reader{fsys: fsys, folder: name, problems: &problems}
	r.read("documents.csv", documentColumns, func(row row) { d.Documents = append(d.Documents, row.document()) })
	r.read("entities.csv", entityColumns, func(row row) { d.Entities = append(d.Entities, row.entity()) })
	r.read("claims.csv", claimColumns, func(row row) { d.Claims = append(d.Claims, row.claim()) })
	r.readCoverage(d)
	if r.broken {
		return d, problems // a file that cannot be read would make every reference to it look wrong
	}
	return d, append(problems, d.Check(vocabulary)...)
}

// readManifest reads dataset.yaml and gives the vocabulary it extends.
func readManifest(fsys fs.FS, name string, d *graph.Dataset, problems *graph.Problems) *graph.Vocabulary {
	at := graph.Place{File: path.Join(name, "dataset.yaml")}
	text, err := fs.ReadFile(fsys, "dataset.yaml")
	if err != nil {
		problems.Add(at, "", "%s: a dataset is a folder with dataset.yaml, documents.csv, entities.csv and claims.csv", reason(err))
		return graph.Standard()
	}
	var m manifest
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	if err := decoder.Decode(&m); err != nil {
		problems.Add(at, "", "%s", strings.ReplaceAll(strings.TrimPrefix(err.Error(), "yaml: "), "\n", " "))
		return graph.Standard()
	}
	d.ID, d.Title, d.Licence, d.Description, d.Vocabulary = m.ID, m.Title, m.Licence, m.Description, m.Vocabulary
	if !plainID(d.ID) {
		problems.Add(at, "id", "%q: use lower-case letters, digits and - only", d.ID)
	}
	if d.Title == "" {
		problems.Add(at, "title", "is missing")
	}
	vocabulary, err := graph.Standard().Extend(m.Vocabulary)
	if err != nil {
		problems.Add(at, "vocabulary", "%v", err)
		return graph.Standard()
	}
	return vocabulary
}

// plainID keeps ":" out of a dataset's id, since it parts dataset from claim in
// the id of an edge.
func plainID(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && id[0] != '-'
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
