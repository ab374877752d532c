package cypher

import (
	"slices"
	"strconv"
	"strings"

	"mapper/graph"
)

// Arguments checks parameters given as text and converts them to their declared
// types: date to graph.Day, integer to int64, boolean to bool, list (parts joined
// by |) to []string, the rest to string. One left out that may be is nil.
func (s *Statement) Arguments(given map[string]string) (map[string]any, error) {
	for name := range given {
		if s.Param(name) == nil {
			return nil, graph.Errorf(graph.Invalid, "%s takes no parameter %q; it takes %s", s.Name, name, s.paramNames())
		}
	}
	arguments := map[string]any{}
	for _, p := range s.Params {
		value, err := p.convert(strings.TrimSpace(given[p.Name]))
		if err != nil {
			return nil, err
		}
		arguments[p.Name] = value
	}
	return arguments, nil
}

// Known checks the parameters that name something of the vocabulary; Arguments checks
// the rest.
func (s *Statement) Known(v *graph.Vocabulary, given map[string]string) error {
	for _, p := range s.Params {
		value := strings.TrimSpace(given[p.Name])
		if value == "" {
			continue
		}
		var err error
		switch p.Type {
		case "kind":
			err = v.CheckKinds([]string{value})
		case "relation":
			err = v.CheckRelations([]string{value})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Missing gives the names of the parameters that must be given and are not.
func (s *Statement) Missing(given map[string]string) []string {
	var names []string
	for _, p := range s.Params {
		if !p.Optional && strings.TrimSpace(given[p.Name]) == "" {
			names = append(names, p.Name)
		}
	}
	return names
}

func (p Param) convert(text string) (any, error) {
	if text == "" {
		if p.Optional {
			return nil, nil
		}
		return nil, graph.Errorf(graph.Invalid, "parameter %s is missing: %s", p.Name, p.expects())
	}
	switch p.Type {
	case "date":
		day, err := graph.ParseDay(text)
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "parameter %s: %v", p.Name, err)
		}
		return day, nil
	case "integer":
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "parameter %s: %q is not a whole number", p.Name, text)
		}
		return n, nil
	case "boolean":
		b, err := strconv.ParseBool(text)
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "parameter %s: %q is neither true nor false", p.Name, text)
		}
		return b, nil
	case "status":
		if !slices.Contains(graph.Statuses, graph.Status(text)) {
			return nil, graph.Errorf(graph.Invalid, "parameter %s: %q is not a status; they are %v", p.Name, text, graph.Statuses)
		}
	case "list":
		return strings.Split(text, "|"), nil
	}
	return text, nil
}

// expects says what a value of the parameter looks like.
func (p Param) expects() string {
	help := map[string]string{
		"date": "a day, YYYY-MM-DD", "entity": "the id of an entity, such as ods:RRV", "document": "the id of a document",
		"kind": "a kind of the vocabulary, such as Provider", "relation": "a relation type, such as COMMISSIONS",
		"integer": "a whole number", "boolean": "true or false", "list": "values joined by |",
	}[p.Type]
	if help == "" {
		help = "a text"
	}
	if p.Help != "" {
		help += " (" + p.Help + ")"
	}
	return help
}

func (s *Statement) paramNames() string {
	if len(s.Params) == 0 {
		return "none"
	}
	names := make([]string, len(s.Params))
	for i, p := range s.Params {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}
