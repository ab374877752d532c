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

// square holds claims on their way to the graph: new ones, and those that it has, by
// their relation there.
type square struct {
	fresh *packed
	again map[string]*revised
	used  int
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
	first := g.load.about.Release
	if was == "" {
		in.fresh.add(c, id, hash, first)
	} else {
		g.revised(in, was).add(c, id, hash, first)
	}
	in.used++
	if g.rows++; in.used >= batchRows {
		return g.give(mask)
	}
	if g.rows < gridRows {
		return nil
	}
	return g.give(g.fullest())
}

// empty gives a square.
func (g *grid) empty() *square { return &square{fresh: g.memory(), again: map[string]*revised{}} }

// memory gives that of a square which has been written, where there is one.
func (g *grid) memory() *packed {
	select {
	case p := <-g.spare:
		p.empty()
		return p
	default:
		return newPacked(&g.load.boxes.days)
	}
}

func (g *grid) revised(in *square, was string) *revised {
	if in.again[was] == nil {
		in.again[was] = &revised{packed: g.memory(), byID: map[string]any{}}
	}
	return in.again[was]
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
	s := g.squares[mask]
	delete(g.squares, mask)
	g.rows -= s.used
	return g.load.writer.add(&batch{title: "claims", rows: s.used, mask: mask,
		do:      func(run runner) error { return s.write(run, g.load.about.ID) },
		written: func() { g.back(s) }})
}

// back keeps the memory of a square for the next.
func (g *grid) back(s *square) {
	all := []*packed{s.fresh}
	for _, r := range s.again {
		all = append(all, r.packed)
	}
	for _, p := range all {
		select {
		case g.spare <- p:
		default:
		}
	}
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
