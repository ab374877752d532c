//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph/graphtest"
)

// program runs the compiled mapper against the tests' Neo4j, in a shell when the line
// has a pipe.
func program(t *testing.T, input, line string) outcome {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	n := graphtest.Open(t)
	shell := exec.Command("bash", "-c", "set -o pipefail\n"+line)
	shell.Env = append(os.Environ(), "PATH="+filepath.Dir(path)+":"+os.Getenv("PATH"),
		"NEO4J_URI="+n.URI, "NEO4J_USERNAME="+n.Username, "NEO4J_PASSWORD="+n.Password)
	var out, errs bytes.Buffer
	shell.Stdin, shell.Stdout, shell.Stderr = strings.NewReader(input), &out, &errs
	if err := shell.Run(); err != nil && shell.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{shell.ProcessState.ExitCode(), out.String(), errs.String()}
}

// answered are command lines and the routes that answer the same.
var answered = map[string]string{
	"search tertiary": "/api/search?q=tertiary",
	"search 'trust: royal' --limit 3 --as-at 2020-01-01": "/api/search?q=trust%3A+royal&limit=3&as_at=2020-01-01",
	"search ods:RRV --kind Provider":                     "/api/search?q=ods%3ARRV&kind=Provider",
	"search nobody-is-called-so":                         "/api/search?q=nobody-is-called-so",
	"entity tda":                                         "/api/entities/tda",
	"entity ods:X24 --as-at 2021-04-25":                  "/api/entities/ods:X24?as_at=2021-04-25",
	"edge articles:C137":                                 "/api/edges/articles:C137",
	"paths tda bob-alexander ods:X24":                    "/api/paths?via=tda&via=bob-alexander&via=ods:X24",
	"paths tda monitor --max 1 --relation PART_OF":       "/api/paths?from=tda&to=monitor&max=1&relation=PART_OF",
	"shared ods:X24 monitor tda --limit 2":               "/api/shared?id=ods:X24&id=monitor&id=tda&limit=2",
	"around tda --steps 1 --as-at 2017-01-01 --limit 5":  "/api/around?id=tda&steps=1&as_at=2017-01-01&limit=5",
	"map --limit 20 --as-at 2021-04-25":                  "/api/map?limit=20&as_at=2021-04-25",
	"map --show tda --show monitor --was 2016-01-01 --as-at 2022-12-31 --status stated": "/api/map?show=tda&show=monitor&was=2016-01-01&as_at=2022-12-31&status=stated",
	"events --show tda --show monitor --show nhs-improvement":                           "/api/events?show=tda&show=monitor&show=nhs-improvement",
	"evidence --show tda --show monitor --skip 1 --limit 2":                             "/api/evidence?show=tda&show=monitor&skip=1&limit=2",
	"documents":                        "/api/documents",
	"document nhs-voices-five-factors": "/api/documents/nhs-voices-five-factors",
	"datasets":                         "/api/datasets",
	"vocabulary":                       "/api/vocabulary",
	"schema":                           "/api/schema",
	"around tda --relation HOLDS_POST_AT --steps 2": "/api/around?id=tda&steps=2&relation=HOLDS_POST_AT",
	"search trust --skip 3 --limit 2":               "/api/search?q=trust&skip=3&limit=2",
	"neighbours tda":                                "/api/entities/tda/neighbours",
	"neighbours ods:X24 --direction in --kind Person --kind Provider --limit 3 --as-at 2021-04-25": "/api/entities/ods:X24/neighbours?direction=in&kind=Person&kind=Provider&limit=3&as_at=2021-04-25",
	"neighbours long-term-contracts --status denied --document hsj-integration-collaboratives":     "/api/entities/long-term-contracts/neighbours?status=denied&document=hsj-integration-collaboratives",
	"relations tda": "/api/entities/tda/relations",
	"relations ods:X24 --relation COMMISSIONS --relation PART_OF --status stated --as-at 2021-04-25": "/api/entities/ods:X24/relations?relation=COMMISSIONS&relation=PART_OF&status=stated&as_at=2021-04-25",
	"claims tda": "/api/entities/tda/claims",
	"claims ods:X24 --relation COMMISSIONS --direction out --skip 1 --limit 2": "/api/entities/ods:X24/claims?relation=COMMISSIONS&direction=out&skip=1&limit=2",
	"views": "/api/views",
	"view who-regulates-whom --skip 2 --limit 3": "/api/views/who-regulates-whom?skip=2&limit=3",
	"view lineage -p body=tda":                   "/api/views/lineage?body=tda",
	"rules":                                      "/api/rules",
}

