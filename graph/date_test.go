package graph

import (
	"fmt"
	"testing"
	"time"
)

// byStandardLibrary is what dates were first read with: the reference.
func byStandardLibrary(text string) (time.Time, bool) {
	layout, ok := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(text)]
	if !ok {
		return time.Time{}, false
	}
	t, err := time.Parse(layout, text)
	return t, err == nil
}

func compareDates(t *testing.T, text string) {
	t.Helper()
	want, ok := byStandardLibrary(text)
	got, known := Date(text).First()
	if known != ok || ok && !got.Equal(want) {
		t.Errorf("%q: first day %v, %v; the standard library says %v, %v", text, got, known, want, ok)
	}
	if _, err := ParseDate(text); text != "" && (err == nil) != (ok && want.Year() > 0) {
		t.Errorf("%q: %v; the standard library says %v", text, err, want)
	}
}

func TestDatesAsTheStandardLibrary(t *testing.T) {
	for _, year := range []int{0, 1, 4, 100, 400, 1899, 1900, 1999, 2000, 2016, 2100, 9999} {
		compareDates(t, fmt.Sprintf("%04d", year))
		for month := range 15 {
			compareDates(t, fmt.Sprintf("%04d-%02d", year, month))
			for day := range 35 {
				compareDates(t, fmt.Sprintf("%04d-%02d-%02d", year, month, day))
			}
		}
	}
	for _, text := range []string{"", "2", "20161", "+201", "-201", " 201", "201 ", "2016-1", "2016-4-01", "2016-04-1", "2016/04", "2016-04/01", "2016/04-01",
		"2016-+4", "2016-04-+1", "2016-0a", "201a-04-01", "２０16", "2016-4-1 ", "2016-04-01T00:00:00Z", "20160401", "16-04-2016"} {
		compareDates(t, text)
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2016-02-29")
	f.Add("2016-04")
	f.Fuzz(compareDates)
}

// TestSpanCheck compares with the rule as the calendar states it.
func TestSpanCheck(t *testing.T) {
	dates := []Date{"", "2015", "2016", "2017", "2016-01", "2016-02", "2016-12", "2016-01-01", "2016-02-28", "2016-02-29", "2016-03-01", "2016-12-31", "2017-01-01", "soon"}
	for _, start := range dates {
		for _, end := range dates {
			first, known := start.First()
			over, ended := end.Over()
			if len(end) < len(time.DateOnly) {
				over = over.AddDate(0, 0, -1)
			}
			want := known && ended && over.Before(first)
			if got := (Span{start, end}).Check() != nil; got != want {
				t.Errorf("%s..%s: refused %v, want %v", start, end, got, want)
			}
		}
	}
}
