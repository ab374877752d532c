package format

import (
	"fmt"

	"mapper/graph"
)

// flat is a column that holds plain values: text, integer, number, boolean, day, date or
// texts. A column of entities or documents becomes two, the names under its own name and
// the ids under name_id; claims are their ids.
type flat struct {
	name, typ string
	from      int // which cell of a row
	of        func(cell any) any
}

func flatten(columns []graph.Column) []flat {
	var all []flat
	for i, c := range columns {
		switch c.Type {
		case "entity", "document":
			all = append(all, flat{c.Name, "text", i, func(v any) any { return oneOf(names(v)) }}, flat{c.Name + "_id", "text", i, func(v any) any { return oneOf(ids(v)) }})
		case "entities", "documents":
			all = append(all, flat{c.Name, texts, i, func(v any) any { return names(v) }}, flat{c.Name + "_id", texts, i, func(v any) any { return ids(v) }})
		case "claims":
			all = append(all, flat{c.Name, texts, i, claimIDs})
		case "integer", "number", "boolean", "date", day, texts:
			all = append(all, flat{c.Name, c.Type, i, itself})
		default:
			all = append(all, flat{c.Name, "text", i, textOrNothing})
		}
	}
	return all
}

func itself(v any) any { return v }

func textOrNothing(v any) any {
	if v == nil {
		return nil
	}
	return Text(v)
}

func oneOf(texts []string) any {
	if len(texts) == 0 {
		return nil
	}
	return texts[0]
}

func names(cell any) []string {
	refs := graph.Refs(cell)
	all := make([]string, len(refs))
	for i, r := range refs {
		all[i] = r.Name
	}
	return all
}

func ids(cell any) []string {
	refs := graph.Refs(cell)
	all := make([]string, len(refs))
	for i, r := range refs {
		all[i] = r.ID
	}
	return all
}

func claimIDs(cell any) any {
	claims := graph.ClaimRefs(cell)
	all := make([]string, len(claims))
	for i, c := range claims {
		all[i] = c.ID
	}
	return all
}

// typedBy gives a table whose columns of any value have the type that all their values
// have, where they have one: a console's answer says nothing of types.
func typedBy(t graph.Table) []graph.Column {
	columns := make([]graph.Column, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = c
		if c.Type != "value" {
			continue
		}
		common := ""
		for _, row := range t.Rows {
			switch typ := typeOf(row[i]); {
			case typ == "" || typ == common:
			case common == "" || common == "integer" && typ == "number":
				common = typ
			case common != "number" || typ != "integer":
				common = "value"
			}
		}
		if common != "" {
			columns[i].Type = common
		}
	}
	return columns
}

func typeOf(cell any) string {
	switch cell.(type) {
	case nil:
		return ""
	case int64:
		return "integer"
	case float64:
		return "number"
	case bool:
		return "boolean"
	case graph.Ref, *graph.Ref:
		return "entity"
	}
	return "value"
}

// mistyped says that a column holds what it should not.
func mistyped(c flat, value any) error {
	return graph.Errorf(graph.Invalid, "column %s is of type %s and holds %s: change its type in the view, or choose another format", c.name, c.typ, fmt.Sprintf("%.40q", Text(value)))
}
