package mapping

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"mapper/graph/source"
)

// book writes a workbook with a sheet of notes and one of rows.
func book(t *testing.T, rows ...[]any) string {
	t.Helper()
	b := excelize.NewFile()
	defer b.Close()
	if err := b.SetSheetRow("Sheet1", "A1", &[]any{"Notes on this workbook"}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.NewSheet("Hospitals"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := b.SetSheetRow("Hospitals", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := b.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestReadWorkbook reads a sheet by the same mapping as a CSV file; a row that ends
// early has empty cells.
func TestReadWorkbook(t *testing.T) {
	path := book(t, []any{"a", "b", "c"}, []any{"1", "2020", "x"}, nil, []any{2, "2021-04"}, []any{"", "2022"}, []any{"3", "2020", "x", "too many"})
	for _, test := range []struct{ sheet, counts, wrong string }{
		{"Hospitals", "rows: 4 read, 2 used, 2 rejected", ""},
		{"Wards", "", `book.xlsx: there is no sheet "Wards": the workbook has Sheet1, Hospitals`},
		{"", "", `book.xlsx#Sheet1:1: does not fit the mapping: m.yaml: derive: b2 names the column "b"`},
	} {
		m, err := Parse(strings.NewReader(small+"sheet: "+test.sheet), "m.yaml")
		if err != nil {
			t.Fatal(err)
		}
		r := &source.Result{}
		_, err = m.ReadWorkbook(path, Options{}, r)
		if test.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), test.wrong) {
				t.Errorf("sheet %q: %v does not say %q", test.sheet, err, test.wrong)
			}
			continue
		}
		if err != nil || r.Counts[0].String() != test.counts || r.Claims[1].Locator != "row 4" || r.Claims[1].Start != "2021-04" {
			t.Fatalf("%v %v %+v", err, r.Counts[0], r.Claims)
		}
		for i, want := range []string{"book.xlsx#Hospitals:5: e: id:", "book.xlsx#Hospitals:6: has another number of fields"} {
			if !strings.Contains(r.Rejected[i].String(), want) {
				t.Errorf("%v does not say %q", r.Rejected[i], want)
			}
		}
	}
}
