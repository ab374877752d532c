package ods

import (
	"time"

	"mapper/graph"
)

// filler stands in records whose start nobody knows.
const filler = "1900-01-01"

// Day reads a day as files write it, YYYYMMDD or YYYY-MM-DD. The filler 1900-01-01
// and "" are the unknown date.
func Day(text string) (graph.Date, error) {
	switch {
	case text == "":
		return "", nil
	case len(text) == len("20060102"):
		text = text[:4] + "-" + text[4:6] + "-" + text[6:]
	}
	if !isDay(text) {
		return "", graph.Errorf(graph.Invalid, "%q is no day: write YYYYMMDD or YYYY-MM-DD", text)
	}
	if text == filler {
		return "", nil
	}
	return graph.Date(text), nil
}

// Ended turns the last day of something, which is what files give, into the first
// day on which it is no more, which is what ends are here.
func Ended(last graph.Date) graph.Date {
	day, ok := last.First()
	if !ok {
		return ""
	}
	return graph.Date(day.AddDate(0, 0, 1).Format(time.DateOnly))
}

// During gives the day on which a code within a relation is to be understood: the
// last on which the relation stood as far as a release tells. Starts will not do:
// files give a relation the start that an earlier body under the code had. A
// release known to the month or year counts as its first day.
func During(span graph.Span, release graph.Date) graph.Date {
	published := fullDay(release)
	if span.End == "" || published != "" && span.End > published {
		return max(span.Start, published)
	}
	end, _ := span.End.First()
	return max(span.Start, graph.Date(end.AddDate(0, 0, -1).Format(time.DateOnly)))
}

// fullDay gives the first day of a date; "" of the unknown one.
func fullDay(d graph.Date) graph.Date {
	if len(d) == len(time.DateOnly) {
		return d
	}
	day, ok := d.First()
	if !ok {
		return ""
	}
	return graph.Date(day.Format(time.DateOnly))
}

// isDay says whether a text is YYYY-MM-DD and in the calendar. A million rows have
// two or three days each, and time.Parse would take most of their time.
func isDay(text string) bool {
	if len(text) != len(time.DateOnly) || text[4] != '-' || text[7] != '-' {
		return false
	}
	year, month, day := number(text[:4]), number(text[5:7]), number(text[8:])
	return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

// monthLength is how many days a month has.
func monthLength(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// number reads digits; -1 when there is anything else.
func number(text string) int {
	n := 0
	for i := range len(text) {
		digit := int(text[i]) - '0'
		if digit < 0 || digit > 9 {
			return -1
		}
		n = n*10 + digit
	}
	return n
}
