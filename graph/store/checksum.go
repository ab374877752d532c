package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"github.com/cespare/xxhash/v2"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Checksum tells whether two graphs are the same: every node and edge with its labels
// or type, ends and properties, in whatever order. The loader's own account of the
// graph is left out: its lock, its ledgers, and when and as what it loaded a dataset.
type Checksum struct {
	Nodes, Edges int
	Sum          uint64
}

// String gives the checksum as a person compares it.
func (c Checksum) String() string {
	return fmt.Sprintf("%d nodes, %d edges, %016x", c.Nodes, c.Edges, c.Sum)
}

// accounts are properties of a dataset's node by which the loader remembers a load.
var accounts = []string{"loaded", "ledger", "content", "types"}

// Checksum reads the whole graph once.
func (s *Store) Checksum(ctx context.Context) (Checksum, error) {
	var c Checksum
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(lockTime))
	if err != nil {
		return c, s.translate(err)
	}
	defer tx.Close(ctx)
	err = streamIn(ctx, tx, explore("all-nodes").Text, nil, func(r row) error {
		labels, properties := texts(r["labels"]), r["properties"].(map[string]any)
		slices.Sort(labels)
		if slices.Contains(labels, "Dataset") {
			maps.DeleteFunc(properties, func(name string, _ any) bool { return slices.Contains(accounts, name) })
		}
		c.Nodes++
		c.add(labels, properties)
		return nil
	})
	if err == nil {
		err = streamIn(ctx, tx, explore("all-edges").Text, nil, func(r row) error {
			c.Edges++
			c.add(r["from"], r["type"], r["to"], r["properties"])
			return nil
		})
	}
	return c, s.translate(err)
}

// add takes in one node or edge; addition does not mind the order.
func (c *Checksum) add(values ...any) { c.Sum += xxhash.Sum64(appendValue(nil, values)) }

// appendValue writes a value with its type and length, so that no two read the same.
func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case []any:
		b = binary.AppendUvarint(append(b, 'l'), uint64(len(v)))
		for _, one := range v {
			b = appendValue(b, one)
		}
	case []string:
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
