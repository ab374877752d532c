package store

import (
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// finds are the entities and claims among the values that a statement returned.
type finds struct {
	entities []string // in the order in which they were found
	known    map[string]bool
	claims   map[string]bool
}

func newFinds() *finds { return &finds{known: map[string]bool{}, claims: map[string]bool{}} }

// look notes every entity and claim in a value, however deep.
func (f *finds) look(value any) {
	switch v := value.(type) {
	case neo4j.Node:
		if id := text(v.Props["id"]); id != "" && slices.Contains(v.Labels, "Entity") && !f.known[id] {
			f.known[id] = true
			f.entities = append(f.entities, id)
		}
	case neo4j.Relationship:
		if id := text(v.Props["id"]); id != "" {
			f.claims[id] = true
		}
	case neo4j.Path:
		for _, n := range v.Nodes {
			f.look(n)
		}
		for _, r := range v.Relationships {
			f.look(r)
		}
	case []any:
		for _, one := range v {
			f.look(one)
		}
	case map[string]any:
		for _, one := range v {
			f.look(one)
		}
	}
}

// give gives the entities as nodes, and the edges between them that were returned.
func (f *finds) give(ctx context.Context, s *Store) ([]graph.Node, []graph.Edge, error) {
	if len(f.entities) == 0 {
		return nil, nil, nil
	}
	picture, err := s.Map(ctx, graph.MapQuery{Show: f.entities[:min(len(f.entities), 300)]})
	if err != nil {
		return nil, nil, err
	}
	var edges []graph.Edge
	for _, e := range picture.Edges {
		if len(f.claims) == 0 || f.claims[e.ID] {
			edges = append(edges, e)
		}
	}
	return picture.Nodes, edges, nil
}
