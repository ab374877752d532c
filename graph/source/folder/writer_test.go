package folder

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mapper/graph"
	"mapper/testdata/nhs"
)

// TestWrite writes each sample and reads it back; what was read is written again to the same bytes.
func TestWrite(t *testing.T) {
	for _, id := range nhs.IDs {
		sample, _ := nhs.Dataset(id)
		want, _ := Read(sample, id)
		one, two := filepath.Join(t.TempDir(), id), filepath.Join(t.TempDir(), id)
		if err := Write(one, want); err != nil {
			t.Fatal(err)
		}
		got, problems := Read(os.DirFS(one), id)
		if err := problems.Err(); err != nil || !reflect.DeepEqual(unplaced(got), unplaced(want)) {
			t.Errorf("%s comes back changed: %v", id, err)
		}
		if err := Write(two, got); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{"dataset.yaml", "documents.csv", "entities.csv", "claims.csv"} {
			a, err := os.ReadFile(filepath.Join(one, file))
			b, _ := os.ReadFile(filepath.Join(two, file))
			if err != nil || string(a) != string(b) {
				t.Errorf("%s: %s is not the same when written again (%v)", id, file, err)
			}
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	d := &graph.Dataset{ID: "x", Entities: []graph.Entity{{ID: "a", Name: "A", Aliases: []string{"either|or"}}}}
	if err := Write(t.TempDir(), d); err == nil || !strings.Contains(err.Error(), "either|or") {
		t.Error(err)
	}
}

func TestCreate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, stale := range []string{"dataset.yaml", "coverage.csv", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, stale), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	about := &graph.Dataset{ID: "x", Title: "X"}
	w, err := Create(dir, about)
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := Open(os.DirFS(dir), "new"); !strings.Contains(problems.Err().Error(), "dataset.yaml: is missing") {
		t.Errorf("what is half written is taken for a dataset: %v", problems.Err())
	}
	doc := graph.Document{ID: "d", Title: `A "title", quoted`, Published: "2025-12", Authors: []string{"Ann", "Bob, Jr"}, Paragraphs: 12, Passed: []graph.Passed{{Locator: "¶2", Reason: "a\nheading"}}}
	stub := graph.Entity{ID: "ods:W1", Name: "W1", Kinds: []string{"Organisation"}, Stub: true}
	body := graph.Entity{ID: "b", Name: " spaced", Kinds: []string{"Provider", "Commissioner"}, Aliases: []string{`\.`, "B"}, Note: "two\nlines",
		Codes: []graph.Code{{Scheme: "ods", Value: "B1"}, {Scheme: "ods", Value: "B2", Span: graph.Span{Start: "2013-04-01"}}}, Span: graph.Span{End: "2022-07"}}
	claim := graph.Claim{ID: "c", From: "b", Relation: "COMMISSIONS", To: "ods:W1", Status: graph.Stated, Document: "d", Count: 3, Locator: "¶1"}
	for _, err := range []error{w.Document(&doc), w.Entity(&stub), w.Entity(&body), w.Claim(&claim)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	about.Release = "d"
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	body.Name = "spaced" // white space around a field is not kept
	want := &graph.Dataset{ID: "x", Title: "X", Release: "d", Documents: []graph.Document{doc}, Entities: []graph.Entity{stub, body}, Claims: []graph.Claim{claim}}
	got, problems := Read(os.DirFS(dir), "new")
	if diff := cmp.Diff(want, unplaced(got), cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(graph.Vocabulary{})); diff != "" || len(problems) > 0 {
		t.Errorf("%v (-want +got):\n%s", problems.Err(), diff)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "notes.txt")); string(text) != "old" {
		t.Error("a file of another name is gone")
	}
}

func TestCreateRefusesBars(t *testing.T) {
	for what, e := range map[string]graph.Entity{
		"an alias": {ID: "a", Aliases: []string{"x", "either|or"}}, "a code": {ID: "a", Codes: []graph.Code{{Scheme: "ods", Value: "either|or"}}},
	} {
		dir := t.TempDir()
		w, err := Create(dir, &graph.Dataset{ID: "x", Title: "X"})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Entity(&e); err == nil || !strings.Contains(err.Error(), "either|or") {
			t.Errorf("%s: %v", what, err)
		}
		if err := w.Close(); err == nil {
			t.Errorf("%s: the dataset is finished all the same", what)
		}
		if _, err := os.Stat(filepath.Join(dir, "dataset.yaml")); err == nil {
			t.Errorf("%s: dataset.yaml is there", what)
		}
	}
}

// TestCellsAsEncodingCSV compares the bytes of cells with those of encoding/csv.
func TestCellsAsEncodingCSV(t *testing.T) {
	for _, text := range []string{"plain", "", "a,b", `a"b`, " a", "a ", "\ta", "\u00a0a", "\u2003a", "é", `\.`, `\.a`, "a\nb", "a\rb", "¶10", "\xff", `"`} {
		var want strings.Builder
		w := csv.NewWriter(&want)
		_ = w.Write([]string{"x", text, "y"}) // to memory
		w.Flush()
		both := table{keep: []bool{true, true, true, true}, used: make([]bool, 4)}
		cell(&both, "x")
		cell(&both, []byte(text))
		cell(&both, "y")
		if got := string(both.buffer) + "\n"; got != want.String() {
			t.Errorf("%q is written as %q, by the standard library as %q", text, got, want.String())
		}
	}
}

// unplaced drops what differs by where a dataset lies.
func unplaced(d *graph.Dataset) *graph.Dataset {
	for i := range d.Documents {
		d.Documents[i].Place = graph.Place{}
	}
	for i := range d.Entities {
		d.Entities[i].Place = graph.Place{}
	}
	for i := range d.Claims {
		d.Claims[i].Place = graph.Place{}
	}
	return d
}
