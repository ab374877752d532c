package store

import (
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// cell turns a value into what its column's type shows.
func cell(typ string, value any) any {
	switch typ {
	case "entity", "document":
		if value == nil {
			return nil
		}
		return refOf(mapOf(value))
	case "entities", "documents":
		refs := []graph.Ref{}
		for _, one := range sliceOf(value) {
			refs = append(refs, refOf(mapOf(one)))
		}
		return refs
	case "claims":
		refs := []graph.ClaimRef{}
		for _, one := range sliceOf(value) {
			claim := mapOf(one)
			refs = append(refs, graph.ClaimRef{ID: text(claim["id"]), Status: graph.Status(text(claim["status"]))})
		}
		return refs
	}
	return plain(value)
}

// consoleCell shows an entity or a document as a link, the rest as it is.
func consoleCell(value any) any {
	if n, ok := value.(neo4j.Node); ok && text(n.Props["id"]) != "" {
		for _, label := range n.Labels {
			if label == "Entity" || label == "Document" {
				return refOf(n.Props)
			}
		}
	}
	return plain(value)
}

// mapOf gives the properties of a node, a relationship or a map.
func mapOf(value any) map[string]any {
	switch v := value.(type) {
	case neo4j.Node:
		return v.Props
	case neo4j.Relationship:
		return v.Props
	case map[string]any:
		return v
	}
	return nil
}

func sliceOf(value any) []any {
	values, _ := value.([]any)
	return values
}

// plain turns a value of Neo4j into one that JSON and people read: dates and
// times as text, nodes and relationships as their properties.
func plain(value any) any {
	switch v := value.(type) {
	case []byte:
		return fmt.Sprintf("(%d bytes)", len(v))
	case neo4j.Date:
		return v.Time().Format(time.DateOnly)
	case time.Time:
		return v.Format(time.RFC3339)
	case neo4j.LocalDateTime:
		return v.Time().Format("2006-01-02T15:04:05")
	case neo4j.LocalTime:
		return v.Time().Format("15:04:05")
	case neo4j.OffsetTime:
		return v.Time().Format("15:04:05Z07:00")
	case neo4j.Duration:
		return v.String()
	case neo4j.Node:
		return map[string]any{"labels": v.Labels, "properties": plainMap(v.Props)}
	case neo4j.Relationship:
		return map[string]any{"type": v.Type, "properties": plainMap(v.Props)}
	case neo4j.Path:
		steps := []any{}
		for i, n := range v.Nodes {
			steps = append(steps, plain(n))
			if i < len(v.Relationships) {
				steps = append(steps, plain(v.Relationships[i]))
			}
		}
		return steps
	case neo4j.Point2D:
		return v.String()
	case neo4j.Point3D:
		return v.String()
	case []any:
		values := make([]any, len(v))
		for i := range v {
			values[i] = plain(v[i])
		}
		return values
	case map[string]any:
		return plainMap(v)
	}
	return value
}

func plainMap(m map[string]any) map[string]any {
	values := make(map[string]any, len(m))
	for k, v := range m {
		values[k] = plain(v)
	}
	return values
}
