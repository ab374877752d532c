package store_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/format"
	"mapper/graph/store"
)

// hostile is the sample with what is hard to write: texts that spreadsheets run, that
// end a string of Cypher, that XML cannot carry.
func hostile(t *testing.T) *graph.Dataset {
	t.Helper()
	d := sample(t)
	for i, name := range []string{`=HYPERLINK("http://x","y")`, `\u0027}) DETACH DELETE n //`, `\' + \\u0027 "` + "`", "A <board> & “more” – 𝄞\nline\ttab", "-1+2"} {
		d.Entities = append(d.Entities, graph.Entity{ID: "hard/" + strconv.Itoa(i) + "'\\u0027", Name: name, Kinds: []string{"Publisher"}, Note: name,
			Span: graph.Span{Start: "2004-07", End: "2022"}, Codes: []graph.Code{{Scheme: "x", Value: "a'b"}}})
	}
	first := d.Claims[0]
	first.ID, first.From, first.To, first.Relation = "hard", d.Entities[len(d.Entities)-1].ID, d.Entities[len(d.Entities)-2].ID, "POSSIBLY_SAME_AS"
	first.Span, first.Note = graph.Span{Start: "2016-04", End: "2016-04"}, "\\u0022\\"
	first.Role, first.Speaker = "", ""
	d.Claims = append(d.Claims, first)
	second := first
	second.ID, second.From = "hard2", d.Entities[len(d.Entities)-5].ID
	d.Claims = append(d.Claims, second)
	return d
}

func exported(t *testing.T, s *store.Store, name string, q graph.ExportQuery) []byte {
	t.Helper()
	flow, err := s.Export(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	f, err := format.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := f.Graph(&text, flow); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return text.Bytes()
}

// TestOthersReadExports has pandas, pyarrow, openpyxl, networkx and followthemoney read
// the whole graph in every format.
func TestOthersReadExports(t *testing.T) {
	python := os.Getenv("MAPPER_TEST_PYTHON")
	if python == "" {
		python = "python3"
	}
	if err := exec.Command(python, "-c", "import pandas, pyarrow, openpyxl, networkx, followthemoney, lxml, jsonschema").Run(); err != nil {
		if os.Getenv("MAPPER_TEST_READERS") == "must" {
			t.Fatal("no Python with the readers: .ci/readers makes one")
		}
		t.Skip("no Python with the readers: .ci/readers makes one")
	}
	s := open(t)
	load(t, s, hostile(t))
	dir := t.TempDir()
	for _, f := range format.Graphs() {
		if err := os.WriteFile(filepath.Join(dir, "graph."+f.Name), exported(t, s, f.Name, graph.ExportQuery{}), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	counts := []string{"testdata/read_exports.py", dir}
	for _, statement := range []string{"MATCH (:Entity)-[r]->(:Entity) RETURN count(r)", "MATCH (e:Entity) RETURN count(e)", "MATCH (d:Document) RETURN count(d)"} {
		counts = append(counts, strconv.FormatInt(count(t, statement), 10))
	}
	out, err := exec.Command(python, counts...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
	out, err = exec.Command(python, "../../testdata/schemas/check.py", filepath.Join(dir, "graph.gexf"), filepath.Join(dir, "graph.jsongraph")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// TestCypherScript makes the graph again from its script, in an empty Neo4j.
func TestCypherScript(t *testing.T) {
	s := open(t)
	load(t, s, hostile(t))
	before := checksum(t)
	script := string(exported(t, s, "cypher", graph.ExportQuery{}))
	raw(t, "MATCH (n) DETACH DELETE n", nil)
	for statement := range strings.SplitSeq(script, ";\n") {
		if strings.TrimSpace(statement) != "" {
			raw(t, statement, nil)
		}
	}
	if after := checksum(t); after != before {
		t.Errorf("before %v, after %v", before, after)
	}
	raw(t, "MATCH (n) DETACH DELETE n", nil)
	s.Prepare(t.Context())
}

// TestExportOfAPart takes what a view names, and what stands around an entity, on a day.
func TestExportOfAPart(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	views := cypher.All()["views"]
	for _, view := range views {
		if view.Name != "who-collaborates-with-whom" {
			continue
		}
		q, err := s.Named(t.Context(), view, nil)
		if err != nil || len(q.Entities) == 0 || len(q.Claims) == 0 {
			t.Fatalf("%+v, %v", q, err)
		}
		lines := strings.Count(string(exported(t, s, "ndjson", q)), `{"type":"claim"`)
		if lines != len(q.Claims) {
			t.Errorf("%d claims written, %d named", lines, len(q.Claims))
		}
	}
	ids, err := s.Within(t.Context(), "tda", 1, graph.Day{})
	want := count(t, "MATCH (:Entity {id: 'tda'})-[]-(o:Entity) RETURN count(DISTINCT o) + 1")
	if err != nil || int64(len(ids)) != want {
		t.Errorf("%d within a step, want %d (%v)", len(ids), want, err)
	}
	if _, err := s.Within(t.Context(), "nobody", 1, graph.Day{}); graph.KindOf(err) != graph.NotFound {
		t.Errorf("nobody: %v", err)
	}
}

// TestRowsNeedNoMemory reads a million rows of a view into files, which takes hardly more
// memory than ten thousand.
func TestRowsNeedNoMemory(t *testing.T) {
	s := open(t)
	view := &cypher.Statement{Name: "many", File: "many.cypher", Text: "UNWIND range(1, toInteger($n)) AS i RETURN i AS n, 'a text of row ' + i AS words",
		Params: []cypher.Param{{Name: "n", Type: "text"}}, Columns: []graph.Column{{Name: "n", Type: "integer"}, {Name: "words", Type: "text"}}}
	for _, name := range []string{"csv", "parquet"} {
		f, err := format.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		peak := func(rows int) uint64 {
			runtime.GC()
			var most uint64
			n := 0
			err := f.Rows(discard{}, view.Columns, func(use func([]any) error) error {
				return s.EachRow(t.Context(), view, map[string]string{"n": strconv.Itoa(rows)}, func(cells []any) error {
					if n++; n%5000 == 0 {
						var m runtime.MemStats
						runtime.ReadMemStats(&m)
						most = max(most, m.HeapInuse)
					}
					return use(cells)
				})
			})
			if err != nil || n != rows {
				t.Fatalf("%d rows, %v", n, err)
			}
			return most
		}
		few, many := peak(10_000), peak(1_000_000)
		t.Logf("%s: %d MB at the most for ten thousand rows, %d MB for a million", name, few>>20, many>>20)
		if many > few+32<<20 {
			t.Errorf("%s: a million rows take %d MB, ten thousand %d MB", name, many>>20, few>>20)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
