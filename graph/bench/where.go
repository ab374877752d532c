package main

import (
	"context"
	"fmt"
	"io"
)

// Readings of the set by the mapper alone, each doing more with a row than the last.
const (
	parsing  = "parse"
	checking = "parse and check"
	marking  = "parse, check and fingerprint"
)

// where measures what the mapper does with a row before it is sent.
func (b *bench) where(ctx context.Context) error {
	dir := b.files.release(1)
	for range b.rounds {
		for _, reading := range []struct {
			phase string
			order parseOrder
		}{{parsing, parseOrder{Folder: dir}}, {checking, parseOrder{Folder: dir, Check: true}}, {marking, parseOrder{Folder: dir, Fingerprint: true}}} {
			f, err := child(ctx, "parse", reading.order)
			if err != nil {
				return err
			}
			b.notes.add(reading.phase, f)
			say("%s: %.1f s; CPU %.1f s", reading.phase, f.Seconds, f.Client)
		}
	}
	return nil
}

// whereItGoes says which part of a load's CPU time is spent on what. A load reads
// the rows twice: once to check them, once to write them.
func (n notes) whereItGoes(w io.Writer) {
	if len(n[boltOne]) == 0 || len(n[parsing]) == 0 {
		return
	}
	client := func(f figures) float64 { return f.Client }
	parse, check, mark := n.median(parsing, client), n.median(checking, client), n.median(marking, client)
	all, server := n.median(boltOne, client), n.median(boltOne, serverCPU)
	fmt.Fprintf(w, "\nWhere the CPU time of a load with 1 worker goes (%.1f s):\n", all+server)
	for _, part := range []struct {
		text string
		cpu  float64
	}{
		{"the server", server},
		{"the mapper: parse the files, twice", 2 * parse},
		{"the mapper: check the rows", check - parse},
		{"the mapper: fingerprint of the whole", mark - check},
		{"the mapper: compare, hash, encode and send", all - mark - parse},
	} {
		fmt.Fprintf(w, "  %5.1f %%  %6.2f s  %s\n", 100*part.cpu/(all+server), part.cpu, part.text)
	}
}
