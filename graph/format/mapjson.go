package format

import (
	"encoding/json"
	"io"

	"mapper/graph"
)

// mapJSON is a map in JSON: as /api/map answers it, with the documents behind each edge
// and the words that its kinds and relations stand for.
type mapJSON struct {
	Nodes     []graph.Node      `json:"nodes"`
	Edges     []mapJSONEdge     `json:"edges"`
	Documents []graph.Cited     `json:"documents"`
	Compared  *graph.Comparison `json:"compared,omitempty"`
	Words     mapJSONWords      `json:"vocabulary"`
	graph.Shown
}

type mapJSONEdge struct {
	graph.Edge
	Documents []string `json:"documents"`
}

type mapJSONWords struct {
	Kinds     []graph.Kind     `json:"kinds"`
	Relations []graph.Relation `json:"relations"`
}

// MapAnswer is what MapJSON writes, for those who describe it.
type MapAnswer = mapJSON

// MapJSON writes a map as JSON.
func MapJSON(w io.Writer, m *graph.Taken) error {
	out := mapJSON{Nodes: m.Nodes, Edges: []mapJSONEdge{}, Documents: m.Documents, Compared: m.Compared, Shown: m.Shown,
		Words: mapJSONWords{[]graph.Kind{}, []graph.Relation{}}}
	labels, types := map[string]bool{}, map[string]bool{}
	for _, n := range m.Nodes {
		for _, label := range m.Words.Labels(n.Kinds) {
			labels[label] = true
		}
	}
	for _, e := range m.Edges {
		types[e.Relation] = true
		out.Edges = append(out.Edges, mapJSONEdge{e, m.Behind[e.ID]})
	}
	for _, k := range m.Words.Kinds {
		if labels[k.Name] {
			out.Words.Kinds = append(out.Words.Kinds, k)
		}
	}
	for _, r := range m.Words.Relations {
		if types[r.Type] {
			out.Words.Relations = append(out.Words.Relations, r)
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(out)
}