// TestAnswersAreThoseOfTheAPI asks on the command line and over HTTP.
func TestAnswersAreThoseOfTheAPI(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	handler := app(t)
	for line, route := range answered {
		o := program(t, "", "mapper "+line+" -f json")
		if o.code != 0 {
			t.Errorf("%s: %d, %s", line, o.code, o.err)
			continue
		}
		r := httptest.NewRequest(http.MethodGet, route, nil)
		r.Host = "localhost"
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		var here, there map[string]any
		if err := json.Unmarshal([]byte(o.out), &here); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		if err := json.Unmarshal(w.Body.Bytes(), &there); err != nil || w.Code != http.StatusOK {
			t.Fatalf("%s: %d, %v", route, w.Code, err)
		}
		if diff := cmp.Diff(there, here); diff != "" {
			t.Errorf("%s is not what %s answers (-there +here):\n%s", line, route, diff)
		}
	}
}

// TestExitCodes holds the compiled program to what the documentation says of them, and
// to where it writes what.
func TestExitCodes(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	for _, tt := range []struct {
		line     string
		code     int
		out, err string // what is said there
	}{
		{"mapper search tertiary", 0, "Tertiary centre (unnamed)", ""},
		{"mapper search tertiary -f csv", 0, "Tertiary centre (unnamed),unnamed-tertiary-centre,TertiaryCentre", ""},
		{"mapper search ''", 2, "", "nothing to search for"},
		{"mapper search x --skip 901", 2, "", "between 0 and 900"},
		{"mapper search x --limit 0", 2, "", "between 1 and 100"},
		{"mapper search x --kind Trst", 2, "", `no kind "Trst"`},
		{"mapper search x --as-at yesterday", 2, "", "--as-at: \"yesterday\" is not a day"},
		{"mapper entity tda -f ndjson", 0, `"claim":"articles:C001"`, "NHS Trust Development Authority; ArmsLengthBody"},
		{"mapper entity nobody", 2, "", `no entity "nobody"`},
		{"mapper edge articles:C137", 0, "articles:C165", "NHS Clinical Commissioners collaborates with NHS Providers."},
		{"mapper claims tda -f csv", 0, "articles:C001,", ""},
		{"mapper claims nobody", 2, "", `no entity "nobody"`},
		{"mapper claims tda --relation LIKES", 2, "", `no relation "LIKES"`},
		{"mapper claims tda --skip=-1", 2, "", "--skip: -1 is below 0"},
		{"mapper neighbours tda -f csv", 0, "NHS Trust Development Authority,tda,", ""},
		{"mapper neighbours long-term-contracts -f cypher", 0, "articles:C238", ""},
		{"mapper neighbours tda --limit 2 -f csv", 0, "from,from_id,", "the best connected"},
		{"mapper neighbours tda --limit 301", 2, "", "between 1 and 300"},
		{"mapper neighbours tda --direction up", 2, "", "both"},
		{"mapper neighbours tda --kind Trst", 2, "", `no kind "Trst"`},
		{"mapper neighbours nobody", 2, "", `no entity "nobody"`},
		{"mapper relations tda -f csv", 0, "WORKS_JOINTLY_AS,out,", ""},
		{"mapper relations nobody", 2, "", `no entity "nobody"`},
		{"mapper relations tda --status maybe", 2, "", "maybe"},
		{"mapper edge articles:X", 2, "", "an edge's id is dataset:claim"},
		{"mapper paths tda bob-alexander -f csv", 0, "Bob Alexander,bob-alexander,HOLDS_POST_AT", "tda to bob-alexander: 1 path of 1 step"},
		{"mapper paths tda", 2, "", "between 2 and 5"},
		{"mapper paths tda monitor --relation LIKES", 2, "", `no relation "LIKES"`},
		{"mapper shared ods:X24 monitor tda -f csv", 0, "NHS Improvement,nhs-improvement,JointArrangement,2,Monitor|NHS Trust Development Authority,monitor|tda", ""},
		{"mapper around tda --steps 9", 2, "", "between 1 and 4"},
		{"mapper diff --from 2016-01-01 --to 2022-12-31 --entity tda", 0, "succeeded  entity  NHS Trust Development Authority", "0 entities came, 0 went"},
		{"mapper diff --from 2016-01-01 --to 2022-12-31 --relation OVERSEES -f csv", 0, "went,edge,NHS Trust Development Authority,tda,OVERSEES", ""},
		{"mapper diff --from 2016-01-01 --to 2016-01-02 --entity tda -f json", 0, `"items": []`, "0 edges came, 0 went"},
		{"mapper diff --from 2016 --to 2022-12-31", 2, "", "--from: \"2016\" is not a day"},
		{"mapper diff --from 2022-12-31 --to 2016-01-01", 2, "", "the earlier day comes first"},
		{"mapper diff --to 2022-12-31", 2, "", "--from"},
		{"mapper rules", 0, "Tertiary centre (unnamed)", "kept     every-edge-has-a-document"},
		{"mapper rules --fail-on warning", 3, "", "BROKEN   every-acute-trust-in-a-collaborative"},
		{"mapper rules -f ndjson", 0, `"rule":"every-acute-trust-in-a-collaborative"`, ""},
		{"mapper view who-regulates-whom --as-at 2021", 2, "", "parameter as_at"},
		{"mapper view lineage -p body=tda --as-at 2021-01-01", 2, "", "takes no parameter"},
		{"mapper view standing-edges --as-at 2021-04-25 -f csv", 0, "from,from_id", ""},
		{"mapper query 'RETURN $a + 1 AS n, $b AS b' -p a=2 -p b=two -f csv", 0, "n,b\n3,two", ""},
		{"mapper query 'MATCH (a:Entity {id: \"tda\"})-[r:PART_OF|WORKS_JOINTLY_AS]->(b) RETURN a, r, b' -f graphml", 0, `<node id="tda">`, ""},
		{"mapper query 'MATCH (a:Entity {id: \"tda\"}) RETURN a' -f cypher", 0, "CREATE (n", ""},
		{"mapper query 'RETURN 1 AS n' -f gexf", 2, "", "holds no entities as nodes"},
		{"mapper paths tda bob-alexander -f gexf", 0, `label="Holds a post at"`, "1 path of 1 step"},
		{"mapper shared ods:X24 monitor tda -f jsongraph", 0, `"nhs-improvement":`, ""},
		{"mapper around tda --steps 1 -f ftm", 0, `"schema"`, ""},
		{"mapper around tda --steps 1 -f cypher", 0, "]->(b) SET r", ""},
		{"mapper view who-regulates-whom -f json", 0, `"sentence":"`, "8 pairs in all"},
		{"mapper view who-regulates-whom --limit 2", 0, "regulator", "2 of 8"},
		{"mapper view who-regulates-whom --limit=-1", 2, "", "--limit: -1 is below 0"},
		{"mapper view who-regulates-whom --skip 1 -f gexf", 2, "", "leave them out"},
		{"mapper documents -f csv", 0, "nhs-voices-five-factors", ""},
		{"mapper document nobody", 2, "", `nobody`},
		{"mapper datasets", 0, "articles", ""},
		{"mapper vocabulary -f csv", 0, "relation,PART_OF,", ""},
		{"mapper schema -f csv", 0, "pattern,(:", ""},
		{"mapper events --show tda", 0, "NHS Trust Development Authority", ""},
		{"mapper events --show tda --status maybe", 2, "", "maybe"},
		{"mapper evidence --show tda --show monitor -f csv", 0, "articles:", "1 claim in 1 document"},
		{"mapper evidence --limit 2001 --skip=-1", 2, "", "--limit: 2001 is not between 1 and 2000"},
		{"mapper evidence --skip=-1", 2, "", "--skip: -1 is below 0"},
		{"mapper map --show tda --show monitor -f graphml", 0, `<node id="tda">`, ""},
		{"mapper map --limit 501", 2, "", "between 1 and 500"},
		{"mapper map --kind Trst", 2, "", `no kind "Trst"`},
		{"mapper query 'RETURN $a' -p a", 2, "", "write KEY=VALUE"},
		{"mapper query 'RETURN 1' --uri bolt://127.0.0.1:1", 1, "", "cannot be reached"},
		{"mapper query 'CREATE (n)'", 2, "", "only reading"},
		{"mapper query", 2, "", "there is no statement"},
		{"mapper query --explain 'MATCH (n:Entity) RETURN n'", 0, "ProduceResults", ""},
		{"mapper query --explain 'RETURN 1 AS one' -f csv", 2, "", "leave out --format csv"},
	} {
		o := program(t, "", tt.line)
		if o.code != tt.code || !strings.Contains(o.out, tt.out) || !strings.Contains(o.err, tt.err) || tt.code != 0 && tt.code != 3 && o.out != "" {
			t.Errorf("%s: exit code %d, want %d\n--- out\n%.400s\n--- err\n%s", tt.line, o.code, tt.code, o.out, o.err)
		}
		if quiet := program(t, "", tt.line+" -q"); tt.code == 0 && (quiet.err != "" || quiet.out != o.out) {
			t.Errorf("%s -q says %q", tt.line, quiet.err)
		}
	}
}

