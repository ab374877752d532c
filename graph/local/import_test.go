package local

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
)

// testTable is a table with a column of each type, in a folder of its own.
func testTable(t *testing.T) *Table {
	t.Helper()
	im := &Importer{away: places{home: t.TempDir()}}
	table, err := im.Nodes("bodies", []Column{
		{"id", "ID(Body)"}, {"", "LABEL"}, {"text", "string"}, {"texts", "string[]"},
		{"int", "int"}, {"long", "long"}, {"longs", "long[]"}, {"yes", "boolean"}, {"day", "date"},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(table.close)
	return table
}

func TestRows(t *testing.T) {
	table := testTable(t)
	rows := [][]any{
		{"a", "Body", "plain", []string{"x", "", "y"}, 1, int64(-2), []int64{3, 4}, true, time.Date(2016, 4, 1, 23, 0, 0, 0, time.UTC)},
		{"b", []string{"Body", "Trust"}, `"a", "b"`, []string{`"`}, nil, nil, nil, false, nil},
		{"c", "Body", "two\nlines", nil, nil, nil, nil, nil, nil},
		{"d", "Body", nil, []string{"x\ry"}, nil, nil, nil, nil, nil},
		{"e", "Body", "", []string{}, nil, nil, []int64{}, nil, nil},
	}
	for _, row := range rows {
		if err := table.Row(row...); err != nil {
			t.Error(err)
		}
	}
	if err := table.finish(); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		table.header: "id:ID(Body),:LABEL,text:string,texts:string[],int:long,long:long,longs:long[],yes:boolean,day:date\n",
		table.plain.path: "\"a\",\"Body\",\"plain\",\"x\uFDD0\uFDD0y\",1,-2,3\uFDD04,true,2016-04-01\n" +
			"\"b\",\"Body\uFDD0Trust\",\"\"\"a\"\", \"\"b\"\"\",\"\"\"\",,,,false,\n" +
			"\"e\",\"Body\",\"\",,,,,,\n",
		table.lines.path: "\"c\",\"Body\",\"two\nlines\",,,,,,\n\"d\",\"Body\",,\"x\ry\",,,,,\n",
	}
	for path, text := range want {
		got, err := os.ReadFile(path)
		if diff := cmp.Diff(text, string(got)); err != nil || diff != "" {
			t.Errorf("%s: %v %s", filepath.Base(path), err, diff)
		}
	}
}

func TestRowsRefused(t *testing.T) {
	tests := []struct {
		name, want string
		kind       graph.ErrorKind
		row        []any
	}{
		{"too few", "9 columns", graph.Internal, []any{"a"}},
		{"no id", "The id of bodies", graph.Invalid, []any{nil, "Body", nil, nil, nil, nil, nil, nil, nil}},
		{"empty id", "is missing", graph.Invalid, []any{"", "Body", nil, nil, nil, nil, nil, nil, nil}},
		{"no label", "role", graph.Invalid, []any{"a", nil, nil, nil, nil, nil, nil, nil, nil}},
		{"another type", "is a int", graph.Invalid, []any{"a", "Body", 1, nil, nil, nil, nil, nil, nil}},
		{"a type of none", "is a float64", graph.Invalid, []any{"a", "Body", nil, nil, 1.5, nil, nil, nil, nil}},
		{"not UTF-8", "not UTF-8", graph.Invalid, []any{"a", "Body", "\xff", nil, nil, nil, nil, nil, nil}},
		{"the mark of lists", "U+FDD0", graph.Invalid, []any{"a", "Body", nil, []string{"x\uFDD0"}, nil, nil, nil, nil, nil}},
		{"list of nothing", "one empty text", graph.Invalid, []any{"a", "Body", nil, []string{""}, nil, nil, nil, nil, nil}},
	}
	table := testTable(t)
	for _, test := range tests {
		err := table.Row(test.row...)
		if graph.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if len(table.plain.buffer) > 0 || table.rows > 0 {
		t.Errorf("something of them is left: %q", table.plain.buffer)
	}
}

func TestRowAllocatesNothing(t *testing.T) {
	table := testTable(t)
	table.plain.buffer = make([]byte, 0, 2*piece)
	labels, day, name := []string{"Body", "Trust"}, time.Now(), strings.Repeat("n", 50)
	allocated := testing.AllocsPerRun(500, func() {
		_ = table.Row(name, labels, name, labels, 1_000_000, int64(1e15), nil, true, day)
	})
	if allocated > 0 {
		t.Errorf("%.0f allocations a row", allocated)
	}
}

func TestImportProgress(t *testing.T) {
	var got []string
	p := &importProgress{out: new(strings.Builder), stage: -1, rows: map[string]int64{"nodes": 2000, "relationships": 3_000_000},
		tell: func(done float64, step string) {
			got = append(got, fmt.Sprintf("%.0f %s", 100*done, step))
		}}
	printed := "Importing\nWARNING: something.Nodes, started 2026\n\r[*Nodes:0B/s 71.38MiB---]    0 ∆    0\r[*Nodes:0B/s--]1.0K ∆1.0K\nDone in 1s\n" +
		"Relationships, started 2026\n\r[*Relationships:0B/s--] 1.0M ∆ 310K\r[*Relationships:0B/s--] 9.5M ∆ 310K\nDone\nAnything else, started 2026\n"
	for piece := range strings.SplitSeq(printed, "R") { // pieces end anywhere
		for _, b := range []string{piece, "R"} {
			if n, err := p.Write([]byte(b)); n != len(b) || err != nil {
				t.Fatal(n, err)
			}
		}
	}
	want := []string{"0 nodes", "0 nodes", "16 nodes", "37 relationships", "49 relationships", "72 relationships"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
