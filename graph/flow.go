package graph

import (
	"iter"
	"slices"
)

// Flow is a graph, or a part of one, on its way out: it comes piece by piece and is
// never held as a whole. Each sequence may be walked once, one after the other, in any
// order; what is yielded is the walker's until the next step. A sequence that yields an
// error has come to its end.
type Flow struct {
	Title     string // such as "The graph on 1 April 2021"
	Words     *Vocabulary
	Documents iter.Seq2[*Cited, error]
	Nodes     iter.Seq2[*FlowNode, error]
	Edges     iter.Seq2[*FlowEdge, error]
	Stored    *Stored // as the database has it; nil where that is not known

	// Of a map only.
	Shown    Shown
	Compared *Comparison
}

// FlowNode is an entity with what is known of its place in the graph.
type FlowNode struct {
	Entity
	Datasets []string
	Degree   *int   // to how many others it is joined; of a map only
	Change   Change // of a map that compares two days
	Alone    bool   // no edge of the flow is joined to it
}

// FlowEdge is a claim; in the flow of a map it is a line, which several may stand behind.
type FlowEdge struct {
	Edge
	Source, Target FlowEnd
	Documents      []Ref // that say so

	// Of a claim only.
	Role    string
	Speaker *Ref
	Locator string
	Phrase  string
	Note    string
	Dataset string
}

// FlowEnd is an entity at the end of an edge.
type FlowEnd struct {
	Ref
	Span
}

// Stored is a flow as the database has it, for whoever makes the same graph again.
type Stored struct {
	Schema []string // statements that make constraints and indexes
	Nodes  iter.Seq2[StoredNode, error]
	Edges  iter.Seq2[StoredEdge, error]
}

// StoredNode is a node; Key is the label by which its id is unique. Values are string,
// int64, float64, bool, Day, or lists of these.
type StoredNode struct {
	Key        string
	Labels     []string
	Properties map[string]any
}

// StoredEdge is a relationship between two nodes, each named by its key and id.
type StoredEdge struct {
	FromKey, From, Type, ToKey, To string
	Properties                     map[string]any
}

// ExportQuery says which part of the graph is taken away: all of it, unless entities or
// claims are named.
type ExportQuery struct {
	AsAt     Day
	Part     bool     // only these entities
	Entities []string // ids
	Claims   []string // ids of edges; empty for all between the entities
}

// Query gives the part of the graph that a map shows, claim by claim.
func (m *Taken) Query() ExportQuery {
	q := ExportQuery{Part: true, Claims: m.Claims}
	for _, n := range m.Nodes {
		q.Entities = append(q.Entities, n.ID)
	}
	if len(q.Claims) == 0 {
		q.Claims = []string{""} // none, where an empty list is all
	}
	return q
}

// Flow gives a map that is held as a flow.
func (m *Taken) Flow() *Flow {
	nodes, joined := map[string]*Node{}, map[string]bool{}
	for i := range m.Nodes {
		nodes[m.Nodes[i].ID] = &m.Nodes[i]
	}
	for _, e := range m.Edges {
		joined[e.From], joined[e.To] = true, true
	}
	return &Flow{Title: "Map", Words: m.Words, Shown: m.Shown, Compared: m.Compared,
		Documents: sequence(m.Documents, func(d Cited) *Cited { return &d }),
		Nodes: sequence(m.Nodes, func(n Node) *FlowNode {
			return &FlowNode{Entity: Entity{ID: n.ID, Name: n.Name, Kinds: n.Kinds, Span: n.Span, Anonymous: n.Anonymous, Stub: n.Stub},
				Degree: &n.Degree, Change: n.Change, Alone: !joined[n.ID]}
		}),
		Edges: sequence(m.Edges, func(e Edge) *FlowEdge {
			return &FlowEdge{Edge: e, Source: endOf(nodes, e.From), Target: endOf(nodes, e.To), Documents: m.documentsBehind(e.ID)}
		}),
	}
}

func endOf(nodes map[string]*Node, id string) FlowEnd {
	if n := nodes[id]; n != nil {
		return FlowEnd{n.Ref, n.Span}
	}
	return FlowEnd{Ref: Ref{ID: id}}
}

// documentsBehind names the documents behind an edge, by id where there is no title.
func (m *Taken) documentsBehind(edge string) []Ref {
	var refs []Ref
	for _, id := range m.Behind[edge] {
		ref := Ref{ID: id, Name: id}
		if i := slices.IndexFunc(m.Documents, func(d Cited) bool { return d.ID == id }); i >= 0 && m.Documents[i].Title != "" {
			ref.Name = m.Documents[i].Title
		}
		refs = append(refs, ref)
	}
	return refs
}

func sequence[T, U any](items []T, as func(T) U) iter.Seq2[U, error] {
	return func(yield func(U, error) bool) {
		for _, item := range items {
			if !yield(as(item), nil) {
				return
			}
		}
	}
}
