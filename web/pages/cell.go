package pages

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"mapper/graph"
)

// Cell is a value of an answer made ready to be shown. Type says which of the
// fields holds it: entity, entities, document, documents (Refs), claims (Claims),
// status (Status), relation, kind (Text is a name of the vocabulary), number
// (Text, to be set flush right), text, or none.
type Cell struct {
	Type   string
	Text   string
	Refs   []graph.Ref
	Claims []graph.ClaimRef
	Status graph.Status
}

// cell makes a value ready to be shown. What the value is decides first and what
// its column says second, since the console's columns promise nothing.
func cell(column graph.Column, value any) Cell {
	switch v := value.(type) {
	case nil:
		return Cell{Type: "none"}
	case graph.Ref:
		return Cell{Type: refs(column, v), Refs: []graph.Ref{v}}
	case *graph.Ref:
		if v == nil {
			return Cell{Type: "none"}
		}
		return Cell{Type: refs(column, *v), Refs: []graph.Ref{*v}}
	case graph.Node:
		return Cell{Type: "entity", Refs: []graph.Ref{v.Ref}}
	case []graph.Ref:
		if len(v) == 0 {
			return Cell{Type: "none"}
		}
		return Cell{Type: refs(column, v[0]), Refs: v}
	case []graph.ClaimRef:
		if len(v) == 0 {
			return Cell{Type: "none"}
		}
		return Cell{Type: "claims", Claims: v}
	case graph.Status:
		return Cell{Type: "status", Status: v}
	case string:
		return text(column, v)
	}
	if figures, ok := figures(value); ok {
		return Cell{Type: "number", Text: figures}
	}
	if text := plain(value); text != "" {
		return Cell{Type: "text", Text: text}
	}
	return Cell{Type: "none"}
}

// refs tells an entity from a document: the column says, and where it does not,
// only entities have kinds.
func refs(column graph.Column, ref graph.Ref) string {
	switch column.Type {
	case "document", "documents":
		return "document"
	case "entity", "entities":
		return "entity"
	}
	if len(ref.Kinds) == 0 {
		return "document"
	}
	return "entity"
}

// text shows a string as its column's type asks.
func text(column graph.Column, value string) Cell {
	if value == "" {
		return Cell{Type: "none"}
	}
	switch column.Type {
	case "status":
		return Cell{Type: "status", Status: graph.Status(value)}
	case "relation", "kind":
		return Cell{Type: column.Type, Text: value}
	case "date":
		if date, err := graph.ParseDate(value); err == nil {
			value = date.Words()
		}
	case "span":
		if span, err := graph.ParseSpan(value); err == nil {
			value = span.Words()
		}
	}
	return Cell{Type: "text", Text: value}
}

// figures writes a number: whole ones with commas, others with two decimals at most.
func figures(value any) (string, bool) {
	switch v := value.(type) {
	case int:
		return number(v), true
	case int64:
		return number(v), true
	case float64:
		if v == float64(int64(v)) {
			return number(int64(v)), true
		}
		return strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), true
	}
	return "", false
}

// plain writes whatever else a statement may return.
func plain(value any) string {
	switch v := value.(type) {
	case bool:
		if v {
			return "Yes"
		}
		return "No"
	case []any:
		parts := make([]string, len(v))
		for i, item := range v {
			parts[i] = plain(item)
		}
		return strings.Join(parts, ", ")
	case string:
		return v
	case graph.Ref:
		return v.Name
	case graph.Node:
		return v.Name
	case nil:
		return ""
	case fmt.Stringer:
		return v.String()
	}
	if figures, ok := figures(value); ok {
		return figures
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}
