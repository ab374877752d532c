package format

import (
	"bufio"
	"io"

	"mapper/graph"
)

// jsonNode and jsonEdge are a node and an edge as /api/map has them, with what is known
// beside: of a claim its evidence, of an edge the documents behind it.
type jsonNode struct {
	*graph.Entity
	Datasets []string     `json:"datasets,omitempty"`
	Degree   *int         `json:"degree,omitempty"`
	Change   graph.Change `json:"change,omitempty"`
}

type jsonEdge struct {
	*graph.Edge
	Documents []string   `json:"documents"`
	Role      string     `json:"role,omitempty"`
	Speaker   *graph.Ref `json:"speaker,omitempty"`
	Locator   string     `json:"locator,omitempty"`
	Phrase    string     `json:"phrase,omitempty"`
	Note      string     `json:"note,omitempty"`
	Dataset   string     `json:"dataset,omitempty"`
}

func nodeJSON(n *graph.FlowNode) jsonNode {
	if n.Kinds == nil {
		n.Kinds = []string{}
	}
	return jsonNode{&n.Entity, n.Datasets, n.Degree, n.Change}
}

func edgeJSON(e *graph.FlowEdge) jsonEdge {
	documents := make([]string, len(e.Documents))
	for i, d := range e.Documents {
		documents[i] = d.ID
	}
	return jsonEdge{&e.Edge, documents, e.Role, e.Speaker, e.Locator, e.Phrase, e.Note, e.Dataset}
}

// MapAnswer is a map as JSON, for those who describe it: as /api/map answers it, with the
// documents behind each edge and the words that its kinds and relations stand for.
type MapAnswer struct {
	Nodes     []graph.Node      `json:"nodes"`
	Edges     []MapEdge         `json:"edges"`
	Documents []graph.Cited     `json:"documents"`
	Compared  *graph.Comparison `json:"compared,omitempty"`
	Words     MapWords          `json:"vocabulary"`
	graph.Shown
}

// MapEdge is an edge with the ids of the documents behind it.
type MapEdge struct {
	graph.Edge
	Documents []string `json:"documents"`
}

// MapWords are the kinds and relations that occur.
type MapWords struct {
	Kinds     []graph.Kind     `json:"kinds"`
	Relations []graph.Relation `json:"relations"`
}

// words collects which words of the vocabulary a graph uses.
type words struct {
	all           *graph.Vocabulary
	labels, types map[string]bool
}

func newWords(v *graph.Vocabulary) *words { return &words{v, map[string]bool{}, map[string]bool{}} }

func (u *words) node(n *graph.FlowNode) {
	for _, label := range u.all.Labels(n.Kinds) {
		u.labels[label] = true
	}
}

func (u *words) used() MapWords {
	used := MapWords{[]graph.Kind{}, []graph.Relation{}}
	for _, k := range u.all.Kinds {
		if u.labels[k.Name] {
			used.Kinds = append(used.Kinds, k)
		}
	}
	for _, r := range u.all.Relations {
		if u.types[r.Type] {
			used.Relations = append(used.Relations, r)
		}
	}
	return used
}

// graphJSON writes a graph as one object with nodes, edges, documents and the words of
// the vocabulary that occur; of a map also what /api/map says of it.
func graphJSON(w io.Writer, f *graph.Flow) error {
	out := bufio.NewWriter(w)
	l := newLines(out)
	used := newWords(f.Words)
	l.text.WriteString("{\n")
	err := items(l, "nodes", f.Nodes, func(n *graph.FlowNode) any { used.node(n); return nodeJSON(n) })
	if err == nil {
		err = items(l, "edges", f.Edges, func(e *graph.FlowEdge) any { used.types[e.Relation] = true; return edgeJSON(e) })
	}
	if err == nil {
		err = items(l, "documents", f.Documents, func(d *graph.Cited) any { return d })
	}
	if err != nil {
		return err
	}
	l.text.WriteString(`"vocabulary":`)
	if err := l.value(used.used()); err != nil {
		return err
	}
	if f.Compared != nil {
		l.text.WriteString(",\n\"compared\":")
		if err := l.value(f.Compared); err != nil {
			return err
		}
	}
	if f.Shown != (graph.Shown{}) {
		l.text.WriteString(",\n")
		if err := l.members(f.Shown); err != nil {
			return err
		}
	} else {
		l.text.WriteByte('}')
	}
	l.text.WriteByte('\n')
	return firstError(l.flush(), out.Flush())
}

// graphNDJSON writes a graph as a JSON object a line, each with its sort as type:
// document, entity or claim.
func graphNDJSON(w io.Writer, f *graph.Flow) error {
	out := bufio.NewWriter(w)
	l := newLines(out)
	err := typed(l, "document", f.Documents, func(d *graph.Cited) any { return d.Document })
	if err == nil {
		err = typed(l, "entity", f.Nodes, func(n *graph.FlowNode) any { return nodeJSON(n) })
	}
	if err == nil {
		err = typed(l, "claim", f.Edges, func(e *graph.FlowEdge) any { return edgeJSON(e) })
	}
	return firstError(err, out.Flush())
}
