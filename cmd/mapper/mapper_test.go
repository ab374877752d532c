package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph/graphtest"
)

func TestMain(m *testing.M) { graphtest.Main(m) }

// outcome is what one command line did.
type outcome struct {
	code     int
	out, err string
}

// mapper runs a command line in this process.
func mapper(t *testing.T, args ...string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), args, streams{strings.NewReader("RETURN 7 AS seven"), &out, &errs})
	return outcome{code, out.String(), errs.String()}
}

// onServer gives the flags that name the tests' Neo4j.
func onServer(t *testing.T, args ...string) []string {
	n := graphtest.Open(t)
	return append(args, "--uri", n.URI, "--username", n.Username, "--password", n.Password)
}

func (o outcome) want(t *testing.T, code int, in ...string) {
	t.Helper()
	if o.code != code {
		t.Errorf("exit code %d, want %d\n%s%s", o.code, code, o.out, o.err)
	}
	for _, text := range in {
		if !strings.Contains(o.out+o.err, text) {
			t.Errorf("does not say %q:\n%s%s", text, o.out, o.err)
		}
	}
}

func TestHelp(t *testing.T) {
	o := mapper(t, "--help")
	o.want(t, 0, "up", "load", "check", "view", "query", "doctor")
	if o.out == "" {
		t.Error("help does not go to standard output")
	}
	mapper(t, "view", "--help").want(t, 0, "Examples:", "-p as_at=")
	mapper(t).want(t, 2)
	mapper(t, "lod").want(t, 2, "lod")
	mapper(t, "view", "x", "--format", "pdf").want(t, 2, "table")
	mapper(t, "--version").want(t, 0, version)
}

func TestCheck(t *testing.T) {
	mapper(t, "check").want(t, 0, "no problem found")
	dir := t.TempDir()
	mapper(t, "check", dir).want(t, 2, filepath.Join(dir, "dataset.yaml")+": is missing")
	mapper(t, "check", filepath.Join(dir, "none")).want(t, 2, "there is no such folder", "articles")
	mapper(t, "check", "--documents", filepath.Join(dir, "none")).want(t, 2, "there is no such folder")
}

// TestCheckDocuments verifies the sample's phrases in the articles themselves,
// which are not part of the project.
func TestCheckDocuments(t *testing.T) {
	texts := os.Getenv("MAPPER_DOCUMENTS")
	if texts == "" {
		t.Skip("MAPPER_DOCUMENTS does not name a folder with the articles' texts")
	}
	mapper(t, "check", "articles", "--documents", texts).want(t, 0, "no problem found")
	mapper(t, "check", "--documents", texts).want(t, 0, "reference: 18 documents name no text file; their phrases are not verified")
	moved := brokenCopy(t, "claims.csv", "¶1,", "¶2,")
	mapper(t, "check", moved, "--documents", texts).want(t, 2, "does not stand in ¶2")
}

