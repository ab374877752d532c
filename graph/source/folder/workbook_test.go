package folder

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

var update = flag.Bool("update", false, "write testdata/formats/xlsx/example.xlsx anew")

// rows are the sheets of a workbook, by name.
type rows map[string][][]any

// bind makes a workbook of sheets.
func bind(t *testing.T, name string, sheets rows) string {
	t.Helper()
	f := excelize.NewFile()
	for sheet, lines := range sheets {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, line := range lines {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(sheet, at, &line); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(name); err != nil {
		t.Fatal(err)
	}
	return name
}

// goodBook is a workbook in which cells are of the sorts that programs write.
func goodBook() rows {
	return rows{
		"notes":     {{"nobody reads this"}},
		"dataset":   {{"key", "value"}, {"id", "small"}, {"title", "Small"}, {}, {"release", "paper"}, {"vocabulary", "kinds:\n- {name: Almshouse, label: Almshouse, plural: Almshouses, parent: Provider}\n"}},
		"documents": {{"id", "title", "published", "note"}, {"paper", "A paper", time.Date(2021, 4, 2, 0, 0, 0, 0, time.UTC)}},
		"coverage":  {{"document", "locator", "reason"}, {"paper", "¶9", "a heading"}},
		"entities": {{"id", "name", "kinds", "start", "anonymous", "stub"}, {"a", "Trust\n\"A\", the first", "AcuteTrust|Provider", 1991, true, ""}, {},
			{"b", " Almshouse B ", "Almshouse", "2016-04", false, true}},
		"claims": {{"id", "from", "relation", "to", "status", "document", "end", "count"}, {"c1", "a", "COLLABORATES_WITH", "b", "stated", "paper", time.Date(2022, 7, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 1), 3.0}},
	}
}

func TestOpenWorkbook(t *testing.T) {
	name := bind(t, filepath.Join(t.TempDir(), "small.xlsx"), goodBook())
	f, problems := OpenWorkbook(name)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	d, problems := f.Read()
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	want := &graph.Dataset{ID: "small", Title: "Small", Release: "paper",
		Vocabulary: graph.Vocabulary{Kinds: []graph.Kind{{Name: "Almshouse", Label: "Almshouse", Plural: "Almshouses", Parent: "Provider"}}},
		Documents:  []graph.Document{{ID: "paper", Title: "A paper", Published: "2021-04-02", Passed: []graph.Passed{{Locator: "¶9", Reason: "a heading"}}, Place: graph.Place{File: name + "#documents", Line: 2}}},
		Entities: []graph.Entity{
			{ID: "a", Name: "Trust\n\"A\", the first", Kinds: []string{"AcuteTrust", "Provider"}, Span: graph.Span{Start: "1991"}, Anonymous: true, Place: graph.Place{File: name + "#entities", Line: 2}},
			{ID: "b", Name: "Almshouse B", Kinds: []string{"Almshouse"}, Span: graph.Span{Start: "2016-04"}, Stub: true, Place: graph.Place{File: name + "#entities", Line: 4}}},
		Claims: []graph.Claim{{ID: "c1", From: "a", Relation: "COLLABORATES_WITH", To: "b", Status: graph.Stated, Document: "paper", Span: graph.Span{End: "2022-07-02"}, Count: 3, Place: graph.Place{File: name + "#claims", Line: 2}}},
	}
	if diff := cmp.Diff(want, d, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(graph.Vocabulary{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	unpacked := f.temporary
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(unpacked); err == nil {
		t.Error("what it was unpacked to is still there")
	}
}

func TestBadWorkbooks(t *testing.T) {
	for what, test := range map[string]struct {
		change func(rows)
		want   []string
	}{
		"no claims":        {func(r rows) { delete(r, "claims") }, []string{`bad.xlsx: there is no sheet "claims"`}},
		"empty claims":     {func(r rows) { r["claims"] = nil }, []string{"bad.xlsx#claims:1: the file is empty"}},
		"unknown key":      {func(r rows) { r["dataset"][3] = []any{"licens", "CC0"} }, []string{`bad.xlsx#dataset:4: unknown key "licens"`}},
		"dataset id":       {func(r rows) { r["dataset"][1] = []any{"id", "Small One"} }, []string{`bad.xlsx#dataset: id: "Small One"`}},
		"vocabulary":       {func(r rows) { r["dataset"][5] = []any{"vocabulary", "kinds: {x"} }, []string{"bad.xlsx#dataset:6: vocabulary:", `bad.xlsx#entities:4: kinds: "Almshouse"`}},
		"release":          {func(r rows) { r["dataset"][4] = []any{"release", "book"} }, []string{`bad.xlsx#dataset: release: "book" is not in`}},
		"coverage":         {func(r rows) { r["coverage"][1] = []any{"paper", "¶9"} }, []string{"bad.xlsx#coverage:2: reason: is missing"}},
		"unknown column":   {func(r rows) { r["entities"][0][3] = "begin" }, []string{`bad.xlsx#entities:1: unknown column "begin"`}},
		"a late header":    {func(r rows) { r["entities"] = append([][]any{{}, {}}, r["entities"]...); r["entities"][2][3] = "begin" }, []string{`bad.xlsx#entities:3: unknown column "begin"`}},
		"behind an empty":  {func(r rows) { r["entities"][3][2] = "Almhouse" }, []string{`bad.xlsx#entities:4: kinds: "Almhouse" is not a kind of the vocabulary; did you mean Almshouse?`}},
		"unknown entity":   {func(r rows) { r["claims"][1][3] = "c" }, []string{`bad.xlsx#claims:2: to: "c" is not in`}},
		"a cell too many":  {func(r rows) { r["claims"][1] = append(r["claims"][1], "", "x") }, []string{"bad.xlsx#claims:2: has 10 fields where the header has 8"}},
		"no date":          {func(r rows) { r["claims"][1][6] = 44287 }, []string{`bad.xlsx#claims:2: end: "44287" is not a date`}},
		"duplicate claims": {func(r rows) { r["claims"] = append(r["claims"], r["claims"][1]) }, []string{`bad.xlsx#claims:3: id: "c1" stands on line 2`}},
	} {
		t.Run(what, func(t *testing.T) {
			sheets := goodBook()
			test.change(sheets)
			f, _ := OpenWorkbook(bind(t, filepath.Join(t.TempDir(), "bad.xlsx"), sheets))
			defer f.Close()
			problems := Check(f)
			if len(problems) != len(test.want) {
				t.Fatalf("%d problems, want %d:\n%v", len(problems), len(test.want), problems.Err())
			}
			for i, p := range problems {
				if !strings.Contains(p.String(), test.want[i]) {
					t.Errorf("problem %q does not say %q", p, test.want[i])
				}
			}
		})
	}
}

func TestNoWorkbook(t *testing.T) {
	junk := filepath.Join(t.TempDir(), "junk.xlsx")
	if err := os.WriteFile(junk, []byte("id,name\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{junk: "junk.xlsx: it is no .xlsx workbook", junk + "x": "junk.xlsxx: is missing"} {
		f, problems := OpenWorkbook(name)
		if err := problems.Err(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
		if err := f.EachClaim(func(*graph.Claim) error { return nil }); err == nil {
			t.Error("it has claims all the same")
		}
		if problems := Check(f); len(problems) != 1 {
			t.Errorf("checked: %v", problems.Err())
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestBrokenSheets has a formula that failed, and a sheet that is cut off.
func TestBrokenSheets(t *testing.T) {
	for what, test := range map[string]struct {
		row  string // the third of entities
		want []string
	}{
		"a failed formula": {`<row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`, []string{"bad.xlsx#entities:3: name: the cell holds the error #DIV/0!"}},
		"rows backwards":   {`<row r="2"/>`, []string{`bad.xlsx#entities:2: the sheet is broken behind this row: row "2" stands behind row 2`}},
	} {
		name := filepath.Join(t.TempDir(), "bad.xlsx")
		err := bindBook(name, 5, func(m *bookMaker) {
			m.row++
			fmt.Fprint(m.sheet, test.row)
		})
		if err != nil {
			t.Fatal(err)
		}
		f, problems := OpenWorkbook(name)
		for _, found := range []graph.Problems{problems, Check(f)} {
			if len(found) == 0 || !strings.Contains(found[0].String(), test.want[0]) {
				t.Errorf("%s: %v; want %s", what, found.Err(), test.want)
			}
		}
		if len(problems) != 1 {
			t.Errorf("%s: %v", what, problems.Err())
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestExampleWorkbook holds the workbook to copy to the folder to copy.
func TestExampleWorkbook(t *testing.T) {
	name := filepath.Join("..", "..", "..", "testdata", "formats", "xlsx", "example.xlsx")
	want, problems := Read(os.DirFS(filepath.Join("..", "..", "..", "testdata", "formats", "folder")), "example")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	if *update {
		bind(t, name, sheetsOfDataset(t, want))
	}
	f, _ := OpenWorkbook(name)
	defer f.Close()
	got, problems := f.Read()
	if diff := cmp.Diff(unplaced(want), unplaced(got), cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(graph.Vocabulary{})); diff != "" || len(problems) > 0 {
		t.Errorf("%v (-folder +workbook):\n%s", problems.Err(), diff)
	}
}

// sheetsOfDataset gives the files of the folder to copy as sheets.
func sheetsOfDataset(t *testing.T, d *graph.Dataset) rows {
	t.Helper()
	vocabulary, err := yaml.Marshal(d.Vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	sheets := rows{"dataset": {{"key", "value"}, {"id", d.ID}, {"title", d.Title}, {"licence", d.Licence}, {"description", d.Description}, {"vocabulary", string(vocabulary)}}}
	for _, sheet := range []string{"documents", "entities", "claims"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "formats", "folder", sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range lines {
			var cells []any
			for _, cell := range line {
				cells = append(cells, cell)
			}
			sheets[sheet] = append(sheets[sheet], cells)
		}
	}
	return sheets
}
