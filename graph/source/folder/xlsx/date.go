package xlsx

import (
	"math"
	"regexp"
	"strings"
	"time"
)

// precision is what a number format shows of a date.
type precision uint8

const (
	noDate precision = iota
	toYear
	toMonth
	toDay
)

// builtIn gives what the number formats show that every workbook has.
func builtIn(format int) precision {
	switch {
	case format == 17:
		return toMonth // Apr-21
	case format >= 14 && format <= 16, format == 22, format >= 27 && format <= 31, format == 36, format >= 50 && format <= 58:
		return toDay
	}
	return noDate
}

// unread are the parts of a number format that are no letters of a date: texts in
// quotes, colours and conditions, letters that stand for themselves, and paddings.
var unread = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.|\*.`)

// custom gives what a number format of the workbook's own shows.
func custom(code string) precision {
	code, _, _ = strings.Cut(unread.ReplaceAllString(code, ""), ";")
	code = strings.ToLower(code)
	has := func(letters string) bool { return strings.ContainsAny(code, letters) }
	switch {
	case strings.Contains(code, "general") || has("0#?@"):
		return noDate
	case has("d"):
		return toDay
	case has("m") && (has("y") || !has("hs")):
		return toMonth // an m beside hours or seconds is minutes
	case has("y"):
		return toYear
	}
	return noDate
}

// appendDate adds the day that a workbook counts as a number, as far as its format
// shows it. The time of the day is dropped. ok is false for what is no date.
func appendDate(to []byte, serial float64, from1904 bool, p precision) (date []byte, ok bool) {
	if !(serial >= 0 && serial < 2958466) { // 31 December 9999
		return to, false
	}
	days := int(math.Floor(serial))
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 1 || days == 60:
		return to, false // a time without a day, and 29 February 1900, which Excel believes in
	case days < 60:
		days++
	}
	day := first.AddDate(0, 0, days)
	return day.AppendFormat(to, []string{toYear: "2006", toMonth: "2006-01", toDay: time.DateOnly}[p]), true
}
