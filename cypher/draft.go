package cypher

import (
	"fmt"
	"slices"
	"strings"

	"mapper/graph"
)

// DraftRows is how many rows are looked at to tell what a column holds.
const DraftRows = 50

// Draft is what a view file is made of, beside the statement.
type Draft struct {
	Name, Title, Question string
	Columns               []graph.Column // in the order in which the statement returns them
}

// IsNew makes sure that no view has the name yet.
func (d Draft) IsNew(views []*Statement) error {
	if slices.ContainsFunc(views, func(v *Statement) bool { return v.Name == d.Name }) {
		return graph.Errorf(graph.Invalid, "There is a view %q already: choose another name.", d.Name)
	}
	return nil
}

// FileOf makes the view file of a statement that has been run: only its values tell what
// its columns hold.
func (d Draft) FileOf(text string, ran graph.Table) (string, error) {
	for i, column := range ran.Columns {
		if !isColumnName(column.Name) {
			return "", graph.Errorf(graph.Invalid, "The column %q has no name that a view can use: write AS and a name of lower-case letters, digits and _ behind it.", column.Name)
		}
		d.Columns = append(d.Columns, graph.Column{Name: column.Name, Type: typeOf(ran.Rows, i)})
	}
	return d.File(text)
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

// isColumnName says whether a view can have a column of that name.
func isColumnName(name string) bool {
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

// typeOf tells the type of a column from its values: one that all of them have, else
// value, which takes anything.
func typeOf(rows [][]any, column int) string {
	found := ""
	for _, row := range rows {
		one := ""
		switch v := row[column].(type) {
		case nil:
			continue
		case graph.Ref:
			if one = "entity"; len(v.Kinds) == 0 {
				one = "document"
			}
		case int64:
			one = "integer"
		case float64:
			one = "number"
		case bool:
			one = "boolean"
		case string:
			if one = "text"; slices.Contains(graph.Statuses, graph.Status(v)) {
				one = "status"
			}
		default:
			one = "value"
		}
		if found != "" && found != one {
			if found == "text" && one == "status" || found == "status" && one == "text" {
				found = "text"
				continue
			}
			return "value"
		}
		found = one
	}
	if found == "" {
		return "value"
	}
	return found
}
