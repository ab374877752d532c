package store

import (
	"cmp"
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// mostPatterns bounds the list of which labels are joined: every kind counts with
// all its ancestors, and beyond this the list helps nobody.
const mostPatterns = 10_000

// Schema gives what a statement may speak of. Of the server's procedures it has only
// those that the console allows.
func (s *Store) Schema(ctx context.Context) (*graph.Schema, error) {
	names, err := s.read(ctx, explore("schema"), nil)
	if err != nil {
		return nil, err
	}
	schema := &graph.Schema{Labels: []string{}, Types: []string{}, Properties: []string{}}
	if len(names) > 0 {
		schema.Labels, schema.Types, schema.Properties = texts(names[0]["labels"]), texts(names[0]["types"]), texts(names[0]["properties"])
	}
	if schema.Patterns, err = s.patterns(ctx); err != nil {
		return nil, err
	}
	if schema.Functions, err = s.callables(ctx, "functions", func(string) bool { return true }); err != nil {
		return nil, err
	}
	schema.Procedures, err = s.callables(ctx, "procedures", func(name string) bool { return slices.Contains(procedures, name) })
	return schema, err
}

// patterns reads the picture that the server makes of its own schema.
func (s *Store) patterns(ctx context.Context) ([]graph.Pattern, error) {
	rows, err := s.read(ctx, explore("patterns"), nil)
	patterns := []graph.Pattern{}
	if err != nil || len(rows) == 0 {
		return patterns, err
	}
	label := map[string]string{}
	for _, one := range sliceOf(rows[0]["nodes"]) {
		if n, ok := one.(neo4j.Node); ok && len(n.Labels) == 1 {
			label[n.ElementId] = n.Labels[0]
		}
	}
	for _, one := range sliceOf(rows[0]["relationships"]) {
		if r, ok := one.(neo4j.Relationship); ok && len(patterns) < mostPatterns {
			patterns = append(patterns, graph.Pattern{From: label[r.StartElementId], Type: r.Type, To: label[r.EndElementId]})
		}
	}
	// The server gives them in another order each time; an answer is to be the same as long as the graph is.
	slices.SortFunc(patterns, func(a, b graph.Pattern) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return patterns, nil
}

func (s *Store) callables(ctx context.Context, what string, wanted func(name string) bool) ([]graph.Callable, error) {
	rows, err := s.read(ctx, explore(what), nil)
	all := []graph.Callable{}
	for _, r := range rows {
		if !wanted(text(r["name"])) {
			continue
		}
		one := graph.Callable{Name: text(r["name"]), Category: text(r["category"]), Description: text(r["description"]),
			Signature: text(r["signature"]), Arguments: argumentsOf(r["arguments"])}
		one.Aggregating, _ = r["aggregating"].(bool)
		one.Deprecated, _ = r["deprecated"].(bool)
		if one.Returns = text(r["returns"]); one.Returns == "" {
			one.Yields = argumentsOf(r["returns"])
		}
		all = append(all, one)
	}
	return all, err
}

func argumentsOf(value any) []graph.Argument {
	all := []graph.Argument{}
	for _, one := range sliceOf(value) {
		m := mapOf(one)
		all = append(all, graph.Argument{Name: text(m["name"]), Type: text(m["type"]), Description: text(m["description"])})
	}
	return all
}
