package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// bound makes a workbook of parts; those of a smallest one are filled in.
func bound(t testing.TB, parts map[string]string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "book.xlsx")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	all := map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="rel"><sheets><sheet name="one" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="x/styles" Target="styles.xml"/></Relationships>`,
	}
	for part, text := range parts {
		all[part] = text
	}
	for part, text := range all {
		w, err := z.Create(part)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// rowsOf gives the rows of the first sheet as text: number: cells.
func rowsOf(name string) (all []string, err error) {
	b, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	err = b.Rows(b.Sheets()[0], func(r *Row) error {
		all = append(all, fmt.Sprintf("%d: %s", r.Number, bytes.Join(r.Cells, []byte("|"))))
		for _, f := range r.Faults {
			all = append(all, fmt.Sprintf("fault %d %s", f.Column, f.Text))
		}
		return nil
	})
	return all, err
}

// sheet wraps rows.
func sheet(rows string) map[string]string {
	return map[string]string{"xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><cols/><sheetData>` + rows + `</sheetData><pageMargins/></worksheet>`}
}

func TestRows(t *testing.T) {
	book := sheet(`
	<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
	<!-- a comment <row> --><row r="4"><c r="B4"><f>SUM(1,2)</f><v>3</v></c><c r="C4" t="str"><f>"x"&amp;"y"</f><v>x&lt;y</v></c><c r="D4"/></row>
	<row><c><v>5</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2021-04-01T00:00:00</v></c><c t='e' s='1 > 0'><v>#REF!</v></c></row>
	<row r="9"/><row r="10"><c r="AB10" t="inlineStr"><is><r><t>rich </t></r><r><t xml:space="preserve">text</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></is></c></row>
	<row r="11"><c r="A11"><v>1E+05</v></c><c r="B11"><v>1.5</v></c><c r="C11" t="inlineStr"><is><t><![CDATA[a<b&amp;]]></t></is></c><c t="inlineStr"><is><t>&#233;&#xe9;&nosuch;_x000D_</t></is></c></row>`)
	book["xl/sharedStrings.xml"] = `<sst><si><t>first</t></si><si><r><t>sec</t></r><r><t>ond &amp;c</t></r><rPh><t>aloud</t></rPh></si></sst>`
	got, err := rowsOf(bound(t, book))
	want := []string{"1: first||second &c", "4: |3|x<y|", "5: 5|true|false|2021-04-01|#REF!", "fault 4 #REF!",
		"10: " + strings.Repeat("|", 27) + "rich text", "11: 100000|1.5|a<b&amp;|éé&nosuch;\r"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestPrefixes reads what some programs write.
func TestPrefixes(t *testing.T) {
	got, err := rowsOf(bound(t, map[string]string{
		"xl/workbook.xml":          `<x:workbook xmlns:x="main" xmlns:r="rel"><x:sheets><x:sheet name="one" r:id="s1"/></x:sheets></x:workbook>`,
		"xl/worksheets/sheet1.xml": `<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
	}))
	if err != nil || len(got) != 1 || got[0] != "2: x" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestBroken(t *testing.T) {
	junk := filepath.Join(t.TempDir(), "junk.xlsx")
	old := filepath.Join(t.TempDir(), "old.xlsx")
	for name, text := range map[string]string{junk: "id,name\n", old: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		junk: "it is no .xlsx workbook",
		old:  "it is encrypted, or an .xls",
		bound(t, map[string]string{"_rels/.rels": ""}):                       "it is no workbook",
		bound(t, map[string]string{"xl/workbook.xml": "<workbook><sheets"}):  "it is no workbook: xl/workbook.xml",
		bound(t, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>x"}): "xl/sharedStrings.xml: it is cut off",
		bound(t, nil): `the part "xl/worksheets/sheet1.xml" is missing`,
		bound(t, sheet(`<row r="2"/><row r="1"/>`)):                                                           `row "1" stands behind row 2`,
		bound(t, sheet(`<row r="1048577"/>`)):                                                                 "row 1048577",
		bound(t, sheet(`<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>`)):                            `row 1: cell "A1" is out of place`,
		bound(t, sheet(`<row><c r="ZZZZ1"><v>1</v></c></row>`)):                                               `row 1: cell "ZZZZ1" is out of place`,
		bound(t, sheet(`<row><c t="s"><v>7</v></c></row>`)):                                                   "row 1: there is no shared text 7",
		bound(t, sheet(`<row><c t="s"><v>x</v></c></row>`)):                                                   "row 1: ",
		bound(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c><v>1`}):         "it is cut off",
		bound(t, map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>`}): "document type",
		bound(t, sheet(`<row><c t="str"><v>`+strings.Repeat("x", 2<<20)+`</v></c></row>`)):                    "longer than",
	} {
		if got, err := rowsOf(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
}

// TestDates compares with what excelize writes for days, and what formats show.
func TestDates(t *testing.T) {
	f := excelize.NewFile()
	day := time.Date(2021, 4, 2, 15, 30, 0, 0, time.UTC)
	want := "1: "
	for i, format := range []struct{ code, want string }{
		{"yyyy-mm-dd", "2021-04-01"}, {"d mmmm yyyy", "2021-04-01"}, {"mmm-yy", "2021-04"}, {"yyyy", "2021"}, {`"year" yyyy;@`, "2021"},
		{`[$-809]dd\/mm\/yyyy`, "2021-04-01"}, {"hh:mm", "44287.6458333333"}, {`0.0" days"`, "44287.6458333333"}, {"General", "44287.6458333333"}, {"[Red]0", "44287.6458333333"}, {"mmmm", "2021-04"},
	} {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format.code})
		if err != nil {
			t.Fatal(err)
		}
		cell, _ := excelize.CoordinatesToCellName(i+1, 1)
		if err := f.SetCellValue("Sheet1", cell, 44287.0+15.5/24); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			want += "|"
		}
		want += format.want
	}
	if err := f.SetCellValue("Sheet1", "A2", day); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "dates.xlsx")
	if err := f.SaveAs(name); err != nil {
		t.Fatal(err)
	}
	got, err := rowsOf(name)
	if diff := cmp.Diff([]string{want, "2: 2021-04-02"}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestSerials compares days with those that excelize makes of the same numbers.
func TestSerials(t *testing.T) {
	for _, from1904 := range []bool{false, true} {
		for _, serial := range []float64{0, 0.5, 1, 59, 60, 61, 366, 36526, 44287.9, 2958465, 2958466, -1} {
			got, ok := appendDate(nil, serial, from1904, toDay)
			day, err := excelize.ExcelDateToTime(serial, from1904)
			want := day.Format(time.DateOnly)
			switch {
			case serial < 0 || serial >= 2958466 || !from1904 && (serial < 1 || serial == 60):
				if ok {
					t.Errorf("%v is taken for %s", serial, got)
				}
			case !ok || err != nil || string(got) != want && !(from1904 == false && serial < 60):
				t.Errorf("%v is %s, want %s", serial, got, want)
			}
		}
	}
	for serial, want := range map[float64]string{1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01"} { // as Excel shows them
		if got, _ := appendDate(nil, serial, false, toDay); string(got) != want {
			t.Errorf("%v is %s, want %s", serial, got, want)
		}
	}
}

// TestManyStrings has more texts than are held, some on two pages, asked for in no order.
func TestManyStrings(t *testing.T) {
	defer func(was int) { heldStrings = was }(heldStrings)
	heldStrings = 50_000
	var part strings.Builder
	text := func(i int) string { return fmt.Sprint(i, " ", strings.Repeat("é", i%40), " end") }
	part.WriteString("<sst>")
	const n = 30_000
	for i := range n {
		fmt.Fprintf(&part, "<si><t>%s</t></si>", text(i))
	}
	fmt.Fprintf(&part, "<si><t>%s</t></si><si/></sst>", strings.Repeat("x", 3*pageSize))
	s, err := readStrings(iotest.HalfReader(strings.NewReader(part.String())))
	if err != nil || s.spill == nil {
		t.Fatalf("%v; a file is wanted", err)
	}
	for i := range n {
		number := i * 7919 % n
		if got, err := s.get(number); err != nil || string(got) != text(number) {
			t.Fatalf("text %d is %q, %v", number, got, err)
		}
	}
	if got, _ := s.get(n); len(got) != 3*pageSize {
		t.Errorf("the long text has %d bytes", len(got))
	}
	if got, err := s.get(n + 1); err != nil || len(got) != 0 {
		t.Errorf("the empty text is %q, %v", got, err)
	}
	file := s.spill.Name()
	if err := s.close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("the temporary file is still there")
	}
}

// FuzzRows must not fail otherwise than by an error.
func FuzzRows(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	f.Add(`<row><c t="inlineStr"><is><t><![CDATA[x]]>_x0041_&#65;</t></is></c><c s="1"><v>44287</v></c></row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		book := Book{strings: &sharedStrings{ends: []uint32{1}, tail: []byte("x")}, styles: []precision{noDate, toDay}}
		r := sheetReader{scanner: newScanner(iotest.OneByteReader(strings.NewReader(rows))), book: &book, use: func(*Row) error { return nil }}
		slow := r.read()
		fast := sheetReader{scanner: newScanner(strings.NewReader(rows)), book: &book, use: func(*Row) error { return nil }}
		if err := fast.read(); fmt.Sprint(err) != fmt.Sprint(slow) {
			t.Errorf("%v, and read a byte at a time %v", err, slow)
		}
	})
}
