package format

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph"
)

// taken is a map with what is hard to write: signs of XML, a formula, a control
// character, parallel edges, an edge to itself, dates of each precision, a body alone.
func taken() *graph.Taken {
	node := func(id, name, kind string, span graph.Span) graph.Node {
		return graph.Node{Ref: graph.Ref{ID: id, Name: name, Kinds: []string{kind}}, Span: span, Degree: 2}
	}
	edge := func(id, from, relation, to string, span graph.Span) graph.Edge {
		return graph.Edge{ID: id, From: from, To: to, Relation: relation, Claims: 2, Status: graph.Planned, Span: span}
	}
	m := &graph.Taken{Words: graph.Standard(), Documents: []graph.Cited{{Document: graph.Document{ID: "doc", Title: "-A <title> & more"}, Claims: 3}},
		Behind: map[string][]string{"d:1": {"doc"}, "d:2": {"doc", "other"}}}
	m.Nodes = []graph.Node{
		node("ods:RRV", `=HYPERLINK("http://x")`, "AcuteTrust", graph.Span{Start: "2004-07", End: "2022"}),
		node("a/b+c", "A \x01board <&> \"it\"", "Commissioner", graph.Span{Start: "2013-04-01", End: "2013-04-01"}),
		node("alone", "Alone", "Person", graph.Span{}),
	}
	m.Nodes[2].Change = graph.Went
	m.Edges = []graph.Edge{
		edge("d:1", "a/b+c", "COMMISSIONS", "ods:RRV", graph.Span{Start: "2013", End: "2015-06-30"}),
		edge("d:2", "a/b+c", "COLLABORATES_WITH", "ods:RRV", graph.Span{}),
		edge("d:3", "ods:RRV", "PART_OF", "ods:RRV", graph.Span{}),
	}
	return m
}

func wrote(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	f, err := Find(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Graph(&b, taken().Flow()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMapCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(wrote(t, "csv"))).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	at := func(row int, column string) string {
		for i, name := range rows[0] {
			if name == column {
				return rows[row][i]
			}
		}
		t.Fatalf("no column %s", column)
		return ""
	}
	if at(1, "to") != `'=HYPERLINK("http://x")` || at(1, "documents") != "'-A <title> & more" || at(1, "relation") != "Commissions" || at(1, "claims") != "2" || at(1, "end") != "2015-06-30" {
		t.Errorf("first row %q", rows[1])
	}
	if at(2, "documents_id") != "doc|other" || at(4, "from") != "Alone" || at(4, "to") != "" || at(4, "change") != "went" || at(4, "edge_id") != "" {
		t.Errorf("rows %q", rows[2:])
	}
}

func TestMapJSON(t *testing.T) {
	var back struct {
		Nodes, Edges []map[string]any
		Vocabulary   struct{ Kinds, Relations []graph.Kind }
	}
	if err := json.Unmarshal([]byte(wrote(t, "json")), &back); err != nil {
		t.Fatal(err)
	}
	if len(back.Nodes) != 3 || len(back.Edges) != 3 || len(back.Vocabulary.Relations) != 3 || len(back.Edges[1]["documents"].([]any)) != 2 {
		t.Errorf("%+v", back)
	}
}

func TestGEXFDates(t *testing.T) {
	var back struct {
		Version string `xml:"version,attr"`
		Graph   struct {
			Mode  string     `xml:"mode,attr"`
			Times string     `xml:"timeformat,attr"`
			Nodes []gexfNode `xml:"nodes>node"`
			Edges []gexfEdge `xml:"edges>edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(wrote(t, "gexf")), &back); err != nil {
		t.Fatal(err)
	}
	n, e := back.Graph.Nodes, back.Graph.Edges
	if back.Version != "1.3" || back.Graph.Mode != "dynamic" || back.Graph.Times != "date" {
		t.Errorf("%+v", back)
	}
	// the last day counts: what is over on a day stood until the one before
	if n[0].Start != "2004-07-01" || n[0].End != "2022-12-31" || n[1].Start != "2013-04-01" || n[1].End != "2013-04-01" || e[0].Start != "2013-01-01" || e[0].End != "2015-06-29" || e[1].Start+e[1].End != "" {
		t.Errorf("nodes %+v, edges %+v", n, e)
	}
}

// TestOthersReadIt has networkx read both formats of graphs back.
func TestOthersReadIt(t *testing.T) {
	python := reader(t)
	dir := t.TempDir()
	for name, format := range map[string]string{"m.graphml": "graphml", "m.gexf": "gexf", "m.json": "json"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(wrote(t, format)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(python, "testdata/read_maps.py", dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// TestSchemas holds both formats that have published schemas to them.
func TestSchemas(t *testing.T) {
	python := reader(t)
	dir := t.TempDir()
	for _, name := range []string{"gexf", "jsongraph"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(wrote(t, name)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(python, "../../testdata/schemas/check.py", filepath.Join(dir, "gexf"), filepath.Join(dir, "jsongraph")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func reader(t *testing.T) string {
	t.Helper()
	python, err := os.Getenv("MAPPER_TEST_PYTHON"), error(nil)
	if python == "" {
		python, err = exec.LookPath("python3")
	}
	if err == nil {
		err = exec.Command(python, "-c", "import networkx, lxml, jsonschema").Run()
	}
	if err != nil {
		if err = errors.Join(errors.New("there is no Python with networkx, lxml and jsonschema: .ci/readers makes one"), err); os.Getenv("MAPPER_TEST_READERS") == "must" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return python
}
