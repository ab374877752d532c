package odscsv

import (
	"fmt"
	"strings"

	"mapper/graph"
	"mapper/graph/source/ods"
)

// headings are what the service calls the columns, for messages.
var headings = map[column]string{code: "organisation code", name: "name", grouping: "national grouping", geography: "high level health geography",
	opened: "open date", closed: "close date", status: "status", subtype: "organisation sub-type", commissioner: "commissioner",
	joined: "join date", left: "left date", provider: "provider", setting: "prescribing setting"}

// String names the column as a message does.
func (c column) String() string { return fmt.Sprintf("column %d (%s)", c+1, headings[c]) }

// check reads a row into the record and says which column is wrong, and what.
func (r *reader) check() (field, wrong string) {
	row := &r.row
	if row.n != width {
		return "", fmt.Sprintf("has %d columns, and a report has %d: quote a field that holds a comma", row.n, width)
	}
	r.record = ods.Record{Code: row.at(code), Name: row.at(name)}
	if !ods.IsCode(r.record.Code) {
		return code.String(), fmt.Sprintf("%.40q is no code: one to twelve capitals and digits", r.record.Code)
	}
	if r.stood = r.seen.of(r.record.Code); *r.stood > 0 {
		return code.String(), fmt.Sprintf("%s stands on line %d already: a code names one row", r.record.Code, *r.stood)
	}
	if strings.TrimSpace(r.record.Name) == "" {
		return name.String(), "is missing"
	}
	for _, col := range [...]column{grouping, geography, commissioner, provider} {
		if text := row.at(col); text != "" && !ods.IsCode(text) {
			return col.String(), fmt.Sprintf("%.40q is no code: one to twelve capitals and digits", text)
		}
	}
	if row.at(commissioner) == r.record.Code {
		return commissioner.String(), "is the row's own code: nobody commissions itself"
	}
	return r.checkMeaning()
}

// checkMeaning reads what depends on the dialect: dates, status and roles.
func (r *reader) checkMeaning() (field, wrong string) {
	if col, other := r.tell(); other != "" {
		return col.String(), fmt.Sprintf("%.40q is of the %s dialect, and line %d of the %s: a file has one", r.row.at(col), other, r.told, r.dialect)
	}
	what, ok := r.class()
	if !ok {
		return r.classColumn().String(), fmt.Sprintf("%.40q is not known for the report %s", r.row.at(r.classColumn()), r.id)
	}
	r.record.Roles = what.roles
	if r.now, ok = states(r.row.at(status)); !ok {
		return status.String(), fmt.Sprintf("%.40q is no status: A, C, D or P, or ACTIVE, INACTIVE, CLOSED, DORMANT or PROPOSED", r.row.at(status))
	}
	var col column
	var err error
	if r.record.Span, col, err = r.span(opened, closed); err != nil {
		return col.String(), err.Error()
	}
	if r.term, col, err = r.span(joined, left); err != nil {
		return col.String(), err.Error()
	}
	r.settle(what.note)
	return "", ""
}

// span reads two columns of first and last days.
func (r *reader) span(from, to column) (span graph.Span, at column, err error) {
	if span.Start, err = r.dayOf(from); err != nil {
		return span, from, err
	}
	last, err := r.dayOf(to)
	if err != nil || last == "" {
		return span, to, err
	}
	if last < span.Start {
		return span, to, graph.Errorf(graph.Invalid, "%s is before %s in column %d", last, span.Start, from+1)
	}
	span.End = ods.Ended(last)
	return span, to, nil
}

// dayOf reads the day in a column.
func (r *reader) dayOf(col column) (graph.Date, error) {
	text := r.row.at(col)
	if text == "" {
		return "", nil
	}
	if day, known := r.days[text]; known {
		return day, nil
	}
	text = strings.Clone(text) // not to hold the row for it
	day, err := ods.Day(text)
	if err == nil && len(r.days) < mostDays {
		r.days[text] = day
	}
	return day, err
}

// mostDays bounds the memory for days: a century of them.
const mostDays = 36525