// TestPipes stops reading early, and reads and writes files.
func TestPipes(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	if o := program(t, "", `mapper query 'UNWIND range(1, 1000) AS n RETURN n, "'$(printf 'x%.0s' {1..2000})'" AS long' -q -f csv | head -1`); o.code != 0 || o.out != "n,long\n" || o.err != "" {
		t.Errorf("head: %d, %q, %q", o.code, o.out, o.err)
	}
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) string {
		if err := os.WriteFile(at(name), []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
		return at(name)
	}
	question := write("question.cypher", "// title: Entities by name\n// param: word text\n// param: since date?\n// column: name text\n\nMATCH (e:Entity) WHERE e.name CONTAINS $word AND ($since IS NULL OR e.start >= $since) RETURN e.name AS name ORDER BY name LIMIT 3\n")
	program(t, `{"word": "Authority"}`, "mapper query @"+question+" -p @- -f csv").want(t, 0, "name\n", "Authority")
	program(t, "", "mapper query @"+question+" -p word=Authority -p since=2012 -f csv").want(t, 2, "parameter since")
	program(t, "", "mapper query @"+question+" -p word=Authority -p since=2000-01-01 -f csv").want(t, 0, "Authority")
	program(t, "", "mapper query @"+question+" -p wrd=x").want(t, 2, `no parameter "wrd"; it takes word, since`)
	params := write("params.json", `{"ids": ["tda", "monitor"], "n": 2}`)
	program(t, "", "mapper query 'MATCH (e:Entity) WHERE e.id IN $ids RETURN count(e) * $n AS n' -f csv -p @"+params).want(t, 0, "n\n4\n")
	program(t, "", "mapper query --explain 'RETURN 1 AS one' -f json").want(t, 0, `"why": "only explained, not run"`, `"operator": "ProduceResults`)
	program(t, "[1]", "mapper query 'RETURN 1' -p @-").want(t, 2, "one JSON object")

	kept := write("answer.csv", "as it was\n")
	program(t, "", "mapper query 'RETURN 1/0 AS n' -f csv -o "+kept).want(t, 2)
	if text, _ := os.ReadFile(kept); string(text) != "as it was\n" {
		t.Errorf("a command that failed left %q", text)
	}
	program(t, "", "mapper query 'RETURN 1 AS n' -f csv -o "+kept).want(t, 0)
	if text, _ := os.ReadFile(kept); string(text) != "n\n1\n" {
		t.Errorf("wrote %q", text)
	}
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	program(t, "", "mapper query 'RETURN 1 AS n' -f csv -o "+at("none/answer.csv")).want(t, 2, "cannot be written")
	program(t, "", "mapper query 'RETURN 1 AS n' -f csv -o /dev/stdout | cat").want(t, 0, "n\n1\n")
	if left, _ := filepath.Glob(at(".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
