package store

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

func (e *export) storedNode(r row) graph.StoredNode {
	properties := mapOf(r["properties"])
	if text(r["key"]) == "Dataset" { // what the loader remembers of a load holds for this store only
		maps.DeleteFunc(properties, func(name string, _ any) bool { return slices.Contains(accounts, name) })
	}
	return graph.StoredNode{Key: text(r["key"]), Labels: texts(r["labels"]), Properties: storedValues(properties)}
}

func (e *export) storedEdge(r row) graph.StoredEdge {
	return graph.StoredEdge{FromKey: text(r["from_key"]), From: text(r["from"]), Type: text(r["type"]), ToKey: text(r["to_key"]), To: text(r["to"]),
		Properties: storedValues(mapOf(r["properties"]))}
}

// storedValues turns the driver's days into the graph's.
func storedValues(properties map[string]any) map[string]any {
	for name, value := range properties {
		if d, ok := value.(neo4j.Date); ok {
			properties[name] = graph.DayOf(time.Time(d))
		}
	}
	return properties
}

// mostWithin is how many entities a part of the graph may have.
const mostWithin = 200_000

// Within gives the ids of all entities within some steps of one, itself the first.
func (s *Store) Within(ctx context.Context, id string, steps int, day graph.Day) ([]string, error) {
	if err := s.allThere(ctx, []string{id}); err != nil {
		return nil, err
	}
	met, all, from := map[string]bool{id: true}, []string{id}, []string{id}
	for ; steps > 0 && len(from) > 0; steps-- {
		rows, err := s.readLong(ctx, explore("within"), map[string]any{"ids": from, "as_at": day})
		if err != nil {
			return nil, err
		}
		from = nil
		for _, r := range rows {
			if next := text(r["id"]); !met[next] {
				met[next] = true
				from = append(from, next)
			}
		}
		if all = append(all, from...); len(all) > mostWithin {
			return nil, graph.Errorf(graph.TooLarge, "more than %d entities are within these steps of %s: take fewer steps, or the whole graph", mostWithin, id)
		}
	}
	return all, nil
}

// Named gives which part of the graph the answer of a view names: its entities, and its
// claims where it has any.
func (s *Store) Named(ctx context.Context, view *cypher.Statement, given map[string]string) (graph.ExportQuery, error) {
	q := graph.ExportQuery{Part: true}
	entities, claims := map[string]bool{}, map[string]bool{}
	err := s.EachRow(ctx, view, given, func(cells []any) error {
		for i, c := range view.Columns {
			if strings.HasPrefix(c.Type, "entit") {
				for _, ref := range graph.Refs(cells[i]) {
					entities[ref.ID] = true
				}
			}
			for _, claim := range graph.ClaimRefs(cells[i]) {
				claims[claim.ID] = true
			}
		}
		return nil
	})
	q.Entities, q.Claims = slices.Sorted(maps.Keys(entities)), slices.Sorted(maps.Keys(claims))
	if err == nil && len(q.Entities) == 0 {
		err = graph.Errorf(graph.Invalid, "the answer of %s names no entities, so it is no part of the graph: take it away as a table, such as csv", view.Name)
	}
	return q, err
}
