package cypher

import (
	"fmt"
	"slices"
	"strings"

	"mapper/graph"
)

// Draft is what a view file is made of, beside the statement.
type Draft struct {
	Name, Title, Question string
	Columns               []graph.Column // in the order in which the statement returns them
}

// File makes a complete view file of a statement: its own header, where it has one,
// with what it lacks filled in. What the header says of parameters, columns, chart and
// sentences stays; a column that the statement no longer returns goes. The file is
// parsed before it is given, so what comes back is one that the mapper takes.
func (d Draft) File(text string) (string, error) {
	have := Loose(text)
	var head strings.Builder
	line := func(key, value string) {
		if value = oneLine(value); value != "" {
			fmt.Fprintf(&head, "// %s: %s\n", key, value)
		}
	}
	line("title", first(d.Title, have.Title))
	line("question", first(d.Question, have.Question))
	for _, name := range Parameters(have.Text) {
		p := have.Param(name)
		if p == nil {
			p = &Param{Name: name, Type: "text"}
		}
		line("param", p.written())
	}
	for _, c := range d.Columns {
		if i := have.columnAt(c.Name); i >= 0 {
			c = have.Columns[i]
		}
		line("column", c.Name+" "+c.Type+quoted(c.Help))
	}
	if c := have.Chart; c != nil && d.returns(c.X) && d.returns(c.Y) {
		line("chart", fmt.Sprintf("%s x=%s y=%s", c.Type, c.X, c.Y))
	}
	line("answer", have.Answer)
	line("empty", have.Empty)
	line("severity", have.Severity)
	file := head.String() + have.Text + "\n"
	_, err := Parse(d.Name+".cypher", d.Name, file)
	return file, err
}

// IsColumnName says whether a view can have a column of that name.
func IsColumnName(name string) bool {
	m := columnForm.FindStringSubmatch(name + " value")
	return m != nil && m[1] == name
}

func (d Draft) returns(column string) bool {
	return slices.ContainsFunc(d.Columns, func(c graph.Column) bool { return c.Name == column })
}

// written gives the parameter as a header has it.
func (p Param) written() string {
	mark := ""
	if p.Optional {
		mark = "?"
	}
	return p.Name + " " + p.Type + mark + quoted(p.Help)
}

func quoted(help string) string {
	if help == "" {
		return ""
	}
	return ` "` + strings.ReplaceAll(help, `"`, `'`) + `"`
}

func first(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// oneLine keeps what somebody typed from adding lines of its own to a header.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
