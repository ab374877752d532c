package orgref

import (
	"mapper/graph"
	"mapper/graph/source/ods"
)

// spans turns the source's dates into the graph's.
type spans struct {
	release graph.Date                // a whole day, or ""
	ended   map[graph.Date]graph.Date // day after each last day, since few days stand in many rows
}

// endedLimit bounds what is remembered; there are fewer days since 1850.
const endedLimit = 1 << 16

// of gives the span of something of a status. The legal dates go before the
// operational, and status goes before dates: what is active has no end that has
// passed, and what is inactive has ended by the day on which that was known. The note
// says so.
func (s *spans) of(d Dates, status string, known graph.Date) (span graph.Span, note string, err error) {
	if status != Active && status != Inactive && status != "" {
		return span, "", graph.Errorf(graph.Invalid, "status %q is neither Active nor Inactive", status)
	}
	days, err := merge(d)
	if err != nil {
		return span, "", err
	}
	span = graph.Span{Start: days.Start, End: s.after(days.End)}
	switch {
	case status == Active && span.End != "" && (s.release == "" || span.End <= s.release):
		note = "Listed as active, although its last day is given as " + days.End.Words() + "."
		span.End = ""
	case status == Inactive && span.End == "":
		note = "Listed as inactive, without a last day."
		if span.End = known; known == "" {
			span.End = s.release
		}
		if span.End != "" {
			span.End = max(span.End, span.Start)
		}
	}
	return span, note, nil
}

// merge gives the legal days, and the operational where there are no legal ones.
func merge(d Dates) (Days, error) {
	legal, err := d.Legal.read()
	if err != nil {
		return Days{}, err
	}
	operational, err := d.Operational.read()
	if err != nil {
		return Days{}, err
	}
	days := legal
	if days.Start == "" {
		days.Start = operational.Start
	}
	if days.End == "" {
		days.End = operational.End
	}
	if days.inverted() { // one track's start, the other's end
		days = operational
	}
	if days.inverted() {
		return days, graph.Errorf(graph.Invalid, "ends (%s) before it starts (%s)", days.End, days.Start)
	}
	return days, nil
}

// read checks the days as the source writes them; the filler it has for an unknown
// start is unknown.
func (d Days) read() (Days, error) {
	if d == (Days{}) {
		return d, nil
	}
	start, err := ods.Day(string(d.Start))
	if err != nil {
		return d, err
	}
	end, err := ods.Day(string(d.End))
	return Days{start, end}, err
}

func (d Days) inverted() bool { return d.End != "" && d.End < d.Start }

// after gives the day after a last day.
func (s *spans) after(last graph.Date) graph.Date {
	if last == "" {
		return ""
	}
	day, ok := s.ended[last]
	if !ok {
		day = ods.Ended(last)
		if len(s.ended) < endedLimit {
			s.ended[last] = day
		}
	}
	return day
}
