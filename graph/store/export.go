package store

import (
	"context"
	"iter"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// exportTime bounds one statement of an export, which lasts as long as it takes whoever
// reads it.
const exportTime = time.Hour

// Export gives the graph, or a part of it, as a flow: a row is asked of Neo4j when it is
// wanted, so that a graph of any size takes no more memory than a small one. When a load
// changes the graph meanwhile, the flow ends with an error.
func (s *Store) Export(ctx context.Context, q graph.ExportQuery) (*graph.Flow, error) {
	b, err := s.background(ctx)
	if err != nil {
		return nil, err
	}
	version, err := s.Version(ctx)
	if err != nil {
		return nil, err
	}
	e := &export{s, ctx, b, version, "export-", "stored-", map[string]any{"as_at": q.AsAt}}
	f := &graph.Flow{Title: "The graph", Words: b.Vocabulary}
	if q.Part {
		e.prefix, e.stored = "part-", "stored-part-"
		e.params["ids"], e.params["claims"] = list(q.Entities), list(q.Claims)
		f.Title = "A part of the graph"
	}
	f.Title += onDay(q.AsAt)
	documents := e.params
	if !q.Part {
		documents = nil
	}
	f.Documents = flow(e, e.prefix+"documents", documents, e.document)
	f.Nodes = flow(e, e.prefix+"nodes", e.params, e.node)
	f.Edges = flow(e, e.prefix+"edges", e.params, e.edge)
	f.Stored = &graph.Stored{Nodes: flow(e, e.stored+"nodes", e.params, e.storedNode), Edges: flow(e, e.stored+"edges", e.params, e.storedEdge)}
	for _, statement := range cypher.All()["schema"] {
		if statement.Name != "await" && statement.Name != "lock-id" {
			f.Stored.Schema = append(f.Stored.Schema, statement.Text)
		}
	}
	return f, nil
}

// export is an export under way.
type export struct {
	store          *Store
	ctx            context.Context
	b              *background
	version        string
	prefix, stored string // of the statements' names
	params         map[string]any
}

// flow gives what a statement finds, read row by row.
func flow[T any](e *export, name string, params map[string]any, as func(row) T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		session := e.store.session(e.ctx, neo4j.AccessModeRead)
		defer session.Close(e.ctx)
		result, err := session.Run(e.ctx, explore(name).Text, bolt(params), neo4j.WithTxTimeout(exportTime))
		if err != nil {
			yield(none, e.store.translate(err))
			return
		}
		for result.Next(e.ctx) {
			if !yield(as(row(result.Record().AsMap())), nil) {
				return
			}
		}
		err = result.Err()
		if err == nil {
			err = e.unchanged()
		}
		if err != nil {
			yield(none, e.store.translate(err))
		}
	}
}

// unchanged says when another load has changed the graph since the export began.
func (e *export) unchanged() error {
	version, err := e.store.Version(e.ctx)
	if err == nil && version != e.version {
		err = graph.Errorf(graph.Conflict, "the graph was loaded into while it was taken away, so what has been written does not hold together: ask for it again")
	}
	return err
}

func (e *export) document(r row) *graph.Cited {
	return &graph.Cited{Document: documentOf(mapOf(r["document"]))}
}

func (e *export) node(r row) *graph.FlowNode {
	properties := mapOf(r["entity"])
	alone, _ := r["alone"].(bool)
	return &graph.FlowNode{Entity: entityOf(properties), Datasets: texts(properties["datasets"]), Alone: alone}
}

func (e *export) edge(r row) *graph.FlowEdge {
	c := mapOf(r["claim"])
	edge := &graph.FlowEdge{Source: graph.FlowEnd{Ref: refOf(r["from"]), Span: spanOf(mapOf(r["from"]))}, Target: graph.FlowEnd{Ref: refOf(r["to"]), Span: spanOf(mapOf(r["to"]))},
		Role: text(c["role"]), Locator: text(c["locator"]), Phrase: text(c["phrase"]), Note: text(c["note"]), Dataset: text(c["dataset"])}
	edge.Edge = graph.Edge{ID: text(c["id"]), From: edge.Source.ID, To: edge.Target.ID, Relation: text(r["relation"]), Claims: 1,
		Status: graph.Status(text(c["status"])), Count: number(c["count"]), Span: spanOf(c)}
	if document := refOf(r["document"]); document.ID != "" {
		edge.Documents = []graph.Ref{document}
	}
	if speaker := refOf(r["speaker"]); speaker.ID != "" {
		edge.Speaker = &speaker
	}
	return edge
}
