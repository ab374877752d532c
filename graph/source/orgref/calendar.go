package orgref

import (
	"mapper/graph"
	"mapper/graph/source/ods"
)

// calendar remembers what was found out about days: a million rows have two or three
// each, and few are different.
type calendar struct{ days []calendarDay }

type calendarDay struct {
	day   graph.Date // as it stands there, "" before it has been looked at
	after graph.Date // the next; "" before it has been asked for
}

// The years it holds; 1900 is left to ods.Day, which knows the filler.
const (
	firstYear = 1901
	lastYear  = 2099
)

// day reads a day as the source writes it.
func (c *calendar) day(text graph.Date) (graph.Date, error) {
	i := dayNumber(text)
	if i >= 0 && c.days != nil && c.days[i].day != "" {
		return c.days[i].day, nil
	}
	day, err := ods.Day(string(text))
	if i >= 0 && err == nil {
		if c.days == nil {
			c.days = make([]calendarDay, (lastYear-firstYear+1)*12*31)
		}
		c.days[i].day = day
	}
	return day, err
}

// after gives the day after a last day that was read.
func (c *calendar) after(last graph.Date) graph.Date {
	i := dayNumber(last)
	if i < 0 || c.days == nil {
		return ods.Ended(last)
	}
	if c.days[i].after == "" {
		c.days[i].after = ods.Ended(last)
	}
	return c.days[i].after
}

// dayNumber numbers the texts YYYY-MM-DD of those years, whether there is such a day
// or not; -1 for any other.
func dayNumber(t graph.Date) int {
	if len(t) != len("2006-01-02") || t[4] != '-' || t[7] != '-' {
		return -1
	}
	year, month, day := digits(t[:4]), digits(t[5:7]), digits(t[8:])
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 31 {
		return -1
	}
	return ((year-firstYear)*12+month-1)*31 + day - 1
}

// digits reads a number; negative when there is anything else.
func digits(t graph.Date) (n int) {
	for i := range len(t) {
		digit := int(t[i]) - '0'
		if digit < 0 || digit > 9 {
			return -1
		}
		n = n*10 + digit
	}
	return n
}
