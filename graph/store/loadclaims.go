package store

import (
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// compareClaims writes what has changed of the claims.
func (l *load) compareClaims() error {
	next := l.newBook("claims", l.claims)
	grid := newGrid(l)
	err := l.rows.EachClaim(func(c *graph.Claim) error {
		id := graph.EdgeID(l.about.ID, c.ID)
		key, hash := graph.HashID(id), l.hasher.Claim(c, l.about.Release)
		what, i := l.judge(l.claims, l.report.OfRelation(c.Relation), key, hash, c.End != "")
		l.mentioned.count(c)
		if err := next.note(i, key, hash, flagsOf(c.End != "", l.number(c.Relation)), id); err != nil || what == same {
			return err
		}
		relation := ""
		if what == changed {
			relation = l.types[relationOf(l.claims.flags[i])]
		} else if l.before.there {
			l.arrivals[startOf(c.From, c.Relation)]++
		}
		return grid.add(c, id, hash, relation)
	})
	if err == nil {
		err = grid.flush()
	}
	if err == nil {
		err = l.goneClaims(next)
	}
	next.close()
	return err
}

// startOf names what a claim says of its start: a claim that comes where another of
// the same start and relation goes is a move.
func startOf(from, relation string) graph.RowHash { return graph.HashID(from + " " + relation) }

// goneClaims deals with claims that are no longer in the dataset: those of a release
// are kept and marked, any others removed.
func (l *load) goneClaims(next *book) error {
	gone := map[string][]string{}
	err := l.claims.eachUnseen(func(i int, id string) error {
		flags := l.claims.flags[i]
		if err := next.gone(i, id); err != nil || l.about.Release != "" && flags&flagGone != 0 {
			return err
		}
		relation := l.types[relationOf(flags)]
		if gone[relation] = append(gone[relation], id); len(gone[relation]) < batchRows {
			return nil
		}
		ids := gone[relation]
		gone[relation] = nil
		return l.goneOfType(relation, ids)
	})
	for relation, ids := range gone {
		if err == nil && len(ids) > 0 {
			err = l.goneOfType(relation, ids)
		}
	}
	return err
}

func (l *load) goneOfType(relation string, ids []string) error {
	if l.about.Release == "" {
		l.report.OfRelation(relation).Removed += len(ids)
		return l.writer.add(&batch{title: "claims", rows: len(ids), do: func(run runner) error {
			return run.typed("claims-drop", relation, map[string]any{"ids": ids}, ignore)
		}})
	}
	l.report.OfRelation(relation).Gone += len(ids)
	left := &leaving{relation: relation}
	l.left = append(l.left, left)
	if l.options.DryRun {
		return left.note(runner{l.ctx, l.tx}, "claims-starts", map[string]any{"ids": ids})
	}
	params := map[string]any{"ids": ids, "last": l.before.release, "day": day(l.day)}
	return l.writer.add(&batch{title: "claims", rows: len(ids), do: func(run runner) error {
		return left.note(run, "claims-gone", params)
	}})
}

// leaving are claims of one relation that a release no longer has.
type leaving struct {
	relation string
	starts   []graph.RowHash // once they are written
}

// note runs a statement about them, which may be run again, and notes where they start.
func (g *leaving) note(run runner, statement string, params map[string]any) error {
	g.starts = g.starts[:0]
	return run.typed(statement, g.relation, params, func(r row) error {
		g.starts = append(g.starts, startOf(text(r["from"]), g.relation))
		return nil
	})
}

// countMoves counts the claims that went while another of the same start and relation
// came. All are written by now.
func (l *load) countMoves() error {
	for _, g := range l.left {
		for _, start := range g.starts {
			if l.arrivals[start] > 0 {
				l.arrivals[start]--
				l.report.OfRelation(g.relation).Moved++
			}
		}
	}
	return nil
}

func ignore(row) error { return nil }

// indexFrom is from how many claims of a type on they are found by an index: making
// one costs more than looking through fewer.
const indexFrom = 5000

// indexClaims makes the indexes that finding a claim by its id needs, and waits for
// them. They come after the rows: filled at once they cost a tenth of what they do row
// by row.
func (l *load) indexClaims() error {
	session := l.store.session(l.ctx, neo4j.AccessModeWrite)
	defer session.Close(l.ctx)
	made := false
	for relation, t := range l.report.Relations {
		if t.Rows() < indexFrom {
			continue
		}
		made = true
		if err := l.store.run(l.ctx, session, typed("claims-index", relation)); err != nil {
			return err
		}
	}
	if !made {
		return nil
	}
	return l.store.consume(l.ctx, session, cypher.Get("schema", "await"))
}
