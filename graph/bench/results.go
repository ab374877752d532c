package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// notes are the figures of every round, by phase.
type notes map[string][]figures

func (n notes) add(phase string, f figures) { n[phase] = append(n[phase], f) }

// median of one figure over the rounds.
func (n notes) median(phase string, of func(figures) float64) float64 {
	values := make([]float64, 0, len(n[phase]))
	for _, f := range n[phase] {
		values = append(values, of(f))
	}
	return median(values)
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	values = slices.Sorted(slices.Values(values))
	middle := len(values) / 2
	if len(values)%2 == 1 {
		return values[middle]
	}
	return (values[middle-1] + values[middle]) / 2
}

func seconds(f figures) float64 { return f.Seconds }
func server_(f figures) float64 { return f.Server }

// line is one line of the table: how many times as fast one phase is as another.
type line struct {
	text        string
	mine, other string
	of          func(figures) float64
	target      float64 // 0 for none
	atMost      bool    // the target is an upper bound of mine/other, not a lower one of other/mine
}

var lines = []line{
	{"load over Bolt, 1 worker / LOAD CSV", boltOne, csvLoad, seconds, 1, false},
	{"  in server CPU", boltOne, csvLoad, server_, 0, false},
	{"load over Bolt, 2 workers / LOAD CSV", boltTwo, csvLoad, seconds, 1.25, false},
	{"  in server CPU", boltTwo, csvLoad, server_, 0, false},
	{"same release again / first load", again, boltTwo, seconds, 8, false},
	{"  in server CPU", again, boltTwo, server_, 0, false},
	{"next release, same rows / first load", sameRows, boltTwo, seconds, 0, false},
	{"next release, 1 % changed / first load", changed, boltTwo, seconds, 5, false},
	{"  in server CPU", changed, boltTwo, server_, 0, false},
}

// print writes the table of what was measured.
func (b *bench) print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\ttook s\tother s\tratio\trounds\ttarget\t")
	for _, l := range lines {
		if len(b.notes[l.mine]) == 0 || len(b.notes[l.other]) == 0 {
			continue
		}
		fmt.Fprintln(t, l.cells(b.notes))
	}
	return t.Flush()
}

func (l line) cells(n notes) string {
	mine, other := n.median(l.mine, l.of), n.median(l.other, l.of)
	return fmt.Sprintf("%s\t%.1f\t%.1f\t%.2f\t%s\t%s\t", l.text, mine, other, l.ratio(mine, other), l.spread(n), l.verdict(mine, other))
}

func (l line) ratio(mine, other float64) float64 {
	if l.atMost {
		return mine / other
	}
	return other / mine
}

// spread gives the lowest and highest ratio of a round.
func (l line) spread(n notes) string {
	var all []float64
	for i := range min(len(n[l.mine]), len(n[l.other])) {
		all = append(all, l.ratio(l.of(n[l.mine][i]), l.of(n[l.other][i])))
	}
	return fmt.Sprintf("%.2f–%.2f", slices.Min(all), slices.Max(all))
}

func (l line) verdict(mine, other float64) string {
	sign, met := "≥", l.ratio(mine, other) >= l.target
	if l.atMost {
		sign, met = "≤", l.ratio(mine, other) <= l.target
	}
	switch {
	case l.target == 0:
		return ""
	case met:
		return fmt.Sprintf("%s %g met", sign, l.target)
	}
	return fmt.Sprintf("%s %g NOT MET", sign, l.target)
}
