package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/cypher"
)

const persons = "// title: People called so\n// question: Who is called so?\n// param: word text\n// param: limit integer?\n" +
	"MATCH (p:Person) WHERE p.name CONTAINS $word RETURN p AS person, p.name AS name ORDER BY name LIMIT coalesce($limit, 2)\n"

// asking sends the app a request as somebody who sits at the machine.
func asking(t *testing.T, handler http.Handler, method, path, body string) string {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host, r.RemoteAddr = "localhost", "127.0.0.1:5000"
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
	}
	return w.Body.String()
}

// sameJSON compares what a command wrote with what the API answers.
func sameJSON(t *testing.T, what, here, there string) {
	t.Helper()
	var ours, theirs any
	if err := json.Unmarshal([]byte(here), &ours); err != nil {
		t.Errorf("%s: %v in %s", what, err, here)
	}
	if err := json.Unmarshal([]byte(there), &theirs); err != nil {
		t.Errorf("%s: %v in %s", what, err, there)
	}
	if diff := cmp.Diff(theirs, ours); diff != "" {
		t.Errorf("%s (-there +here):\n%s", what, diff)
	}
}

// TestSavedQueriesAreThoseOfTheApp saves queries here and there, in one folder.
func TestSavedQueriesAreThoseOfTheApp(t *testing.T) {
	dir, more := filepath.Join(t.TempDir(), "queries"), t.TempDir()
	t.Setenv("MAPPER_QUERIES", dir)
	handler := appWith(t, cypher.NewFolder(dir))
	same := func(line, route string) {
		t.Helper()
		sameJSON(t, line, mapper(t, strings.Fields(line)...).out, asking(t, handler, "GET", route, ""))
	}
	file := filepath.Join(more, "people.cypher")
	if err := os.WriteFile(file, []byte(persons), 0o600); err != nil {
		t.Fatal(err)
	}
	same("queries -f json", "/api/queries")
	mapper(t, "queries", "save", "people", file).want(t, 0, dir+": saved people")
	mapper(t, "queries", "save", "seven", "--title", "Seven").want(t, 0) // of standard input
	asking(t, handler, "PUT", "/api/queries/there", `{"text": "// title: There\nRETURN 1 AS one"}`)
	if err := os.WriteFile(filepath.Join(dir, "spoilt.cypher"), []byte("RETURN 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	same("queries list -f json", "/api/queries")
	same("queries show there -f json", "/api/queries/there")
	mapper(t, "queries").want(t, 0, "People called so", "Seven", "There", "spoilt.cypher:1: title: is missing")
	if o := mapper(t, "queries", "show", "people"); o.out != persons {
		t.Errorf("shows %q", o.out)
	}
	if o := mapper(t, "queries", "show", "seven"); o.out != "// title: Seven\nRETURN 7 AS seven\n" {
		t.Errorf("saved %q", o.out)
	}
	if err := os.Remove(filepath.Join(dir, "spoilt.cypher")); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(more, "queries.zip")
	mapper(t, "queries", "export", "-o", archive).want(t, 0)
	if text, err := os.ReadFile(archive); err != nil || string(text) != asking(t, handler, "GET", "/api/queries.zip", "") {
		t.Errorf("the archive is not that of the app: %v", err)
	}
	mapper(t, "queries", "import", archive, "--queries", filepath.Join(more, "copy")).want(t, 0, "saved people, seven, there")
	sameJSON(t, "imported", mapper(t, "queries", "--queries", filepath.Join(more, "copy"), "-f", "json").out, asking(t, handler, "GET", "/api/queries", ""))
	mapper(t, "queries", "delete", "there").want(t, 0)
	same("queries -f json", "/api/queries")
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 2 {
		t.Errorf("%v are left", left)
	}
}

// TestSavedQueriesRefuse says what is wrong, and leaves the folder as it was.
func TestSavedQueriesRefuse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "queries")
	t.Setenv("MAPPER_QUERIES", dir)
	t.Setenv("NEO4J_URI", "bolt://127.0.0.1:1")
	for line, want := range map[string]string{
		"queries show nobody":                        `no saved query "nobody"`,
		"queries delete nobody":                      `no saved query "nobody"`,
		"queries show Nobody":                        "is no name for a query",
		"queries save seven":                         "seven.cypher:1: title: is missing",
		"queries save ../seven --title Seven":        "lower-case words joined by -",
		"queries save seven none.cypher":             "none.cypher",
		"queries import":                             "This is no zip archive",
		"queries import none.zip":                    "none.zip",
		"query --saved nobody":                       `no saved query "nobody"`,
		"query -- --saved nobody":                    "nobody",
		"query - --saved nobody":                     "give one of them",
		"draft Mine -":                               "is no name for a view",
		"draft lineage -":                            `There is a view "lineage" already`,
		"draft mine":                                 "there is no statement",
		"draft mine --saved nobody":                  `no saved query "nobody"`,
		"draft mine - --title Seven -f csv":          "cypher",
		"draft mine - --title Seven --views nowhere": "nowhere",
	} {
		if o := mapper(t, strings.Fields(line)...); o.code != 2 || o.out != "" || !strings.Contains(o.err, want) {
			t.Errorf("%s: exit code %d, %q does not say %q", line, o.code, o.err, want)
		}
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("something was saved")
	}
}

