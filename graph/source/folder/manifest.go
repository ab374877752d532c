package folder

import (
	"bytes"
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

// manifest is dataset.yaml.
type manifest struct {
	ID          string            `yaml:"id"`
	Title       string            `yaml:"title"`
	Licence     string            `yaml:"licence,omitempty"`
	Description string            `yaml:"description,omitempty"`
	Release     string            `yaml:"release,omitempty"`
	Vocabulary  *graph.Vocabulary `yaml:"vocabulary,omitempty"`
}

// readManifest reads dataset.yaml and makes the vocabulary it extends.
func (f *Folder) readManifest() {
	f.vocabulary = graph.Standard()
	at := f.place("dataset")
	text, err := fs.ReadFile(f.fsys, "dataset.yaml")
	if err != nil {
		f.problems.Add(at, "", "%s: a dataset is a folder with dataset.yaml, documents.csv, entities.csv and claims.csv", reason(err))
		return
	}
	var m manifest
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	if err := decoder.Decode(&m); err != nil {
		f.problems.Add(at, "", "%s", yamlTrouble(err))
		return
	}
	f.take(m, at)
}

// yamlTrouble says on one line what is wrong with a text in YAML.
func yamlTrouble(err error) string {
	return strings.ReplaceAll(strings.TrimPrefix(err.Error(), "yaml: "), "\n", " ")
}

// take checks what dataset.yaml says.
func (f *Folder) take(m manifest, at graph.Place) {
	d := &f.about
	d.ID, d.Title, d.Licence, d.Description, d.Release = m.ID, m.Title, m.Licence, m.Description, m.Release
	if !plainID(d.ID) {
		f.problems.Add(at, "id", "%q: use lower-case letters, digits and - only", d.ID)
	}
	if d.Title == "" {
		f.problems.Add(at, "title", "is missing")
	}
	if m.Vocabulary == nil {
		return
	}
	d.Vocabulary = *m.Vocabulary
	wider, err := graph.Standard().Extend(d.Vocabulary)
	if err != nil {
		f.problems.Add(at, "vocabulary", "%v", err)
		return
	}
	f.vocabulary = wider
}

// plainID keeps ":" out of a dataset's id, since it parts dataset from claim in
// the id of an edge.
func plainID(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && id[0] != '-'
}

// manifestText gives dataset.yaml.
func manifestText(d *graph.Dataset) ([]byte, error) {
	m := manifest{d.ID, d.Title, d.Licence, d.Description, d.Release, nil}
	if len(d.Vocabulary.Kinds)+len(d.Vocabulary.Relations) > 0 {
		m.Vocabulary = &d.Vocabulary
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	err := encoder.Encode(m)
	return out.Bytes(), err
}
