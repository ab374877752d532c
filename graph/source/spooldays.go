package source

import (
	"math"
	"time"

	"mapper/graph"
)

// day is a day as a number that sorts, such as 20220701: comparing bodies' spans
// for each of a million claims must not parse dates.
type day int32

// always is before every day, never after.
const (
	always day = 0
	never  day = math.MaxInt32
)

// firstDay is the first day that a start covers; always when it is unknown.
func firstDay(d graph.Date) day {
	n, ok := digits(d)
	switch {
	case !ok:
		return always
	case len(d) == len("2006"):
		return n*10000 + 101
	case len(d) == len("2006-01"):
		return n*100 + 1
	}
	return n
}

// overDay is the first day on which what ends at d no longer stands, as
// graph.Date.Over has it; never when it is unknown.
func overDay(d graph.Date) day {
	n, ok := digits(d)
	switch {
	case !ok:
		return never
	case len(d) == len("2006"):
		return (n+1)*10000 + 101
	case len(d) == len("2006-01") && n%100 == 12:
		return (n/100+1)*10000 + 101
	case len(d) == len("2006-01"):
		return (n+1)*100 + 1
	}
	return n
}

// digits reads a date without its hyphens.
func digits(d graph.Date) (n day, ok bool) {
	if len(d) != len("2006") && len(d) != len("2006-01") && len(d) != len(time.DateOnly) {
		return 0, false
	}
	for i := range len(d) {
		switch c := d[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + day(c-'0')
		case c != '-':
			return 0, false
		}
	}
	return n, true
}

// date writes a day out; always and never are unknown.
func (d day) date() graph.Date {
	if d == always || d == never {
		return ""
	}
	text := [...]byte{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'}
	for _, i := range [...]int{9, 8, 6, 5, 3, 2, 1, 0} {
		text[i] += byte(d % 10)
		d /= 10
	}
	return graph.Date(text[:])
}

// days are the days of a span, from first up to, not including, over.
type days struct{ first, over day }

func daysOf(s graph.Span) days { return days{firstDay(s.Start), overDay(s.End)} }

// cover says whether a day is among them.
func (d days) cover(on day) bool { return d.first <= on && on < d.over }

// meet says whether two spans have a day in common.
func (d days) meet(other days) bool { return d.first < other.over && other.first < d.over }
