package graph

import (
	"encoding/json"
	"strings"
	"time"
)

// Date is a date as a source gives it: a day (2016-04-01), a month (2016-04) or a
// year (2016). The precision is kept; "" is an unknown date.
type Date string

// ParseDate checks a text of the form YYYY-MM-DD, YYYY-MM or YYYY; "" is the
// unknown date.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return "", nil
	}
	if year, _, _, ok := Date(text).parts(); ok && year > 0 {
		return Date(text), nil
	}
	return "", Errorf(Invalid, "%q is not a date: write YYYY-MM-DD, YYYY-MM or YYYY", text)
}

// First gives the first day the date covers; ok is false for the unknown date.
func (d Date) First() (day time.Time, ok bool) {
	y, m, n, ok := d.parts()
	if !ok {
		return time.Time{}, false
	}
	return time.Date(y, time.Month(max(m, 1)), max(n, 1), 0, 0, 0, 0, time.UTC), true
}

// Over gives the first day on which something that ended at d no longer stands:
// the day itself where d is a day, else the day after the month or year.
func (d Date) Over() (day time.Time, ok bool) {
	t, ok := d.First()
	switch len(d) {
	case 4:
		t = t.AddDate(1, 0, 0)
	case 7:
		t = t.AddDate(0, 1, 0)
	}
	return t, ok
}

// Words gives the date as a person writes it: 1 April 2016, April 2016, 2016.
func (d Date) Words() string {
	t, ok := d.First()
	if !ok {
		return ""
	}
	return t.Format(map[int]string{4: "2006", 7: "January 2006", 10: "2 January 2006"}[len(d)])
}

// Span is a stretch of time: from Start up to, not including, the day End is
// over. Either may be unknown, which counts as open.
type Span struct {
	Start Date `json:"start,omitempty" doc:"first day (or month, or year) it stands; absent when unknown"`
	End   Date `json:"end,omitempty" doc:"day it ended, or last month or year it stood; absent when unknown or still standing"`
}

// ParseSpan reads "start..end", either side of which may be empty; "" is the
// span with no known date.
func ParseSpan(text string) (Span, error) {
	if text == "" {
		return Span{}, nil
	}
	from, to, ok := strings.Cut(text, "..")
	if !ok {
		return Span{}, Errorf(Invalid, "%q is not a span of dates: write start..end, either of which may be empty", text)
	}
	start, err := ParseDate(from)
	if err != nil {
		return Span{}, err
	}
	end, err := ParseDate(to)
	if err != nil {
		return Span{}, err
	}
	span := Span{start, end}
	return span, span.Check()
}

// Check reports a span that ends before it starts.
func (s Span) Check() error {
	if s.Start == "" || s.End == "" {
		return nil
	}
	y, m, d, known := s.Start.parts()
	first := y<<9 | max(m, 1)<<5 | max(d, 1)
	y, m, d, ended := s.End.parts()
	if m == 0 {
		m = 12 // the whole of the last year counts
	}
	if d == 0 {
		d = 31 // and of the last month, however many days it has
	}
	if last := y<<9 | m<<5 | d; known && ended && last < first {
		return Errorf(Invalid, "it ends (%s) before it starts (%s)", s.End, s.Start)
	}
	return nil
}

// String gives "start..end", or "" when neither is known: what ParseSpan reads.
func (s Span) String() string {
	if s == (Span{}) {
		return ""
	}
	return string(s.Start) + ".." + string(s.End)
}

// Words gives the span for a sentence: "2004–2022", "since 2016", "until June 2022", "".
func (s Span) Words() string {
	switch {
	case s.Start != "" && s.Start == s.End:
		return s.Start.Words()
	case s.Start != "" && s.End != "" && len(s.Start) == 4 && len(s.End) == 4:
		return string(s.Start) + "–" + string(s.End)
	case s.Start != "" && s.End != "":
		return s.Start.Words() + " to " + s.End.Words()
	case s.Start != "":
		return "since " + s.Start.Words()
	case s.End != "":
		return "until " + s.End.Words()
	}
	return ""
}

// Day is a day on which the graph is looked at; the zero Day means no date filter.
type Day struct{ t time.Time }

// ParseDay reads YYYY-MM-DD; "" is the zero Day.
func ParseDay(text string) (Day, error) {
	if text == "" {
		return Day{}, nil
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Day{}, Errorf(Invalid, "%q is not a day: write YYYY-MM-DD", text)
	}
	return Day{t}, nil
}

// DayOf gives the day of a moment, where it is.
func DayOf(t time.Time) Day {
	return Day{time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)}
}

// IsZero says that no day was given.
func (d Day) IsZero() bool { return d.t.IsZero() }

// Time gives midnight UTC of the day.
func (d Day) Time() time.Time { return d.t }

// String gives YYYY-MM-DD, or "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.t.Format(time.DateOnly)
}

// Words gives the day as a person writes it: 1 April 2016.
func (d Day) Words() string { return Date(d.String()).Words() }

// MarshalJSON writes "YYYY-MM-DD", or null for the zero Day.
func (d Day) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}
