package format

import (
	"strconv"
	"strings"
	"time"

	"mapper/graph"
)

// field is something that GraphML and GEXF carry of every node or edge.
type field struct {
	name, typ string // typ as GEXF has it: string, integer or boolean
}

// The fields beside id, label, ends, weight and dates. Both formats know one sort of
// edge in a graph only, directed ones here: symmetric says which of them go both ways.
// What follows change is known of a whole graph and of a part of it, not of a map.
var (
	nodeFields = []field{{"kinds", "string"}, {"kind_types", "string"}, {"since", "string"}, {"until", "string"}, {"degree", "integer"}, {"anonymous", "boolean"}, {"change", "string"},
		{"stub", "boolean"}, {"aliases", "string"}, {"codes", "string"}, {"note", "string"}, {"datasets", "string"}}
	edgeFields = []field{{"relation", "string"}, {"symmetric", "boolean"}, {"status", "string"}, {"claims", "integer"}, {"count", "integer"},
		{"since", "string"}, {"until", "string"}, {"documents", "string"}, {"document_ids", "string"}, {"change", "string"},
		{"role", "string"}, {"speaker", "string"}, {"speaker_id", "string"}, {"locator", "string"}, {"phrase", "string"}, {"note", "string"}, {"dataset", "string"}}
)

// nodeValues gives the values of nodeFields, "" for one that is not known.
func nodeValues(n *graph.FlowNode, v *graph.Vocabulary) []string {
	return []string{strings.Join(kindLabels(v, n.Kinds), "|"), strings.Join(n.Kinds, "|"), string(n.Start), string(n.End), degree(n), yes(n.Anonymous), string(n.Change),
		yes(n.Stub), strings.Join(n.Aliases, "|"), strings.Join(codes(n.Codes), "|"), n.Note, strings.Join(n.Datasets, "|")}
}

// edgeValues gives the values of edgeFields likewise.
func edgeValues(e *graph.FlowEdge, v *graph.Vocabulary) []string {
	speaker := graph.Ref{}
	if e.Speaker != nil {
		speaker = *e.Speaker
	}
	return []string{e.Relation, strconv.FormatBool(symmetric(v, e.Relation)), string(e.Status), strconv.Itoa(e.Claims), orNothing(e.Count),
		string(e.Start), string(e.End), Text(e.Documents), cellIDs(e.Documents), string(e.Change),
		e.Role, speaker.Name, speaker.ID, e.Locator, e.Phrase, e.Note, e.Dataset}
}

func symmetric(v *graph.Vocabulary, relation string) bool {
	r := v.Relation(relation)
	return r != nil && r.Symmetric
}

func codes(all []graph.Code) []string {
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = c.String()
	}
	return texts
}

func kindLabels(v *graph.Vocabulary, kinds []string) []string {
	labels := make([]string, len(kinds))
	for i, name := range kinds {
		labels[i] = name
		if k := v.Kind(name); k != nil {
			labels[i] = k.Label
		}
	}
	return labels
}

func relationName(v *graph.Vocabulary, typ string) string {
	if r := v.Relation(typ); r != nil {
		return r.Name
	}
	return typ
}

func degree(n *graph.FlowNode) string {
	if n.Degree == nil {
		return ""
	}
	return strconv.Itoa(*n.Degree)
}

func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// daysOf gives the first and the last day of a span, both of which count, as
// YYYY-MM-DD; "" for an open side. What began and ended on one day stood on none, and
// has that day.
func daysOf(s graph.Span) (start, end string) {
	first, known := s.Start.First()
	if known {
		start = first.Format(time.DateOnly)
	}
	if over, ended := s.End.Over(); ended {
		last := over.AddDate(0, 0, -1)
		if known && last.Before(first) {
			last = first
		}
		end = last.Format(time.DateOnly)
	}
	return start, end
}

// clean leaves out what XML cannot carry: control characters but for tabs and line ends.
func clean(text string) string {
	return strings.Map(printable, strings.ToValidUTF8(text, "\uFFFD"))
}

func printable(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}
