package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"mapper/graph"
)

// Bounds on paths.
const (
	somePaths = 100 // between two entities
	pathNodes = 500 // on all paths together: a picture holds no more
)

// Paths gives all shortest paths between entities, each with each, and the nodes and
// edges on them. Without relations it walks along all but speech.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) (*graph.Paths, error) {
	walk, err := s.walked(ctx, q.Relations)
	if err != nil {
		return nil, err
	}
	if err := s.allThere(ctx, q.Via); err != nil {
		return nil, err
	}
	found := &graph.Paths{Paths: [][]string{}, Pairs: []graph.Pair{}}
	on, why := map[string]bool{}, ""
	for i, from := range q.Via {
		for _, to := range q.Via[i+1:] {
			paths, err := s.pathsOf(ctx, from, to, walk, q)
			if err != nil {
				return nil, err
			}
			if len(paths) > somePaths {
				paths, why = paths[:somePaths], fmt.Sprintf("the first %d paths between two", somePaths)
			}
			taken := addPaths(on, paths)
			if len(taken) < len(paths) {
				why = fmt.Sprintf("paths over %d entities", pathNodes)
			}
			paths, found.Paths = taken, append(found.Paths, taken...)
			pair := graph.Pair{From: from, To: to, Paths: len(paths)}
			if len(paths) > 0 {
				pair.Length = len(paths[0]) - 1
			}
			found.Pairs, found.Length = append(found.Pairs, pair), max(found.Length, pair.Length)
		}
	}
	found.Subgraph = graph.Subgraph{Nodes: []graph.Node{}, Edges: []graph.Edge{}}
	if len(on) > 0 {
		found.Subgraph, err = s.Map(ctx, graph.MapQuery{Show: slices.Collect(maps.Keys(on)), Filter: graph.Filter{Relations: q.Relations, AsAt: q.AsAt}})
	}
	if why != "" {
		found.AtLeast, found.Why = true, why
	}
	return found, err
}

// addPaths notes the entities on the paths, and leaves out paths that would make them
// too many; the first of a pair is always taken.
func addPaths(on map[string]bool, paths [][]string) [][]string {
	for i, path := range paths {
		if i > 0 && len(on)+len(path) > pathNodes {
			return paths[:i]
		}
		for _, id := range path {
			on[id] = true
		}
	}
	return paths
}

// pathsOf gives shortest paths between two entities, one more than are shown.
func (s *Store) pathsOf(ctx context.Context, from, to string, walk []string, q graph.PathQuery) ([][]string, error) {
	rows, err := s.read(ctx, explore("paths"), map[string]any{"from": from, "to": to, "relations": walk,
		"as_at": q.AsAt, "max": min(orDefault(q.Max, 6), 8), "limit": somePaths + 1})
	paths := make([][]string, 0, len(rows))
	for _, r := range rows {
		paths = append(paths, texts(r["path"]))
	}
	return paths, err
}

// walked gives the relations to walk along: those asked for, else all but speech.
func (s *Store) walked(ctx context.Context, relations []string) ([]string, error) {
	if len(relations) > 0 {
		return relations, nil
	}
	v, err := s.Vocabulary(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range v.Relations {
		if !r.Speech {
			relations = append(relations, r.Type)
		}
	}
	return relations, nil
}

// allThere fails when an entity is not in the graph or is named twice.
func (s *Store) allThere(ctx context.Context, ids []string) error {
	found, err := s.nodes(ctx, ids, graph.Day{})
	if err != nil {
		return err
	}
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			return graph.Errorf(graph.Invalid, "%q is named twice: give different entities", id)
		}
		if !slices.ContainsFunc(found, func(n graph.Node) bool { return n.ID == id }) {
			return noEntity(id)
		}
	}
	return nil
}
