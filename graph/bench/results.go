package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
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

// table writes a line for everything that was measured, and gives how many targets
// were missed.
func (n notes) table(w io.Writer, lines []line) (missed int) {
	heading, rows := map[int]string{}, [][]string{{"", "mapper", "beside it", "ratio", "rounds", "target"}}
	section := ""
	for _, l := range lines {
		if l.section != "" {
			section = l.section
		}
		if len(n[l.mine]) == 0 || l.other != "" && len(n[l.other]) == 0 {
			continue
		}
		heading[len(rows)], section = section, ""
		mine, other, ratio, verdict, met := l.judge(n)
		rows = append(rows, []string{"  " + l.text, mine, other, ratio, l.spread(n), verdict})
		if !met {
			missed++
		}
	}
	write(w, rows, heading)
	return missed
}

// write writes cells in columns, with the headings, which may be longer than a column
// is wide, above the rows they belong to.
func write(w io.Writer, rows [][]string, heading map[int]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for at, row := range rows {
		if heading[at] != "" {
			fmt.Fprintf(w, "\n%s\n", heading[at])
		}
		text := ""
		for i, cell := range row {
			text += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		fmt.Fprintln(w, strings.TrimRight(text, " "))
	}
}

// judge gives the cells of a line. A ratio is that of the medians.
func (l line) judge(n notes) (mine, other, ratio, verdict string, met bool) {
	took := n.median(l.mine, l.of)
	mine = figure(took) + " " + l.unit
	value, form := took, figure
	if l.other != "" {
		beside := n.median(l.other, l.of)
		other = figure(beside) + " " + l.unit
		value, form = l.ratio(took, beside), times
		ratio = times(value)
	}
	sign := "≥ "
	met = value >= l.target
	if l.limit {
		sign, met = "≤ ", value <= l.target
	}
	switch {
	case l.target == 0:
		return mine, other, ratio, "", true
	case met:
		return mine, other, ratio, sign + form(l.target) + "  met", true
	}
	return mine, other, ratio, sign + form(l.target) + "  NOT MET", false
}

func (l line) ratio(mine, other float64) float64 {
	if l.limit {
		return mine / other
	}
	return other / mine
}

// spread gives the lowest and the highest value of a round.
func (l line) spread(n notes) string {
	var all []float64
	form := figure
	for i, f := range n[l.mine] {
		value := l.of(f)
		if l.other != "" {
			if form = times; i == len(n[l.other]) {
				break
			}
			value = l.ratio(value, l.of(n[l.other][i]))
		}
		all = append(all, value)
	}
	if len(all) < 2 {
		return ""
	}
	return form(slices.Min(all)) + "–" + form(slices.Max(all))
}

func times(v float64) string { return fmt.Sprintf("%.2f×", v) }

// figure gives three digits that count.
func figure(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}
