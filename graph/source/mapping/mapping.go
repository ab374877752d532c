// Package mapping reads any CSV file by a small mapping file in YAML, which says
// what document the file is, which entities a row describes and what it claims.
package mapping

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

// Mapping is a mapping file. Texts are templates: {column} is a cell of the row,
// {column|slug}, {column|title}, {column|date} and {column|words} the cell turned
// into an id, written as a person would write what is in capitals, 20130401 as
// 2013-04-01, or its first eight words.
// "bearer of ods:06K@2013-04-01" as an end of a claim is the body that bore the
// code on that day; as the id of an entity it adds a start to that body.
type Mapping struct {
	Document document          `yaml:"document"` // the file itself, which all claims name
	What     string            `yaml:"what"`     // what a row is, in the plural, for counts
	Columns  []string          `yaml:"columns"`  // of a file without a header
	Sheet    string            `yaml:"sheet"`    // of a workbook; "" is the first
	Derive   map[string]derive `yaml:"derive"`   // further columns, found within others
	Each     each              `yaml:"each"`     // a column that holds a list: the row counts for each part
	Skip     []skip            `yaml:"skip"`     // rows that are rejected, with the reason
	Entities map[string]entity `yaml:"entities"` // by the names that claims call them
	Claims   []claim           `yaml:"claims"`

	file string
}

type document struct {
	ID, Title, Publisher, Published, Dating, URL, Note string
}

// derive takes the first group that a pattern matches in a column; Instead puts
// another text in its place, where the file is known to be wrong.
type derive struct {
	Column  string
	Match   string
	Instead map[string]string
	pattern *regexp.Regexp
}

type each struct{ Column, Split string }

// skip rejects rows in which a column matches a pattern, or does not.
type skip struct {
	Column, Matches, Lacks, Reason string
	pattern                        *regexp.Regexp
}

type entity struct {
	When           string // a column: the entity is described where it is not empty
	ID, Name, Note string
	Kinds, Aliases []string
	Codes          []string
	Start, End     string
}

type claim struct {
	When                        string
	ID, From, Relation, To      string
	Status, Start, End          string
	Role, Speaker, Phrase, Note string
}

// Parse reads a mapping file; file is its name as messages should show it.
func Parse(in io.Reader, file string) (*Mapping, error) {
	text, err := io.ReadAll(io.LimitReader(in, 1<<20))
	if err != nil {
		return nil, err
	}
	m := &Mapping{file: file, What: "rows"}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	if err := decoder.Decode(m); err != nil {
		return nil, m.wrong("%s", strings.ReplaceAll(strings.TrimPrefix(err.Error(), "yaml: "), "\n", " "))
	}
	return m, m.check()
}

func (m *Mapping) wrong(format string, args ...any) error {
	return graph.Errorf(graph.Invalid, "%s: %s", m.file, fmt.Sprintf(format, args...))
}
