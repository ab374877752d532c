package pages

import (
	"slices"
	"strings"

	"mapper/cypher"
)

// inputs are the types of form field that suit the types of parameter; any other
// is a line of text.
var inputs = map[string]string{"date": "date", "integer": "number", "boolean": "checkbox"}

// input gives the type of form field for a parameter's type.
func input(param string) string {
	if typ, ok := inputs[param]; ok {
		return typ
	}
	return "text"
}

// params gives the parameters that a question's form asks for: all but the day,
// which the control at the top of every page sets.
func params(all []cypher.Param) []cypher.Param {
	return slices.DeleteFunc(slices.Clone(all), func(p cypher.Param) bool { return p.Name == "as_at" })
}

// spaced makes a parameter's name into a label: "max_length" into "Max length".
func spaced(name string) string {
	name = strings.ReplaceAll(name, "_", " ")
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// clip shortens a long text to so many signs.
func clip(text string, most int) string {
	if signs := []rune(text); len(signs) > most {
		return string(signs[:most]) + "…"
	}
	return text
}
