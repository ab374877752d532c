package store

import (
	"encoding/json"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// ImportTable takes the rows of one sort of nodes or relationships of an offline
// import: nil, string, []string, int64, []int64, bool or time.Time for a day.
type ImportTable interface{ Row(values ...any) error }

// ImportTarget is where an offline import goes. Columns are pairs of name and type,
// in the terms of neo4j-admin: string, string[], long, boolean, date, ID(Group), LABEL,
// TYPE, START_ID(Group), END_ID(Group).
type ImportTarget interface {
	Nodes(group string, columns [][2]string) (ImportTable, error)
	Relationships(group string, columns [][2]string) (ImportTable, error)
}

// The columns of an import are the rows of rows.go with the names that the statements
// of cypher/load give them, and what these statements add.
var (
	entityColumns = [][2]string{{"id", "ID(Entity)"}, {"", "LABEL"}, {"name", "string"}, {"kinds", "string[]"}, {"aliases", "string[]"}, {"codes", "string[]"},
		{"start", "date"}, {"end", "date"}, {"span", "string"}, {"anonymous", "boolean"}, {"stub", "boolean"}, {"note", "string"},
		{"datasets", "string[]"}, {"hashes", "long[]"}, {"first", "string[]"}, {"last", "string[]"}, {"gone", "string[]"}, {"descriptions", "string[]"}}
	claimColumns = [][2]string{{"", "START_ID(Entity)"}, {"", "END_ID(Entity)"}, {"", "TYPE"}, {"id", "string"}, {"hash", "long"},
		{"start", "date"}, {"end", "date"}, {"span", "string"}, {"status", "string"}, {"role", "string"},
		{"count", "long"}, {"speaker", "string"}, {"document", "string"}, {"locator", "string"}, {"phrase", "string"}, {"note", "string"},
		{"first", "string"}, {"dataset", "string"}}
	documentColumns = [][2]string{{"id", "ID(Document)"}, {"", "LABEL"}, {"title", "string"}, {"publisher", "string"}, {"published", "string"},
		{"dating", "string"}, {"authors", "string[]"}, {"url", "string"}, {"file", "string"}, {"paragraphs", "long"}, {"passed", "string[]"},
		{"reasons", "string[]"}, {"note", "string"}, {"datasets", "string[]"}, {"hash", "long"}}
	identifierColumns = [][2]string{{"id", "ID(Identifier)"}, {"", "LABEL"}, {"scheme", "string"}, {"value", "string"}}
	identifiedColumns = [][2]string{{"", "START_ID(Entity)"}, {"", "END_ID(Identifier)"}, {"", "TYPE"}, {"start", "date"}, {"end", "date"}, {"span", "string"}}
	mentionColumns    = [][2]string{{"", "START_ID(Document)"}, {"", "END_ID(Entity)"}, {"", "TYPE"}, {"claims", "long"}, {"dataset", "string"}}
	datasetColumns    = [][2]string{{"id", "ID(Dataset)"}, {"", "LABEL"}, {"title", "string"}, {"vocabulary", "string"}, {"unfinished", "boolean"}}
)

// Import gives all rows of a dataset to an offline import: the very nodes and edges
// that Load would write into an empty graph. The dataset is marked unfinished, until
// Load with Adopt has noted it.
func Import(d graph.Stream, to ImportTarget) error {
	l := newLoad(nil, nil, nil, d, LoadOptions{})
	vocabulary, err := graph.Standard().Extend(l.about.Vocabulary)
	if err != nil {
		return err
	}
	l.vocabulary = vocabulary
	im := &importing{load: l, to: to}
	return firstError(im.dataset(), im.documents(), im.entities(), im.claims(), im.mentions())
}

// importing is an offline import under way.
type importing struct {
	load *load
	to   ImportTarget
}

func (im *importing) dataset() error {
	vocabulary, err := json.Marshal(im.load.about.Vocabulary)
	if err != nil {
		return err
	}
	t, err := im.to.Nodes("Dataset", datasetColumns)
	if err == nil {
		err = t.Row(im.load.about.ID, "Dataset", im.load.about.Title, string(vocabulary), true)
	}
	return err
}

func (im *importing) documents() error {
	t, err := im.to.Nodes("Document", documentColumns)
	if err != nil {
		return err
	}
	return im.load.rows.EachDocument(func(d *graph.Document) error {
		properties := documentProperties(d, graph.Hash(d))
		row := make([]any, len(documentColumns))
		for i, column := range documentColumns {
			row[i] = properties[column[0]]
		}
		row[1], row[len(row)-2] = "Document", []string{im.load.about.ID}
		return t.Row(row...)
	})
}

func (im *importing) entities() error {
	l := im.load
	entities, err := im.to.Nodes("Entity", entityColumns)
	if err != nil {
		return err
	}
	identifiers, err := im.to.Nodes("Identifier", identifierColumns)
	if err != nil {
		return err
	}
	identified, err := im.to.Relationships("IDENTIFIED_BY", identifiedColumns)
	if err != nil {
		return err
	}
	seen := map[graph.RowHash]bool{} // codes may have had several bearers
	row, code := make([]any, entityWidth), make([]any, identifierWidth)
	return l.rows.EachEntity(func(e *graph.Entity) error {
		labels := l.labelsOf(e.Kinds).names
		described := []graph.Described{{Dataset: l.about.ID, Hash: l.hasher.Entity(e, labels), First: l.about.Release}}
		l.boxes.entityRow(row, e, described, im.labels(labels))
		if err := entities.Row(importable(row)...); err != nil {
			return err
		}
		for i := range e.Codes {
			l.boxes.identifierRow(code, e.ID, &e.Codes[i])
			importable(code)
			if key := graph.HashID(code[1].(string)); !seen[key] {
				seen[key] = true
				if err := identifiers.Row(code[1], "Identifier", code[2], code[3]); err != nil {
					return err
				}
			}
			if err := identified.Row(code[0], code[1], "IDENTIFIED_BY", code[4], code[5], code[6]); err != nil {
				return err
			}
		}
		return nil
	})
}

// labels adds the one that every entity has.
func (im *importing) labels(labels []string) []string { return append([]string{"Entity"}, labels...) }

func (im *importing) claims() error {
	l := im.load
	t, err := im.to.Relationships("claims", claimColumns)
	if err != nil {
		return err
	}
	row := make([]any, claimWidth+1)
	return l.rows.EachClaim(func(c *graph.Claim) error {
		l.mentioned.count(c)
		l.boxes.claimRow(row, c, graph.EdgeID(l.about.ID, c.ID), l.hasher.Claim(c, l.about.Release), l.about.Release)
		row[claimWidth] = l.about.ID
		return t.Row(importable(row)...)
	})
}

func (im *importing) mentions() error {
	if len(im.load.mentioned) == 0 {
		return nil
	}
	t, err := im.to.Relationships("MENTIONS", mentionColumns)
	if err != nil {
		return err
	}
	for pair, n := range im.load.mentioned {
		if err := t.Row(pair[0], pair[1], "MENTIONS", n, im.load.about.ID); err != nil {
			return err
		}
	}
	return nil
}

// importable turns the driver's days into plain ones.
func importable(row []any) []any {
	for i, v := range row {
		if d, ok := v.(neo4j.Date); ok {
			row[i] = d.Time()
		}
	}
	return row
}
