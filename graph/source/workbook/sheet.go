package workbook

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"mapper/graph"
	"mapper/graph/source"
)

// What a sheet is, told by its columns.
const (
	current = "partnerships"
	groups  = "commissioning groups"
	trusts  = "trusts"
	changes = "change log"
)

// signs are the columns that tell what a sheet is.
var signs = []struct {
	what    string
	columns []string
}{
	{current, []string{codeColumn, nameColumn, leadColumn, "CCG", "LA", "Trusts", "Other H&SC Orgs"}},
	{groups, []string{"Code", "Org Name"}},
	{trusts, []string{"ORG CODE", "Open date"}},
	{changes, []string{"Date", "STP Code", "Type of Change", "Details"}},
}

// headerRows is how far down a header may stand.
const headerRows = 12

// sheet is a sheet with its header found; its rows are kept as the library gives them.
type sheet struct {
	name   string
	file   string
	header []string
	top    int // number of the header's row
	rows   [][]string
}

// readSheet reads a sheet row by row and finds its header.
func readSheet(book *excelize.File, name, file string) (*sheet, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: sheet %q cannot be read: %v", file, name, err)
	}
	defer rows.Close()
	s := &sheet{name: name, file: file}
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "%s: sheet %q, row %d: %v", file, name, len(s.rows)+1, err)
		}
		s.rows = append(s.rows, cells)
		if s.header == nil && len(s.rows) <= headerRows && kindOf(cells) != "" {
			s.header, s.top = trimmed(cells), len(s.rows)
		}
		if s.header == nil && len(s.rows) > headerRows {
			break // not one of ours
		}
	}
	return s, rows.Error()
}

// what says which of our sheets it is; "" for none.
func (s *sheet) what() string { return kindOf(s.header) }

// kindOf tells what sheet a header belongs to. The closed partnerships' sheet has
// no region under that name, which keeps it apart from the current one's.
func kindOf(cells []string) string {
	header := trimmed(cells)
	for _, sign := range signs {
		if _, missing := source.Missing(header, sign.columns...); !missing && (sign.what != current || slices.Contains(header, regionColumn)) {
			return sign.what
		}
	}
	return ""
}

func trimmed(cells []string) []string {
	plain := make([]string, len(cells))
	for i, c := range cells {
		plain[i] = source.Clean(c)
	}
	return plain
}

// each gives the rows below the header.
func (s *sheet) each(use func(row)) {
	for i := s.top; i < len(s.rows); i++ {
		use(row{at: graph.Place{File: s.file + " (" + s.name + ")", Line: i + 1}, sheet: s.name, header: s.header, cells: s.rows[i]})
	}
}
