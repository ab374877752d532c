package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"github.com/cespare/xxhash/v2"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// checksum tells whether two graphs are the same: every node and edge with its labels
// or type, ends and properties, in whatever order, and every index that is online. What is the loader's own account of
// the graph is left out: its lock, its ledger, and when and as what it loaded a dataset.
type checksum struct {
	Nodes, Edges, Indexes int
	Sum                   uint64
}

func (c checksum) String() string {
	return fmt.Sprintf("%d nodes, %d edges, %d indexes, %016x", c.Nodes, c.Edges, c.Indexes, c.Sum)
}

const (
	nodesQuery = "MATCH (n) WHERE NOT n:Lock AND NOT n:Ledger RETURN labels(n), properties(n)"
	indexQuery = "SHOW INDEXES YIELD name, type, state, entityType, labelsOrTypes, properties WHERE state = 'ONLINE' RETURN name, type, entityType, labelsOrTypes, properties"
	edgesQuery = "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)"
)

// own are properties of a dataset's node by which the loader remembers a load.
var own = []string{"loaded", "ledger", "content", "types"}

// sum reads the whole graph once.
func sum(ctx context.Context, uri string) (checksum, error) {
	var c checksum
	err := within(ctx, uri, neo4j.AccessModeRead, func(session neo4j.SessionWithContext) error {
		err := each(ctx, session, nodesQuery, nil, func(r *neo4j.Record) error {
			labels, properties := r.Values[0].([]any), r.Values[1].(map[string]any)
			slices.SortFunc(labels, func(a, b any) int { return compare(a.(string), b.(string)) })
			if slices.Contains(labels, any("Dataset")) {
				maps.DeleteFunc(properties, func(name string, _ any) bool { return slices.Contains(own, name) })
			}
			c.Nodes++
			c.add(labels, properties)
			return nil
		})
		if err != nil {
			return err
		}
		err = each(ctx, session, indexQuery, nil, func(r *neo4j.Record) error {
			c.Indexes++
			c.add(r.Values...)
			return nil
		})
		if err != nil {
			return err
		}
		return each(ctx, session, edgesQuery, nil, func(r *neo4j.Record) error {
			c.Edges++
			c.add(r.Values[0], r.Values[1], r.Values[2], r.Values[3])
			return nil
		})
	})
	return c, err
}

// add takes in one node or edge; addition does not mind the order.
func (c *checksum) add(values ...any) {
	c.Sum += xxhash.Sum64(appendValue(nil, values))
}

// appendValue writes a value with its type and length, so that no two read the same.
func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case []any:
		b = binary.AppendUvarint(append(b, 'l'), uint64(len(v)))
		for _, one := range v {
			b = appendValue(b, one)
		}
	case map[string]any:
		b = binary.AppendUvarint(append(b, 'm'), uint64(len(v)))
		for _, name := range slices.Sorted(maps.Keys(v)) {
			b = appendValue(appendText(b, name), v[name])
		}
	case string:
		b = appendText(append(b, 's'), v)
	case int64:
		b = binary.AppendVarint(append(b, 'i'), v)
	default:
		b = appendText(b, fmt.Sprintf("%T %v", v, v))
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func compare(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}