// TestSavedQueryRuns runs one by its name, with its parameters.
func TestSavedQueryRuns(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	t.Setenv("MAPPER_QUERIES", t.TempDir())
	if err := cypher.NewFolder(os.Getenv("MAPPER_QUERIES")).Put(map[string]string{"people": persons}); err != nil {
		t.Fatal(err)
	}
	mapper(t, onServer(t, "query", "--saved", "people", "-p", "word=Hopson", "-f", "csv")...).want(t, 0, "person,person_id,name\n", "Chris Hopson,chris-hopson,Chris Hopson\n")
	mapper(t, onServer(t, "query", "--saved", "people", "-p", "word=o", "-p", "limit=many")...).want(t, 2, "parameter limit")
	mapper(t, onServer(t, "query", "--saved", "people")...).want(t, 2, "parameter word is missing")
	mapper(t, onServer(t, "query", "--saved", "people", "-p", "word=Hopson", "-f", "graphml")...).want(t, 0, `<node id="chris-hopson">`)
}

// TestDraftIsThatOfTheApp has view files made here and there.
func TestDraftIsThatOfTheApp(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	handler, dir := app(t), t.TempDir()
	for _, tt := range []struct {
		line []string
		body map[string]any
	}{
		{[]string{"RETURN 'x' AS a, 1 AS b, 2.5 AS c, null AS d", "--title", "Values", "--question", "Which?"},
			map[string]any{"title": "Values", "question": "Which?", "statement": "RETURN 'x' AS a, 1 AS b, 2.5 AS c, null AS d"}},
		{[]string{"MATCH (e:Entity {id: $id})-[r]->(o) RETURN o AS other, r.status AS status", "--title", "T", "-p", "id=tda"},
			map[string]any{"title": "T", "statement": "MATCH (e:Entity {id: $id})-[r]->(o) RETURN o AS other, r.status AS status", "parameters": map[string]any{"id": "tda"}}},
		{[]string{persons, "-p", "word=o", "-p", "limit=3"},
			map[string]any{"statement": persons, "parameters": map[string]any{"word": "o", "limit": "3"}}},
	} {
		tt.body["name"] = "mine"
		body, _ := json.Marshal(tt.body)
		there := asking(t, handler, "POST", "/api/cypher/view", string(body))
		args := onServer(t, append([]string{"draft", "mine"}, tt.line...)...)
		sameJSON(t, tt.line[0], mapper(t, append(args, "-f", "json")...).out, there)
		var made struct{ File string }
		if err := json.Unmarshal([]byte(there), &made); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "mine.cypher")
		mapper(t, append(args, "-o", path)...).want(t, 0)
		if text, err := os.ReadFile(path); err != nil || string(text) != made.File || made.File == "" {
			t.Errorf("%s: %v\n%s\nis not\n%s", tt.line[0], err, text, made.File)
		}
	}
	mapper(t, onServer(t, "view", "mine", "--views", dir, "-p", "word=Hopson", "-f", "csv")...).want(t, 0, "Chris Hopson,chris-hopson,Chris Hopson")
	mapper(t, onServer(t, "draft", "mine", "RETURN 1", "--title", "One")...).want(t, 2, "write AS")
	mapper(t, onServer(t, "draft", "mine", "CREATE (n) RETURN n AS n", "--title", "N")...).want(t, 2, "only reading")
	mapper(t, onServer(t, "draft", "mine", "RETURN 1 AS one")...).want(t, 2, "title: is missing")
}
