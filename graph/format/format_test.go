package format

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"mapper/graph"
)

var (
	trust = graph.Ref{ID: "ods:RRV", Name: "A trust"}
	board = graph.Ref{ID: "a/b+c", Name: "A board"}
)

func TestCSV(t *testing.T) {
	table := graph.Table{
		Columns: []graph.Column{{Name: "who", Type: "entities"}, {Name: "why", Type: "claims"}, {Name: "what", Type: "value"}},
		Rows: [][]any{
			{[]graph.Ref{trust, board}, []graph.ClaimRef{{ID: "d:1"}, {ID: "d:2"}}, []any{"-1.5", int64(2)}},
			{nil, nil, "-1.5"}, {nil, nil, "@x"}, {nil, nil, -1.5}, {nil, nil, "a,\"b\""},
		},
	}
	var out bytes.Buffer
	if err := Write(&out, "csv", table); err != nil {
		t.Fatal(err)
	}
	want := "who,who_id,why,what\nA trust|A board,ods:RRV|a/b+c,d:1|d:2,'-1.5|2\n,,,-1.5\n,,,'@x\n,,,-1.5\n,,,\"a,\"\"b\"\"\"\n"
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
}

// TestEveryFormat writes one table in each format and reads it back.
func TestEveryFormat(t *testing.T) {
	table := graph.Table{Columns: []graph.Column{{Name: "who", Type: "entity"}, {Name: "n", Type: "integer"}},
		Rows: [][]any{{trust, int64(2)}, {nil, nil}}, Shown: graph.Shown{Shown: 2, Total: 2}}
	out := map[string]string{}
	for _, name := range Names(Tables()) {
		var b bytes.Buffer
		if err := Write(&b, name, table); err != nil {
			t.Fatal(err)
		}
		out[name] = b.String()
	}
	rows, err := csv.NewReader(strings.NewReader(out["csv"])).ReadAll()
	if err != nil || len(rows) != 3 || strings.Join(rows[1], ";") != "A trust;ods:RRV;2" {
		t.Errorf("csv: %v, %v", rows, err)
	}
	var back graph.Table
	if err := json.Unmarshal([]byte(out["json"]), &back); err != nil || len(back.Rows) != 2 {
		t.Errorf("json: %v, %v", back, err)
	}
	for _, line := range strings.Split(strings.TrimSpace(out["ndjson"]), "\n") {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil || len(row) != 2 {
			t.Errorf("ndjson: %s: %v", line, err)
		}
	}
	if lines := strings.Split(out["table"], "\n"); !strings.HasPrefix(lines[2], "A trust  2") {
		t.Errorf("table:\n%s", out["table"])
	}
	if err := Write(&bytes.Buffer{}, "xml", table); graph.KindOf(err) != graph.Invalid {
		t.Errorf("xml: %v", err)
	}
}
