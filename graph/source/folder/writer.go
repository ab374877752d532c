package folder

import (
	"bytes"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

// Write writes a dataset as a folder that Read reads: the same dataset gives the
// same bytes. Files of other names in the folder are left alone.
func Write(dir string, d *graph.Dataset) error {
	about, err := about(d)
	if err != nil {
		return err
	}
	documents, passed := table{columns: documentColumns}, table{columns: coverageColumns}
	for _, doc := range d.Documents {
		documents.add(doc.ID, doc.Title, doc.Publisher, string(doc.Published), doc.Dating, documents.list(doc.Authors),
			doc.URL, doc.File, number(doc.Paragraphs), doc.Note)
		for _, p := range doc.Passed {
			passed.add(doc.ID, p.Locator, p.Reason)
		}
	}
	entities, claims := table{columns: entityColumns}, table{columns: claimColumns}
	for _, e := range d.Entities {
		entities.add(e.ID, e.Name, entities.list(e.Kinds), entities.list(e.Aliases), entities.list(codes(e)),
			string(e.Start), string(e.End), yes(e.Anonymous), e.Note)
	}
	for _, c := range d.Claims {
		claims.add(c.ID, c.From, c.Relation, c.To, string(c.Status), c.Document, string(c.Start), string(c.End), c.Role,
			number(c.Count), c.Speaker, c.Locator, c.Phrase, c.Note)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	files := map[string]*table{"documents.csv": &documents, "entities.csv": &entities, "claims.csv": &claims}
	if len(passed.rows) > 0 {
		files["coverage.csv"] = &passed
	}
	for name, t := range files {
		text, err := t.text()
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "dataset.yaml"), about, 0o644)
}

// about gives dataset.yaml.
func about(d *graph.Dataset) ([]byte, error) {
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	fields := struct {
		ID          string            `yaml:"id"`
		Title       string            `yaml:"title"`
		Licence     string            `yaml:"licence,omitempty"`
		Description string            `yaml:"description,omitempty"`
		Vocabulary  *graph.Vocabulary `yaml:"vocabulary,omitempty"`
	}{d.ID, d.Title, d.Licence, d.Description, nil}
	if len(d.Vocabulary.Kinds)+len(d.Vocabulary.Relations) > 0 {
		fields.Vocabulary = &d.Vocabulary
	}
	err := encoder.Encode(fields)
	return out.Bytes(), err
}
