package store

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
)

// Remarks gives what the server remarks on a statement without running it: unknown
// labels, cartesian products, deprecated forms. It is for whoever writes views.
func (s *Store) Remarks(ctx context.Context, statement *cypher.Statement) ([]string, error) {
	params := map[string]any{}
	for _, p := range statement.Params {
		params[p.Name] = nil
		if p.Type == "list" || p.Type == "rows" {
			params[p.Name] = []any{}
		}
	}
	explained, err := s.explain(ctx, neo4j.AccessModeWrite, statement.Text, params)
	if err != nil {
		return nil, err
	}
	return remarks(explained), nil
}
