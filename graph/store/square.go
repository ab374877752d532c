package store

import "mapper/graph"

// revised are claims that the graph has with another content, all of one relation there.
type revised struct {
	*packed
	ids  []string
	byID map[string]any // their rows
}

func (r *revised) add(c *graph.Claim, id string, hash graph.RowHash, first string) {
	r.byID[id] = r.packed.add(c, id, hash, first)
	r.ids = append(r.ids, id)
}

// write brings a square into the graph. It may be run again when the server asks for it.
func (s *square) write(run runner, dataset string) error {
	for was, claims := range s.again {
		if err := claims.write(run, dataset, was); err != nil {
			return err
		}
	}
	return create(run, dataset, s.fresh.rows[:s.fresh.used], s.fresh.values)
}

// write changes claims where they stand between the same two ends as before, and makes
// the others anew.
func (r *revised) write(run runner, dataset, was string) error {
	changed := make(map[string]bool, len(r.ids))
	err := run.typed("claims-change", was, map[string]any{"ids": r.ids, "rows": r.byID, "values": r.values}, func(c row) error {
		changed[text(c["id"])] = true
		return nil
	})
	if err != nil || len(changed) == len(r.ids) {
		return err
	}
	var moved []string
	var rows []any
	for _, id := range r.ids {
		if !changed[id] {
			moved, rows = append(moved, id), append(rows, r.byID[id])
		}
	}
	if err := run.typed("claims-take", was, map[string]any{"ids": moved}, r.keepFirst); err != nil {
		return err
	}
	return create(run, dataset, rows, r.values)
}

// keepFirst keeps the release in which a claim was first seen.
func (r *revised) keepFirst(taken row) error {
	if first := text(taken["first"]); first != "" {
		r.byID[text(taken["id"])].([]int64)[16] = r.text(16, first)
	}
	return nil
}

// create writes claims as new edges.
func create(run runner, dataset string, rows, values []any) error {
	if len(rows) == 0 {
		return nil
	}
	made, err := run.count("claims", map[string]any{"dataset": dataset, "rows": rows, "values": values})
	if err == nil && made != len(rows) {
		err = lost("claims", len(rows), made)
	}
	return err
}
