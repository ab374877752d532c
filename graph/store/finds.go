package store

import (
	"context"
	"maps"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// mostPictured is how many entities the picture of a statement's answer shows.
const mostPictured = 300

// finds are the entities and claims among the values that a statement returned.
type finds struct {
	entities []string // in the order in which they were found
	known    map[string]bool
	claims   map[string]bool
	nodes    map[string]bool // Neo4j's own ids of all nodes that were returned
	ends     []string        // and of those that the claims lead from and to
}

func newFinds() *finds {
	return &finds{known: map[string]bool{}, claims: map[string]bool{}, nodes: map[string]bool{}}
}

// look notes every entity and claim in a value, however deep.
func (f *finds) look(value any) {
	switch v := value.(type) {
	case neo4j.Node:
		f.nodes[v.ElementId] = true
		if slices.Contains(v.Labels, "Entity") {
			f.entity(text(v.Props["id"]))
		}
	case neo4j.Relationship:
		if id := text(v.Props["id"]); id != "" {
			f.claims[id] = true
			f.ends = append(f.ends, v.StartElementId, v.EndElementId)
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

func (f *finds) entity(id string) {
	if id != "" && !f.known[id] {
		f.known[id] = true
		f.entities = append(f.entities, id)
	}
}

// join adds the entities that the claims lead from and to, where the statement returned
// the claims without them: a line is nothing without its ends.
func (f *finds) join(ctx context.Context, s *Store) error {
	var missing []string
	for _, end := range f.ends {
		if !f.nodes[end] {
			f.nodes[end] = true
			missing = append(missing, end)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	rows, err := s.readWithin(ctx, ConsoleTime, explore("ends"), map[string]any{"nodes": missing})
	for _, r := range rows {
		f.entity(text(r["id"]))
	}
	return err
}

// give notes in an answer what was found: all ids, and a picture of the entities with
// the claims that were returned, or all between them where none was.
func (f *finds) give(ctx context.Context, s *Store, answer *graph.Result) error {
	if err := f.join(ctx, s); err != nil || len(f.entities) == 0 {
		return err
	}
	answer.Entities, answer.Claims = f.entities, slices.Sorted(maps.Keys(f.claims))
	picture, b, err := s.drawnOn(ctx, graph.MapQuery{Show: f.entities[:min(len(f.entities), mostPictured)]})
	if err != nil {
		return err
	}
	answer.Nodes, answer.Edges = picture.Nodes, picture.Edges
	if len(f.claims) > 0 {
		answer.Edges = graph.Bundle(slices.DeleteFunc(picture.claims, func(c graph.Evidence) bool { return !f.claims[c.ID] }), b.Vocabulary)
	}
	return nil
}
