package odscsv

import "strings"

// Dialect is one of the two forms of the reports.
type Dialect string

// The dialects.
const (
	Older Dialect = "older" // as in 2015 to 2022: letters and numbers for status, sub-type and setting
	Newer Dialect = "newer" // of the portal that came after: names of statuses, ids of roles
)

// tell notes the dialect by the first row that tells it, and says which column of a
// later row is of the other, and of which.
func (r *reader) tell() (at column, other Dialect) {
	for _, col := range [...]column{status, subtype, setting} {
		told := r.dialectOf(col, r.row.at(col))
		switch {
		case told == "" || told == r.dialect:
		case r.dialect == "":
			r.dialect, r.told = told, r.at.Line
		default:
			return col, told
		}
	}
	return 0, ""
}

// dialectOf gives the dialect that a text is of; "" when it is of both.
func (r *report) dialectOf(col column, text string) Dialect {
	switch {
	case text == "":
		return ""
	case strings.HasPrefix(text, "RO"):
		return Newer
	case col == status && len(text) > 1:
		return Newer
	case col == subtype && r.letters == nil:
		return "" // letters that say nothing stayed
	}
	return Older
}
