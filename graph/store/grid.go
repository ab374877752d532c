package store

import "mapper/graph"

// A grid sorts claims into cells by their two ends, so that batches can be written
// at once that lock different nodes: nodes fall into as many bands as twice the
// workers, and a square holds the claims between two bands. Two workers then never
// wait for each other's nodes, and seldom for a neighbour's chain of edges.
type grid struct {
	load    *load
	bands   uint64
	squares map[uint64]*square // by mask: the bits of both bands
	rows    int
	spare   chan *packed // memory of squares that have been written
}

type square struct {
	*packed
	take map[string][]string // ids of claims that are written anew, by their relation before
	byID map[string][]int64  // rows of those
}

// gridRows bounds the memory of all squares.
const gridRows = 4 * batchRows

func newGrid(l *load) *grid {
	return &grid{load: l, bands: uint64(2 * orDefault(l.options.Workers, 2)), squares: map[uint64]*square{}, spare: make(chan *packed, 16)}
}

// add puts a claim into its square; was is the relation it had before, "" for a new one.
func (g *grid) add(c *graph.Claim, id string, hash graph.RowHash, was string) error {
	mask := g.load.writer.everything()
	if mask == 0 {
		mask = uint64(1)<<(uint64(graph.HashID(c.From))%g.bands) | uint64(1)<<(uint64(graph.HashID(c.To))%g.bands)
	}
	in := g.squares[mask]
	if in == nil {
		in = g.empty()
		g.squares[mask] = in
	}
	row := in.packed.add(c, id, hash, g.load.about.Release)
	if was != "" {
		in.again(row, id, was)
	}
	if g.rows++; in.used >= batchRows {
		return g.give(mask)
	}
	if g.rows < gridRows {
		return nil
	}
	return g.give(g.fullest())
}

// empty gives a square, in the memory of one that has been written where there is one.
func (g *grid) empty() *square {
	select {
	case p := <-g.spare:
		p.empty()
		return &square{packed: p}
	default:
		return &square{packed: newPacked(&g.load.boxes.days)}
	}
}

// again notes a claim that is written anew.
func (s *square) again(row []int64, id, was string) {
	if s.take == nil {
		s.take, s.byID = map[string][]string{}, map[string][]int64{}
	}
	s.take[was] = append(s.take[was], id)
	s.byID[id] = row
}

func (g *grid) fullest() (mask uint64) {
	most := 0
	for m, c := range g.squares {
		if c.used > most {
			mask, most = m, c.used
		}
	}
	return mask
}

// give hands a square to the writer.
func (g *grid) give(mask uint64) error {
	s, dataset := g.squares[mask], g.load.about.ID
	delete(g.squares, mask)
	g.rows -= s.used
	return g.load.writer.add(&batch{title: "claims", rows: s.used, mask: mask, do: func(run runner) error {
		for was, ids := range s.take {
			if err := run.typed("claims-take", was, map[string]any{"ids": ids}, s.keepFirst); err != nil {
				return err
			}
		}
		made, err := run.count("claims", s.parameters(dataset))
		if err == nil && made != s.used {
			err = lost("claims", s.used, made)
		}
		return err
	}, written: func() {
		select {
		case g.spare <- s.packed:
		default:
		}
	}})
}

// keepFirst keeps the release in which a claim was first seen.
func (s *square) keepFirst(taken row) error {
	if first := text(taken["first"]); first != "" {
		s.byID[text(taken["id"])][16] = s.text(16, first)
	}
	return nil
}

// flush hands on what is left.
func (g *grid) flush() error {
	for mask := range g.squares {
		if err := g.give(mask); err != nil {
			return err
		}
	}
	return nil
}
