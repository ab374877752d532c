package odsxml

import (
	"mapper/graph"
	"mapper/graph/source/orgref"
)

// beginDate begins one of the dates of something.
func (p *parser) beginDate(of *orgref.Dates) { p.dates, p.track, p.days = of, 0, orgref.Days{} }

func (p *parser) ofDate(e element, rest []byte) error {
	value, err := attribute(rest, "value")
	if err != nil {
		return err
	}
	switch {
	case e == typ && len(value) > 0:
		p.track = value[0]
	case e == start:
		p.days.Start = p.calendar.day(value)
	case e == end:
		p.days.End = p.calendar.day(value)
	}
	return nil
}

// endDate puts the days where their Type says.
func (p *parser) endDate() {
	switch p.track {
	case 'L':
		p.dates.Legal = p.days
	default:
		p.dates.Operational = p.days
	}
	p.dates = nil
}

// calendar holds the text of each day, since a million rows have two or three each.
type calendar struct{ days []graph.Date }

// The years it holds.
const (
	firstYear = 1900
	lastYear  = 2099
)

// day gives a day as it stands there. Whether it is one is not for the reader of XML
// to say.
func (c *calendar) day(text []byte) graph.Date {
	i := index(text)
	if i < 0 {
		return graph.Date(text)
	}
	if c.days == nil {
		c.days = make([]graph.Date, (lastYear-firstYear+1)*12*31)
	}
	if c.days[i] == "" {
		c.days[i] = graph.Date(text)
	}
	return c.days[i]
}

// index numbers the days YYYY-MM-DD of those years; -1 for any other text.
func index(t []byte) int {
	if len(t) != len("2006-01-02") || t[4] != '-' || t[7] != '-' {
		return -1
	}
	var n [8]int
	for i, at := range [...]int{0, 1, 2, 3, 5, 6, 8, 9} {
		n[i] = int(t[at]) - '0'
		if n[i] < 0 || n[i] > 9 {
			return -1
		}
	}
	year, month, of := n[0]*1000+n[1]*100+n[2]*10+n[3], n[4]*10+n[5], n[6]*10+n[7]
	if year < firstYear || year > lastYear || month < 1 || month > 12 || of < 1 || of > 31 {
		return -1
	}
	return ((year-firstYear)*12+month-1)*31 + of - 1
}