// brokenCopy copies the sample with one text of one file replaced.
func brokenCopy(t *testing.T, file, old, new string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/nhs/articles")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, file)
	text, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(text, []byte(old)) {
		t.Fatalf("%s has no %q (%v)", file, old, err)
	}
	if err := os.WriteFile(path, bytes.Replace(text, []byte(old), []byte(new), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestLoadViewQuery goes the analyst's way through the commands.
func TestLoadViewQuery(t *testing.T) {
	mapper(t, onServer(t, "load", "--drop", "articles", "reference")...).want(t, 0)
	mapper(t, onServer(t, "load", "--dry-run")...).want(t, 0, "articles: would change", "276 added")
	mapper(t, onServer(t, "load")...).want(t, 0, "articles: loaded", "276 added", "reference: loaded")
	mapper(t, onServer(t, "load")...).want(t, 0, "articles: unchanged", "276 unchanged")

	bad := brokenCopy(t, "claims.csv", "HOLDS_POST_AT", "HOLDS_POSTAT")
	mapper(t, onServer(t, "load", bad)...).want(t, 2, "claims.csv:2: relation:", "did you mean HOLDS_POST_AT?", "nothing was written")
	mapper(t, onServer(t, "load", "--json")...).want(t, 0, `"unchanged":276`)

	o := mapper(t, onServer(t, "view", "collaboratives-per-tertiary-centre")...)
	o.want(t, 0, "sits in 6 provider collaboratives, planned or expected")
	if !strings.HasPrefix(o.out, "centre ") {
		t.Errorf("rows are not on standard output alone: %q", o.out)
	}
	mapper(t, onServer(t, "view", "people-and-posts", "-f", "csv")...).want(t, 0, "Bob Alexander,bob-alexander,finance director", "Chris Hopson", "Louise Patten")
	mapper(t, onServer(t, "view", "who-regulates-whom", "-p", "as_at=2021")...).want(t, 2, "YYYY-MM-DD")
	mapper(t, onServer(t, "view", "who-regulates-whom", "-p", "day=x")...).want(t, 2, "it takes as_at")
	mapper(t, onServer(t, "view", "who")...).want(t, 2, "there are:", "who-regulates-whom")
	mapper(t, "views").want(t, 0, "who-collaborates-with-whom", "[as_at=DATE]")

	var rows struct{ Rows [][]any }
	o = mapper(t, onServer(t, "query", "MATCH (e:Entity {id: $id}) RETURN e.name, $n", "-p", "id=tda", "-p", "n=3", "-f", "json")...)
	if err := json.Unmarshal([]byte(o.out), &rows); err != nil || rows.Rows[0][0] != "NHS Trust Development Authority" || rows.Rows[0][1] != 3.0 {
		t.Errorf("%v: %s", err, o.out)
	}
	mapper(t, onServer(t, "query", "-")...).want(t, 0, "seven")
	mapper(t, onServer(t, "query", "CREATE (n)")...).want(t, 2, "only reading the graph is allowed")
	mapper(t, onServer(t, "query", "MATCH (n")...).want(t, 2, "Invalid input")
	mapper(t, onServer(t, "rules")...).want(t, 0, "kept")
	mapper(t, onServer(t, "doctor")...).want(t, 0, "answers")
}

// TestRuleBroken points a rule at something that is in the graph.
func TestRuleBroken(t *testing.T) {
	dir := t.TempDir()
	rule := "// title: No person\n// column: person entity\n// answer: {rows|person|people} found.\n\nMATCH (person:Person) RETURN person\n"
	if err := os.WriteFile(filepath.Join(dir, "no-person.cypher"), []byte(rule), 0o600); err != nil {
		t.Fatal(err)
	}
	mapper(t, onServer(t, "load")...).want(t, 0)
	mapper(t, onServer(t, "rules", "--rules", dir, "no-person")...).want(t, 3, "Bob Alexander")
	warning := strings.Replace(rule, "// column", "// severity: warning\n// column", 1)
	if err := os.WriteFile(filepath.Join(dir, "no-people.cypher"), []byte(warning), 0o600); err != nil {
		t.Fatal(err)
	}
	mapper(t, onServer(t, "rules", "--rules", dir, "no-people")...).want(t, 0, "warning  no-people")
	mapper(t, onServer(t, "rules", "--rules", dir, "no-people", "--fail-on", "warning")...).want(t, 3, "BROKEN   no-people")
	mapper(t, onServer(t, "rules", "--rules", dir, "no-person")...).want(t, 3, "BROKEN   no-person", "Bob Alexander")
}

// TestServersThatDoNotServe says one clear thing each.
func TestServersThatDoNotServe(t *testing.T) {
	n := graphtest.Open(t)
	if n.Password != "" {
		mapper(t, "load", "--uri", n.URI, "--username", n.Username, "--password", "wrong").want(t, 1, "refuses the user name or password", "NEO4J_PASSWORD")
	}
	mapper(t, "load", "--uri", "bolt://127.0.0.1:1").want(t, 1, "cannot be reached")
	mapper(t, "load", "--uri", "http://127.0.0.1").want(t, 2, "is no Neo4j address")
	mapper(t, "serve", "--listen", "0.0.0.0:0").want(t, 2, "--auth", "--insecure")
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	mapper(t, "up", "--listen", taken.Addr().String()).want(t, 1, "is another program", "--listen")
	mapper(t, "health", "http://"+taken.Addr().String()).want(t, 1, "does not answer")
}
