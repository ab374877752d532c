package web

import (
	"slices"
	"strconv"
	"time"

	"mapper/graph"
	forms "mapper/graph/format"
	"mapper/web/pages"
)

// Stretch is one bar of a timeline: where it starts and how wide it is, in per
// cent of the years shown. An unknown start or end runs to the edge.
type Stretch struct {
	Label, Href, Words string
	From, Width        float64
	Status             graph.Status // "" when the view has no status column
}

// Timeline is the picture of a view whose chart is a timeline.
type Timeline struct {
	Stretches []Stretch
	Years     []Tick
}

// Tick is a year on the axis of a timeline, At per cent from the left.
type Tick struct {
	Year string
	At   float64
}

// timeline draws each row's span of dates; rows without any date have none. It is
// nil when no row has a date.
func timeline(a *graph.Answer, x, y int, at graph.Day) *Timeline {
	first, last := yearsOf(a, y)
	if first == 0 {
		return nil
	}
	from, to := day(first), day(last+1)
	place := func(t time.Time) float64 { return 100 * float64(t.Sub(from)) / float64(to.Sub(from)) }
	status := slices.IndexFunc(a.Columns, func(c graph.Column) bool { return c.Type == "status" })
	line := &Timeline{}
	for _, row := range a.Rows {
		span, err := graph.ParseSpan(forms.Text(row[y]))
		if err != nil || span == (graph.Span{}) || len(line.Stretches) == mostBars {
			continue
		}
		s := Stretch{Label: forms.Text(row[x]), Words: span.Words()}
		if refs := graph.Refs(row[x]); len(refs) == 1 {
			s.Href = pages.Link(at, "/entities/", refs[0].ID)
		}
		end := 100.0
		if start, known := span.Start.First(); known {
			s.From = place(start)
		}
		if over, known := span.End.Over(); known {
			end = place(over)
		}
		s.Width = max(end-s.From, 0.5) // a single day is still seen
		if status >= 0 {
			s.Status = graph.Status(forms.Text(row[status]))
		}
		line.Stretches = append(line.Stretches, s)
	}
	for year := first; year <= last; year += 1 + (last-first)/8 {
		line.Years = append(line.Years, Tick{strconv.Itoa(year), place(day(year))})
	}
	return line
}

// yearsOf gives the first and last year that a column of spans names; 0 for none.
func yearsOf(a *graph.Answer, y int) (first, last int) {
	for _, row := range a.Rows {
		span, err := graph.ParseSpan(forms.Text(row[y]))
		if err != nil {
			continue
		}
		for _, date := range []graph.Date{span.Start, span.End} {
			if t, known := date.First(); known {
				if first == 0 || t.Year() < first {
					first = t.Year()
				}
				last = max(last, t.Year())
			}
		}
	}
	return first, last
}

func day(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }
