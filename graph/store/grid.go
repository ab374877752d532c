package store

import (
	"mapper/graph"
)

// A grid sorts claims into cells by their two ends, so that batches can be written
// at once that lock different nodes: nodes fall into as many bands as twice the
// workers, and a square holds the claims between two bands. Two workers then never
// wait for each other's nodes, and seldom for a neighbour's chain of edges.
type grid struct {
	load  *load
	bands uint64
	cells map[uint64]*square // by mask: the bits of both bands
	rows  int
}

type square struct {
	rows []any
	take map[string][]string // ids of claims that are written anew, by their relation before
	byID map[string][]any    // rows of those
}

// gridRows bounds the memory of all cells.
const gridRows = 8 * batchRows

func newGrid(l *load) *grid {
	return &grid{load: l, bands: uint64(2 * orDefault(l.options.Workers, 2)), cells: map[uint64]*square{}}
}

// add puts a claim into its square; was is the relation it had before, "" for a new one.
func (g *grid) add(c *graph.Claim, row []any, was string) error {
	mask := uint64(1)<<(uint64(graph.HashID(c.From))%g.bands) | uint64(1)<<(uint64(graph.HashID(c.To))%g.bands)
	in := g.cells[mask]
	if in == nil {
		in = &square{}
		g.cells[mask] = in
	}
	in.rows = append(in.rows, row)
	if was != "" {
		in.again(row, was)
	}
	if g.rows++; len(in.rows) >= batchRows {
		return g.give(mask)
	}
	if g.rows < gridRows {
		return nil
	}
	return g.give(g.fullest())
}

// again notes a claim that is written anew.
func (c *square) again(row []any, was string) {
	if c.take == nil {
		c.take, c.byID = map[string][]string{}, map[string][]any{}
	}
	id := row[3].(string)
	c.take[was] = append(c.take[was], id)
	c.byID[id] = row
}

func (g *grid) fullest() (mask uint64) {
	most := 0
	for m, c := range g.cells {
		if len(c.rows) > most {
			mask, most = m, len(c.rows)
		}
	}
	return mask
}

// give hands a square to the writer.
func (g *grid) give(mask uint64) error {
	c, dataset := g.cells[mask], g.load.about.ID
	delete(g.cells, mask)
	g.rows -= len(c.rows)
	return g.load.writer.add(&batch{title: "claims", rows: len(c.rows), mask: mask, do: func(run runner) error {
		for was, ids := range c.take {
			if err := run.typed("claims-take", was, map[string]any{"ids": ids}, c.keepFirst); err != nil {
				return err
			}
		}
		made, err := run.count("claims", map[string]any{"dataset": dataset, "rows": c.rows})
		if err == nil && made != len(c.rows) {
			err = lost("claims", len(c.rows), made)
		}
		return err
	}})
}

// keepFirst keeps the release in which a claim was first seen.
func (c *square) keepFirst(taken row) error {
	if first := text(taken["first"]); first != "" {
		c.byID[text(taken["id"])][16] = first
	}
	return nil
}

// flush hands on what is left.
func (g *grid) flush() error {
	for mask := range g.cells {
		if err := g.give(mask); err != nil {
			return err
		}
	}
	return nil
}
