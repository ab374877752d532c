package format

import (
	"bufio"
	"io"

	"mapper/graph"
)

// jsonGraphNode and jsonGraphEdge are what JSON Graph knows of each; all else is metadata.
type jsonGraphNode struct {
	Label    string   `json:"label"`
	Metadata jsonNode `json:"metadata"`
}

type jsonGraphEdge struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Target   string   `json:"target"`
	Relation string   `json:"relation"`
	Directed bool     `json:"directed"`
	Label    string   `json:"label"`
	Metadata jsonEdge `json:"metadata"`
}

// jsonGraph writes a graph in the JSON Graph Format, version 2 (jsongraphformat.info):
// the documents are in the graph's metadata.
func jsonGraph(w io.Writer, f *graph.Flow) error {
	out := bufio.NewWriter(w)
	l := newLines(out)
	l.text.WriteString(`{"graph":{"directed":true,"type":"relationships","label":`)
	if err := l.value(f.Title); err != nil {
		return err
	}
	l.text.WriteString(",\n\"metadata\":{")
	if err := items(l, "documents", f.Documents, func(d *graph.Cited) any { return d.Document }); err != nil {
		return err
	}
	l.text.WriteString("\"creator\":\"Relationship mapper\"},\n\"nodes\":{")
	comma := "\n"
	for n, err := range f.Nodes {
		if err != nil {
			return err
		}
		l.text.WriteString(comma)
		comma = ",\n"
		if err := l.value(n.ID); err != nil {
			return err
		}
		l.text.WriteByte(':')
		if err := firstError(l.value(jsonGraphNode{n.Name, nodeJSON(n)}), l.flush()); err != nil {
			return err
		}
	}
	l.text.WriteString("\n},\n")
	err := items(l, "edges", f.Edges, func(e *graph.FlowEdge) any {
		return jsonGraphEdge{e.ID, e.From, e.To, e.Relation, !symmetric(f.Words, e.Relation), relationName(f.Words, e.Relation), edgeJSON(e)}
	})
	if err != nil {
		return err
	}
	l.text.WriteString("\"id\":\"mapper\"}}\n")
	return firstError(l.flush(), out.Flush())
}
