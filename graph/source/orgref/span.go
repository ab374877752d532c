package orgref

import (
	"mapper/graph"
	"mapper/graph/source/ods"
)

// spans turns the source's dates into the graph's.
type spans struct {
	release graph.Date // a whole day, or ""
	calendar
}

// stretch is when something stood: from its first day up to the day after its last.
type stretch struct {
	graph.Span
	last graph.Date // as the source gives it; "" when it does not, or it does not count
	note string
}

// of gives when something of a status stood. The legal dates go before the
// operational, and status goes before dates: what is active has no end that has
// passed, and what is inactive has ended by the day on which that was known. The note
// says so.
func (s *spans) of(d Dates, status string, known graph.Date) (stretch, error) {
	if status != Active && status != Inactive && status != "" {
		return stretch{}, graph.Errorf(graph.Invalid, "status %q is neither Active nor Inactive", status)
	}
	days, err := s.merge(d)
	if err != nil {
		return stretch{}, err
	}
	stood := stretch{Span: graph.Span{Start: days.Start, End: s.after(days.End)}, last: days.End}
	switch {
	case status == Active && stood.End != "" && (s.release == "" || stood.End <= s.release):
		stood.note = "Listed as active, although its last day is given as " + days.End.Words() + "."
		stood.End, stood.last = "", ""
	case status == Inactive && stood.End == "":
		stood.note = "Listed as inactive, without a last day."
		if stood.End = known; known == "" {
			stood.End = s.release
		}
		if stood.End != "" {
			stood.End = max(stood.End, stood.Start)
		}
	}
	return stood, nil
}

// on gives the day on which a code within a relationship is to be understood, as
// ods.During does; it knows the last day.
func (s *spans) on(stood *stretch) graph.Date {
	if stood.last != "" && (s.release == "" || stood.End <= s.release) {
		return max(stood.Start, stood.last)
	}
	return ods.During(stood.Span, s.release)
}

// merge gives the legal days, and the operational where there are no legal ones.
func (s *spans) merge(d Dates) (Days, error) {
	operational, err := s.read(d.Operational)
	if err != nil {
		return Days{}, err
	}
	days, err := s.read(d.Legal)
	if err != nil {
		return Days{}, err
	}
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
func (s *spans) read(d Days) (Days, error) {
	if d == (Days{}) {
		return d, nil
	}
	start, err := s.day(d.Start)
	if err != nil {
		return d, err
	}
	end, err := s.day(d.End)
	return Days{start, end}, err
}

func (d Days) inverted() bool { return d.End != "" && d.End < d.Start }
