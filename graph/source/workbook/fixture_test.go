package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// header is that of the partnerships' sheet, with an address nobody should see again.
var header = []any{"NHS England Region", "ODS STP Code", "STP Footprint no ", "ONS STP Code", "STP Name", "ICS?", "STP Footprint Lead", "Address",
	"Published contact email address", "CCG", "ODS CCG Code", "LA", "ODS LA Code", "Trusts", "ODS Trust Code", "Other H&SC Orgs", "ODS Code"}

// small is a workbook of two partnerships in the form of the published one; Excel
// counts 7 June 2018 as 43258.
func small() map[string][][]any {
	return map[string][][]any{
		"Title sheet": {{"Contact", "someone@example.org"}},
		"Change Log": {{"Log"}, {}, {"", "STP Amended"}, {"Date", "STP Code", "STP Name", "Type of Change", "Details"},
			{43258, "QZ1", "Oldland STP", "STP code closed (merger)", "Code closed, merged into QA1"},
			{43258, "QA1", "Northland STP", "New STP code", "New code allocated"},
			{43258, "QZ2", "Lostland STP", "STP code closed (merger)", "merged into QX9"}},
		"Current STPs": {{"PARTNER MAPPING"}, {"", "", "", "", "", "", "", "", "7"}, header,
			{"London (Y56)", "QA1", 1, "E1", "Northland STP\n", "Wave 1", "Dr Ann Lee OBE (Chief Officer, North Hill CCG)", "1 Road", "lead@example.org",
				"North & Hill CCG", "01A", "Hill Council", "101", "Hill Hospital NHS Trust", "RA1", "Hill Hospice", "8A1 (CQC: 1-23)"},
			{"London (Y56)", "QA1", 1, "E1", "", "", "", "", "", "NHS Dale CCG (02B)", "02B", "* some councils", "", "Dale Ambulance Service NHS Trust", "RA2", "Local Medical Committee", "?"},
			{"London (Y56)", "", 1, "E1", "", "", "", "", "", "", "", "", "", "Stray NHS Trust", "RA3"},
			{"London (Y56)", "QB2", 2, "E2", "Southland Health & Care Partnership (STP)", "", "tbc", "", "", "", "", "", "", "Hill Hospital NHS Trust", "RA1", "Local Medical Committee", ""}},
		"CCGs":   {{"Code", "Org Name", "Lookup"}, {"01A", "NHS NORTH AND HILL CCG"}, {"09Z", "NHS FAR AWAY CCG"}},
		"Trusts": {{"ORGANISATION NAME", "ORG CODE", "NATIONAL GROUPING", "HLHG", "ORG TYPE", "LOOKUP", "Open date"}, {"HILL HOSPITAL NHS TRUST", "RA1", "", "", "", "", "19930401"}},
	}
}

// file makes an .xlsx of sheets.
func file(t *testing.T, sheets map[string][][]any) *bytes.Buffer {
	t.Helper()
	book := excelize.NewFile()
	for name, rows := range sheets {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := book.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = book.DeleteSheet("Sheet1") // the one that a new file begins with
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return &out
}
