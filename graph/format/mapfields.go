package format

import (
	"strconv"
	"strings"

	"mapper/graph"
)

// field is something that GraphML and GEXF carry of every node or edge.
type field struct {
	name, typ string // typ as GEXF has it: string, integer or boolean
}

// The fields beside id, label, ends, weight and dates. Both formats know one sort of
// edge in a graph only, directed ones here: symmetric says which of them go both ways.
var (
	nodeFields = []field{{"kinds", "string"}, {"kind_types", "string"}, {"since", "string"}, {"until", "string"}, {"degree", "integer"}, {"anonymous", "boolean"}, {"change", "string"}}
	edgeFields = []field{{"relation", "string"}, {"symmetric", "boolean"}, {"status", "string"}, {"claims", "integer"}, {"count", "integer"},
		{"since", "string"}, {"until", "string"}, {"documents", "string"}, {"document_ids", "string"}, {"change", "string"}}
)

// nodeValues gives the values of nodeFields, "" for one that is not known.
func nodeValues(n graph.Node, v *graph.Vocabulary) []string {
	return []string{strings.Join(kindLabels(v, n.Kinds), "|"), strings.Join(n.Kinds, "|"), string(n.Start), string(n.End), strconv.Itoa(n.Degree), yes(n.Anonymous), string(n.Change)}
}

// edgeValues gives the values of edgeFields likewise.
func edgeValues(e graph.Edge, m *graph.Taken, titles map[string]string) []string {
	symmetric := false
	if r := m.Words.Relation(e.Relation); r != nil {
		symmetric = r.Symmetric
	}
	return []string{e.Relation, strconv.FormatBool(symmetric), string(e.Status), strconv.Itoa(e.Claims), orNothing(e.Count),
		string(e.Start), string(e.End), strings.Join(named(m.Behind[e.ID], titles), "|"), strings.Join(m.Behind[e.ID], "|"), string(e.Change)}
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// clean leaves out what XML cannot carry: control characters but for tabs and line ends.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}
