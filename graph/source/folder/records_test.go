package folder

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// record is what a reader of CSV gives.
type record struct {
	line  int
	cells string
}

// byStandardLibrary reads a text with encoding/csv alone: the reference.
func byStandardLibrary(text string) (all []record, failed string) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	for {
		cells, err := r.Read()
		if err != nil {
			return all, failure(err)
		}
		line, _ := r.FieldPos(0)
		all = append(all, record{line, fmt.Sprintf("%q", cells)})
	}
}

func byRecords(in io.Reader) (all []record, failed string) {
	r := newRecords(in, false)
	for {
		cells, err := r.read()
		if err != nil {
			return all, failure(err)
		}
		all = append(all, record{r.line, fmt.Sprintf("%q", cells)})
	}
}

// failure gives what a message shows of an error: its columns it does not.
func failure(err error) string {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Sprintf("%d, %d: %v", parse.StartLine, parse.Line, parse.Err)
	}
	return err.Error()
}

func compareRecords(t *testing.T, text string) {
	t.Helper()
	want, wantErr := byStandardLibrary(text)
	got, gotErr := byRecords(strings.NewReader(text))
	if !slices.Equal(got, want) || gotErr != wantErr {
		t.Errorf("%q:\n%v, %s; the standard library gives\n%v, %s", text, got, gotErr, want, wantErr)
	}
}

var csvTexts = []string{
	"", "\n", "a", "a,b\n", ",\n", ",,", "a,b\r\nc,d\r\n", "a\rb,c\n", "a,b\r", "\r", "\r\n\r\na\n\n\nb", "a\n\r\nb\r\n\r",
	`"a","b"` + "\n", `"a,1",b` + "\r\n" + `c,"d"`, `"",""`, `a,"b`, `a,b"c`, `a, "b"`, `"a" ,b`, `"a""b",c`, `"a"b`, "\"a\nb\",c\nd,e\n", "x\n\"a\r\n\r\nb\",c\r\nd\n", "\"a\n", "a\n\"b\nc\nd\"e\nf",
	"x\n\ny,\"a\n\nb\"\nz\n\"\"\"\"\n", "\"\n\"\n\"\n", "a,\"\r\n", "\"a\"\r", "\"a\r\"\r\n", "é,\"¶1\",\u00a0x\n",
}

func TestRecordsAsEncodingCSV(t *testing.T) {
	for _, text := range csvTexts {
		compareRecords(t, text)
	}
	long := strings.Repeat("id,\"a name, and more\",x\n1,2,3\n\"q\nq\",\"a \"\" b\"\n", 10_000) // many blocks, of which some end inside a record
	compareRecords(t, long)
	want, _ := byRecords(strings.NewReader(long))
	for what, in := range map[string]io.Reader{"a byte at a time": iotest.OneByteReader(strings.NewReader(long)), "the end with the last data": iotest.DataErrReader(strings.NewReader(long))} {
		if got, failed := byRecords(in); !slices.Equal(got, want) || failed != "EOF" {
			t.Errorf("%s: %d records, want %d; %s", what, len(got), len(want), failed)
		}
	}
}

func FuzzRecords(f *testing.F) {
	for _, text := range csvTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if firstInvalid([]byte(text)) < len(text) || strings.ContainsRune(text, 0) || strings.HasPrefix(text, "\ufeff") {
			t.Skip("the guard stops it")
		}
		compareRecords(t, text)
	})
}

// TestRecordsOfSheets counts records, not lines.
func TestRecordsOfSheets(t *testing.T) {
	r := newRecords(strings.NewReader("a,b\n\n\"c\nd\",e\nf,\"g\n\n\"\nh,i\n"), true)
	var lines []int
	for {
		if _, err := r.read(); err != nil {
			break
		}
		lines = append(lines, r.line)
	}
	if !slices.Equal(lines, []int{1, 3, 4, 5}) {
		t.Errorf("records stand on lines %v", lines)
	}
}

// TestGuardStops has what is wrong in the middle of a long text: all lines before it are passed on.
func TestGuardStops(t *testing.T) {
	before := strings.Repeat("a line of some length, ¶ among it\n", 9_999)
	for what, test := range map[string]struct{ text, want string }{
		"latin-1":       {"Tr\xfcst\n\x00\n", "line 10000: byte 3 is not UTF-8"},
		"zero":          {"T\x00\n\xfc\n", "line 10000: there is a zero byte"},
		"both":          {"\xfc\x00\n", "line 10000: there is a zero byte"},
		"cut short":     {"é"[:1], "line 10000: byte 1 is not UTF-8"},
		"a second on":   {"fine\n\xfc\n", "line 10001: byte 1 is not UTF-8"},
		"no line end":   {strings.Repeat("x", 2*lineLimit), "line 10000: the line is longer"},
		"just over":     {strings.Repeat("x", lineLimit+1), "line 10000: the line is longer"},
		"zero, no end":  {"T\x00", "line 10000: there is a zero byte"},
		"a mark inside": {"\ufefffine\n", ""},
		"just fits":     {strings.Repeat("x", lineLimit), ""},
	} {
		got, err := io.ReadAll(newGuard(strings.NewReader(before + test.text)))
		if test.want == "" {
			if err != nil || string(got) != before+test.text {
				t.Errorf("%s: %d bytes, %v", what, len(got), err)
			}
			continue
		}
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || !strings.HasPrefix(string(got), before) {
			t.Errorf("%s: %d of %d bytes before it, %v; want %s", what, len(got), len(before), err, test.want)
		}
	}
}
