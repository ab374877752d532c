package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"mapper/graph"
	"mapper/graph/source"
)

const formats = "../../testdata/formats/"

// TestSourcesAreRecognised tells every sort of source by what is in it, under a name
// that says nothing.
func TestSourcesAreRecognised(t *testing.T) {
	for what, names := range map[string][]string{
		"dataset folder": {formats + "folder", t.TempDir()},
		"dataset workbook (.xlsx with the sheets dataset, documents, entities and claims)": {renamed(t, workbookOf(t, "dataset", "documents", "entities", "claims"))},
		"any CSV file or workbook, by a mapping file (MAPPING.yaml=FILE)":                  {mappingFixture, formats + "mapping/networks.yaml=" + workbookOf(t, "any")},
		"release of the Organisation Data Service (XML, or a zip of it)":                   {renamed(t, formats+"odsxml/HSCOrgRefData_Full.xml"), formats + "odsxml/HSCOrgRefData_Archive.xml"},
		"report of the Organisation Data Service (CSV of 27 columns)":                      {renamed(t, formats+"odscsv/etr-newer_2025-12.csv"), formats + "odscsv/epraccur-older_2015-09.csv", formats + "odscsv/reshaped_2018-04.csv"},
		"answers of the Organisation Data Service's interface (JSON)":                      {renamed(t, formats+"odsjson/RQ1.json"), formats + "odsjson/records.ndjson"},
		"list of successions (CSV)":                                                        {renamed(t, formats+"succession/header.csv"), formats + "succession/bare.csv"},
		"workbook of the 42 partnerships (.xlsx)":                                          {renamed(t, workbookOf(t, "Current STPs"))},
		"sample": {"articles", "reference"},
	} {
		for _, name := range names {
			c, err := recognise(name)
			if err != nil || c.form.what != what {
				t.Errorf("%s is taken for %+v, not for %s: %v", name, c, what, err)
			}
		}
	}
}

// renamed copies a file to a name without an ending.
func renamed(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, string(text))
}

func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "download")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// workbookOf makes a workbook with sheets of one cell.
func workbookOf(t *testing.T, sheets ...string) string {
	t.Helper()
	b := excelize.NewFile()
	defer b.Close()
	for _, sheet := range sheets {
		if _, err := b.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		if err := b.SetCellValue(sheet, "A1", "x"); err != nil {
			t.Fatal(err)
		}
	}
	_ = b.DeleteSheet("Sheet1") // the one that a new file begins with
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := b.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestSourcesRefuse says what a file was looked for as, and what to do.
func TestSourcesRefuse(t *testing.T) {
	for what, test := range map[string]struct{ name, want string }{
		"nothing there":      {"nowhere", "nowhere: there is no such folder or file, and no sample of that name (samples: articles"},
		"an empty file":      {written(t, ""), "download: the file is empty"},
		"another CSV":        {written(t, "a,b\n1,2\n"), "download: is none of what can be read:\n  any CSV file or workbook, by a mapping file"},
		"a web page":         {written(t, "<!DOCTYPE html><html>"), "is none of what can be read"},
		"a damaged zip":      {written(t, "PK\x03\x04 and no more"), "download: it is no .xlsx workbook"},
		"a reshaped report":  {formats + "odscsv/reshaped_2018-04.csv", "reshaped_2018-04.csv:1: has a header"},
		"a report undated":   {renamed(t, formats+"odscsv/etr-newer_2025-12.csv"), "give it with --release"},
		"a missing mapping":  {"none.yaml=none.csv", "none.yaml: no such file"},
		"a missing CSV":      {formats + "mapping/networks.yaml=none.csv", "none.csv: no such file"},
		"another's workbook": {workbookOf(t, "Sheet of mine"), "no sheet has the columns"},
	} {
		all, err := openSources([]string{formats + "folder", test.name}, sourceOptions{MaxRejects: 10})
		if err == nil || !strings.Contains(err.Error(), test.want) || all != nil {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		}
	}
	if _, err := openSources(nil, sourceOptions{Release: "May"}); err == nil || !strings.Contains(err.Error(), "--release") {
		t.Error(err)
	}
}

// TestOpenSources reads a source, with what there is to say of it, and settles it
// twice, with more known.
func TestOpenSources(t *testing.T) {
	all, err := openSources([]string{successionFixture}, sourceOptions{Release: "2022-11", MaxRejects: 4})
	if err != nil {
		t.Fatal(err)
	}
	defer closeAll(all)
	one := all[0]
	if one.about.ID != "ods-successions" || one.about.Release != "ods-successions-2022-11" || one.counts[0].Rejected != 4 || len(one.rejected) != 4 || len(one.notes) != 1 {
		t.Errorf("%+v", one)
	}
	inGraph := source.Known{Bearers: map[string][]source.Bearer{"ods:RA1": {{ID: "old-trust", Name: "Old", Kinds: []string{"Provider"}}}}}
	for i, known := range []source.Known{{}, inGraph} {
		rows, err := one.settle(known)
		if err != nil {
			t.Fatal(err)
		}
		d := whole(t, rows)
		if first := []string{"ods:RA1", "old-trust"}[i]; d.Claims[0].From != first || len(d.Entities) != 6 || len(one.remarks) != 1 {
			t.Errorf("%d: %+v %v", i, d, one.remarks)
		}
	}
	if _, err := openSources([]string{successionFixture}, sourceOptions{MaxRejects: 3}); err == nil || !strings.Contains(err.Error(), "--max-rejects 3") {
		t.Error(err)
	}
}

// whole gathers the rows of a stream.
func whole(t *testing.T, rows graph.Stream) *graph.Dataset {
	t.Helper()
	d := rows.About()
	err := errors.Join(
		rows.EachEntity(func(e *graph.Entity) error { d.Entities = append(d.Entities, *e); return nil }),
		rows.EachClaim(func(c *graph.Claim) error { d.Claims = append(d.Claims, *c); return nil }))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
