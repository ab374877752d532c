package cypher

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mapper/graph"
)

var (
	paramForm  = regexp.MustCompile(`^([a-z][a-z0-9_]*) ([a-z]+)(\?)?(?: "([^"]*)")?$`)
	columnForm = regexp.MustCompile(`^([a-z][a-z0-9_]*) ([a-z]+)(?: "([^"]*)")?$`)
	chartForm  = regexp.MustCompile(`^(bar|timeline|map) x=([a-z0-9_]+) y=([a-z0-9_]+)$`)
	nameForm   = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
)

var (
	paramTypes  = []string{"date", "entity", "document", "kind", "relation", "status", "text", "integer", "boolean", "list", "rows", "value"}
	columnTypes = []string{"entity", "entities", "document", "documents", "claims", "text", "integer", "number", "boolean", "date", "span", "status", "relation", "kind", "value"}
	headerKeys  = []string{"title", "question", "param", "column", "chart", "answer", "empty", "home", "severity"}
)

// Parse reads one statement: a header of "// key: value" lines, then the Cypher.
// file names it in messages; every mistake is an error with its line.
func Parse(file, name, text string) (*Statement, error) {
	s := &Statement{Name: name, File: file, Params: []Param{}, Columns: []graph.Column{}}
	if !nameForm.MatchString(name) {
		return nil, s.wrong(0, "name the file in lower-case words joined by -, such as who-regulates-whom.cypher")
	}
	lines := strings.Split(text, "\n")
	body := 0
	for body < len(lines) && strings.HasPrefix(lines[body], "//") {
		if err := s.header(body+1, lines[body]); err != nil {
			return nil, err
		}
		body++
	}
	s.Head = strings.Join(lines[:body], "\n")
	s.Text = strings.TrimSpace(strings.Join(lines[body:], "\n"))
	return s, s.check()
}

// header reads one line of the header.
func (s *Statement) header(line int, text string) error {
	key, value, ok := strings.Cut(strings.TrimPrefix(text, "//"), ":")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !ok || !slices.Contains(headerKeys, key) {
		return s.wrong(line, "%q is no header line: the keys are %s; remarks go below the header, after an empty line", text, strings.Join(headerKeys, ", "))
	}
	if value == "" {
		return s.wrong(line, "%s: is empty", key)
	}
	switch key {
	case "param":
		return s.param(line, value)
	case "column":
		return s.column(line, value)
	case "chart":
		return s.chart(line, value)
	case "home":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return s.wrong(line, "home: %q is not a place on the home page, 1 or more", value)
		}
		s.Home = n
		return nil
	}
	field := map[string]*string{"title": &s.Title, "question": &s.Question, "answer": &s.Answer, "empty": &s.Empty, "severity": &s.Severity}[key]
	if *field != "" {
		return s.wrong(line, "%s: stands twice", key)
	}
	*field = value
	return nil
}

func (s *Statement) param(line int, value string) error {
	m := paramForm.FindStringSubmatch(value)
	if m == nil || !slices.Contains(paramTypes, m[2]) {
		return s.wrong(line, `param: %q: write NAME TYPE "help", TYPE? when it may be left out; the types are %s`, value, strings.Join(paramTypes, ", "))
	}
	if s.Param(m[1]) != nil {
		return s.wrong(line, "param: %s stands twice", m[1])
	}
	s.Params = append(s.Params, Param{Name: m[1], Type: m[2], Optional: m[3] == "?", Help: m[4]})
	return nil
}

func (s *Statement) column(line int, value string) error {
	m := columnForm.FindStringSubmatch(value)
	if m == nil || !slices.Contains(columnTypes, m[2]) {
		return s.wrong(line, `column: %q: write NAME TYPE "help"; the types are %s`, value, strings.Join(columnTypes, ", "))
	}
	if s.columnAt(m[1]) >= 0 {
		return s.wrong(line, "column: %s stands twice", m[1])
	}
	s.Columns = append(s.Columns, graph.Column{Name: m[1], Type: m[2], Help: m[3]})
	return nil
}

func (s *Statement) chart(line int, value string) error {
	m := chartForm.FindStringSubmatch(value)
	if m == nil {
		return s.wrong(line, "chart: %q: write bar, timeline or map, then x=COLUMN y=COLUMN", value)
	}
	s.Chart = &Chart{Type: m[1], X: m[2], Y: m[3]}
	return nil
}

// check holds the header against itself and against the statement.
func (s *Statement) check() error {
	if s.Title == "" {
		return s.wrong(1, "title: is missing")
	}
	if s.Text == "" {
		return s.wrong(0, "there is no statement below the header")
	}
	used := Parameters(s.Text)
	for _, p := range s.Params {
		if !slices.Contains(used, p.Name) {
			return s.wrong(0, "param %s is declared and not used in the statement", p.Name)
		}
	}
	for _, name := range used {
		if s.Param(name) == nil {
			return s.wrong(0, "the statement uses $%s: declare it with // param: %s TYPE", name, name)
		}
	}
	if s.Chart != nil {
		for _, name := range []string{s.Chart.X, s.Chart.Y} {
			if s.columnAt(name) < 0 {
				return s.wrong(0, "chart: there is no column %s", name)
			}
		}
	}
	return s.checkSentences()
}

// wrong says what is wrong with the file and where.
func (s *Statement) wrong(line int, format string, args ...any) error {
	at := s.File
	if line > 0 {
		at += ":" + strconv.Itoa(line)
	}
	return graph.Errorf(graph.Invalid, "%s: %s", at, fmt.Sprintf(format, args...))
}

// Param finds a declared parameter; nil when there is none of that name.
func (s *Statement) Param(name string) *Param {
	for i := range s.Params {
		if s.Params[i].Name == name {
			return &s.Params[i]
		}
	}
	return nil
}

func (s *Statement) columnAt(name string) int {
	return slices.IndexFunc(s.Columns, func(c graph.Column) bool { return c.Name == name })
}

// CheckColumns holds the columns a server returns against the declared ones.
func (s *Statement) CheckColumns(returned []string) error {
	declared := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		declared[i] = c.Name
	}
	if !slices.Equal(declared, returned) {
		return s.wrong(0, "the statement returns %s; declare these columns, in this order (declared: %s)", strings.Join(returned, ", "), strings.Join(declared, ", "))
	}
	return nil
}
