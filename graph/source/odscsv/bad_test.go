package odscsv

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"mapper/graph"
	"mapper/graph/source"
)

// good is a row that any report could begin with.
const good = `"RZA","A NHS TRUST","Y60","QZ1","","","","","","","19940401"` + ",,,,,,,,,,,,,,,,\n"

func TestBadInput(t *testing.T) {
	for what, test := range map[string]struct{ text, want string }{
		"empty":            {"", "x_2025-12.csv:1: the file is empty"},
		"white space":      {"\r\n\r\n", "x_2025-12.csv:1: the file is empty"},
		"a page":           {"<!DOCTYPE html>\n<html><body>Sorry, something went wrong</body></html>", "x_2025-12.csv:1: is a web page or XML"},
		"a zip file":       {"PK\x03\x04 etr.csv", "x_2025-12.csv:1: is a zip file"},
		"JSON":             {`{"Organisations":[]}`, "x_2025-12.csv:1: is no report"},
		"Latin-1":          {good + "\"RZB\",\"YSBYTY GL\xc2N CLWYD NHS TRUST\"\n", "x_2025-12.csv:2: byte 17 is not UTF-8"},
		"UTF-16":           {"\xff\xfe\"\x00R\x00", "x_2025-12.csv:1: the file is UTF-16"},
		"other columns":    {"RA1,RB1,R,20200401,0\n", "is no report of the Organisation Data Service: it has no row of 27 columns (its first has 5)"},
		"a header":         {"Organisation Code,Name,National Grouping,High Level Health Geography\nRZA,A TRUST,Y60,QZ1\n", "x_2025-12.csv:1: has a header (Organisation Code,Name,…)"},
		"an unknown one":   {strings.ReplaceAll(good, "NHS TRUST", "PLACE"), "its rows do not tell which: those that can be read are eauth, eccg,"},
		"Latin-1 far down": {strings.Repeat(good, 2000) + "\"\xff\n", "x_2025-12.csv:2001: byte 2 is not UTF-8"},
	} {
		r := &source.Result{}
		if _, err := Read(strings.NewReader(test.text), "x_2025-12.csv", Options{}, r); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		}
	}
	if _, err := Read(iotest.ErrReader(errFull), "x_2025-12.csv", Options{}, &source.Result{}); err == nil || err.Error() != "x_2025-12.csv: cannot be read: no space left" {
		t.Error(err)
	}
	if _, err := Read(strings.NewReader(good), "etr.csv", Options{}, &source.Result{}); err == nil || !strings.Contains(err.Error(), "etr.csv: the file does not say when it was published") {
		t.Error(err)
	}
}

// TestOddRows: rows that other programs write are read, and what is no row costs no more than itself.
func TestOddRows(t *testing.T) {
	long := `"RZL","` + strings.Repeat("A VERY LONG NAME ", 5000) + "NHS TRUST\"\n"
	bare := "RZB,B NHS TRUST,Y60,QZ1,,,,,,,1994-04-01,,,,,,,,,,,,,,,,"
	r := &source.Result{}
	about, err := Read(strings.NewReader("\xef\xbb\xbf"+good+"\n"+long+bare), "x_2025-12.csv", Options{}, r)
	if err != nil || about.Report != "etr" || r.Counts[0].String() != "rows: 3 read, 2 used, 1 rejected" || !strings.Contains(r.Rejected[0].String(), "x_2025-12.csv:3: is longer than") {
		t.Errorf("%v %v %v", err, r.Counts, r.Rejected)
	}
	if e := r.Entities[len(r.Entities)-1]; e.ID != "ods:RZB" || e.Start != "1994-04-01" || e.Place != (graph.Place{File: "x_2025-12.csv", Line: 4}) {
		t.Errorf("%+v", e)
	}
}

func TestSniff(t *testing.T) {
	for text, want := range map[string]bool{
		good: true, "\xef\xbb\xbf" + good: true, strings.TrimSpace(good): true, "OrganisationCode,Name,NationalGrouping,HealthGeography\n": true,
		"": false, "old_code,new_code,date\n": false, "RA1,RB1,R,20200401,0\n": false, "<html>": false, "trust_code,trust_name,alliance\n": false,
		"code,name,note\n": false, strings.Replace(good, "19940401", "April 94", 1): false, strings.Repeat(",", 26) + "\n": false,
	} {
		if got := Sniff([]byte(text)); got != want {
			t.Errorf("Sniff(%q) = %v", text, got)
		}
	}
}

// full is a sink whose limit of rejects is reached, or whose disk is full.
type full struct {
	source.Result
	claims int
}

var errFull = errors.New("no space left")

func (f *full) Reject(*source.Count, graph.Place, string, string, ...any) error { return errFull }

func (f *full) Claim(*graph.Claim) error {
	if f.claims++; f.claims > 1 {
		return errFull
	}
	return nil
}

// TestStops: an error of the sink ends the reading.
func TestStops(t *testing.T) {
	for _, text := range []string{good + good, good + strings.ReplaceAll(good, "RZA", "RZB")} {
		f := &full{}
		if _, err := Read(strings.NewReader(text), "x_2025-12.csv", Options{}, f); !errors.Is(err, errFull) {
			t.Error(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join(fixtures, "*.csv"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add(good + "\"A\"\"B\",\"")
	f.Fuzz(func(t *testing.T, text string) {
		r := &source.Result{}
		about, err := Read(strings.NewReader(text), "x_2025-12.csv", Options{}, r)
		if err != nil {
			if !strings.Contains(err.Error(), "x_2025-12.csv") {
				t.Error(err)
			}
			return
		}
		hold(t, about, r)
	})
}

// TestMemory: what is kept of a million rows does not hold the rows.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many rows")
	}
	r := newReader(findReport("epraccur"), "x_2025-12.csv", "2025-12", &counter{})
	if err := r.rows(newMade(200_000)); err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	if held := memory.HeapAlloc >> 20; held > 12 || r.count.Used != 200_000 {
		t.Errorf("%d MB are held after %v", held, r.count)
	}
	runtime.KeepAlive(r)
}
