package store

import (
	"strings"

	"mapper/graph"
)

// days gives dates in the form in which the driver takes them. A release has a
// million dates, of which few are different: each is made once and found by counting,
// which costs a fraction of looking it up in a map.
type days struct{ kept []*kept }

// kept is a day, and the span that begins on it and is open.
type kept struct {
	number     int
	day, since any
}

// Days are kept from 1800 on, in years of twelve months of 31 days.
const (
	yearZero  = 1800
	yearWidth = 12 * 31
	daysKept  = 300 * yearWidth
)

// span gives the days by which AsAt decides (nil for unknown) and the dates as the
// source gives them.
func (d *days) span(s graph.Span) (start, end, text any) {
	if s == (graph.Span{}) {
		return nil, nil, nil
	}
	from, until := d.of(s.Start), d.of(s.End)
	if from != nil && s.End == "" {
		return from.day, nil, from.since
	}
	start, end = bounds(s)
	if from != nil {
		start = from.day
	}
	if until != nil {
		end = until.day
	}
	return start, end, s.String()
}

// of gives a whole day, nil for any other date.
func (d *days) of(date graph.Date) *kept {
	n := place(date)
	if n < 0 || n >= daysKept {
		return nil
	}
	if n >= len(d.kept) {
		d.kept = append(d.kept, make([]*kept, n+1-len(d.kept))...)
	}
	if d.kept[n] == nil {
		date = graph.Date(strings.Clone(string(date))) // it is a piece of a file's block, which would stay with it
		d.kept[n] = &kept{n, day(date), graph.Span{Start: date}.String()}
	}
	return d.kept[n]
}

// place numbers a whole day, -1 for any other date.
func place(d graph.Date) int {
	if len(d) != len("2006-01-02") {
		return -1
	}
	year := int(d[0]-'0')*1000 + int(d[1]-'0')*100 + int(d[2]-'0')*10 + int(d[3]-'0')
	month, day := int(d[5]-'0')*10+int(d[6]-'0'), int(d[8]-'0')*10+int(d[9]-'0')
	return (year-yearZero)*yearWidth + (month-1)*31 + day - 1
}
