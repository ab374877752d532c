package folder

import (
	"archive/zip"
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"mapper/graph"
)

// sheetsOf are the sheets of a made-up workbook.
var sheetsOf = []string{"dataset", "documents", "entities", "claims"}

// bookMaker writes a workbook as Excel does, all texts shared, without holding its sheets.
type bookMaker struct {
	zip   *zip.Writer
	sheet *bufio.Writer
	row   int
	ids   map[string]int
	texts []string
}

func (m *bookMaker) part(name, text string) {
	w, _ := m.zip.Create(name) // errors show when it is closed
	fmt.Fprint(w, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+text)
}

// begin begins a sheet.
func (m *bookMaker) begin(number int) {
	w, _ := m.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", number))
	m.sheet, m.row = bufio.NewWriterSize(w, 1<<16), 0
	fmt.Fprint(m.sheet, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
}

func (m *bookMaker) add(cells ...string) {
	m.row++
	fmt.Fprintf(m.sheet, `<row r="%d" spans="1:%d">`, m.row, len(cells))
	for i, text := range cells {
		if text == "" {
			continue
		}
		id, ok := m.ids[text]
		if !ok {
			id = len(m.texts)
			m.ids[text], m.texts = id, append(m.texts, text)
		}
		fmt.Fprintf(m.sheet, `<c r="%c%d" t="s"><v>%d</v></c>`, 'A'+i, m.row, id)
	}
	fmt.Fprint(m.sheet, `</row>`)
}

func (m *bookMaker) end() {
	fmt.Fprint(m.sheet, `</sheetData></worksheet>`)
	m.sheet.Flush()
}

func (m *bookMaker) close() error {
	w, _ := m.zip.Create("xl/sharedStrings.xml")
	out := bufio.NewWriter(w)
	fmt.Fprint(out, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	for _, text := range m.texts {
		fmt.Fprintf(out, `<si><t>%s</t></si>`, text)
	}
	fmt.Fprint(out, `</sst>`)
	out.Flush()
	list, links := "", `<Relationship Id="rId9" Type="x/sharedStrings" Target="sharedStrings.xml"/>`
	for i, name := range sheetsOf {
		list += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		links += fmt.Sprintf(`<Relationship Id="rId%d" Type="x/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
	}
	m.part("_rels/.rels", `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	m.part("xl/_rels/workbook.xml.rels", `<Relationships>`+links+`</Relationships>`)
	m.part("xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`+list+`</sheets></workbook>`)
	return m.zip.Close()
}

// bindBook makes a workbook of rows claims, as spool makes a folder; odd may write
// more behind the first entity.
func bindBook(name string, rows int, odd func(*bookMaker)) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	m := &bookMaker{zip: zip.NewWriter(file), ids: map[string]int{}}
	m.begin(1)
	m.add("id", "bench")
	m.add("title", "Made up")
	m.end()
	m.begin(2)
	m.add("id", "title", "published")
	m.add("bench-2025-12", "A release", "2025-12")
	m.end()
	m.begin(3)
	m.add("id", "name", "kinds", "codes", "start")
	for i := range rows * 2 / 5 {
		e := benchEntity(i)
		m.add(e.ID, e.Name, e.Kinds[0], e.Codes[0].String(), string(e.Start))
		if i == 0 && odd != nil {
			odd(m)
		}
	}
	m.end()
	m.begin(4)
	m.add("id", "from", "relation", "to", "status", "document", "start", "end", "locator", "phrase")
	for i := range rows {
		c := benchClaim(i, rows*2/5)
		m.add(c.ID, c.From, c.Relation, c.To, string(c.Status), c.Document, string(c.Start), string(c.End), c.Locator, c.Phrase)
	}
	m.end()
	if err := m.close(); err != nil {
		return err
	}
	return file.Close()
}

// TestLargeWorkbook reads the rows that were made.
func TestLargeWorkbook(t *testing.T) {
	const rows = 5_000
	name := filepath.Join(t.TempDir(), "book.xlsx")
	if err := bindBook(name, rows, nil); err != nil {
		t.Fatal(err)
	}
	f, problems := OpenWorkbook(name)
	defer f.Close()
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	n := 0
	err := f.EachClaim(func(c *graph.Claim) error {
		want := benchClaim(n, rows*2/5)
		want.Place = graph.Place{File: name + "#claims", Line: n + 2}
		if *c != want {
			return fmt.Errorf("%+v, want %+v", *c, want)
		}
		n++
		return nil
	})
	if err != nil || n != rows {
		t.Errorf("%d claims, %v", n, err)
	}
	if problems := Check(f); len(problems) > 0 {
		t.Error(problems.Err())
	}
}

// BenchmarkWorkbook opens a workbook of 1,000,000 claims and reads its rows once.
func BenchmarkWorkbook(b *testing.B) {
	name := filepath.Join(b.TempDir(), "book.xlsx")
	if err := bindBook(name, benchRows, nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		f, problems := OpenWorkbook(name)
		if err := problems.Err(); err != nil {
			b.Fatal(err)
		}
		nothing := func(*graph.Claim) error { return nil }
		if err := f.EachClaim(nothing); err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	perRow(b, benchRows*7/5)
}
