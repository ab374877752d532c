//go:build unix

package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"mapper/cypher"
	"mapper/graph/local"
)

// TestNeo4jTools runs cypher-shell and Neo4j Browser's pages on a Neo4j of the mapper's
// own, which takes no writes meanwhile.
func TestNeo4jTools(t *testing.T) {
	home, jars := t.TempDir(), jars(t)
	at := func(args ...string) []string { return append(args, "--home", home, "--jars", jars) }
	t.Setenv("NEO4J_URI", "")
	mapper(t, at("neo4j", "address")...).want(t, 1, "No Neo4j runs in", "mapper up")
	mapper(t, at("load", "articles")...).want(t, 0)

	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	browser := exec.Command(path, at("neo4j", "browser", "--credentials")...)
	var said bytes.Buffer
	browser.Stderr = &said
	stdout, err := browser.StdoutPipe()
	if err == nil {
		err = browser.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	defer browser.Process.Kill()
	lines := bufio.NewScanner(stdout)
	lines.Scan()
	address, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "Neo4j Browser is at "), " ")
	if !strings.Contains(address, "/?connectURL=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A") || strings.Contains(address, "password") {
		t.Fatalf("address %q\n%s", lines.Text(), said.String())
	}
	lines.Scan()
	lines.Scan()
	password := strings.TrimPrefix(lines.Text(), "password ")
	checkPages(t, address)
	t.Run("in Chromium", func(t *testing.T) { checkForm(t, address) })

	o := mapper(t, at("neo4j", "address", "--credentials")...)
	o.want(t, 0, "NEO4J_URI=bolt://127.0.0.1:", "NEO4J_USERNAME=neo4j\n", "NEO4J_PASSWORD="+password+"\n")
	if o := mapper(t, at("neo4j", "address")...); o.code != 0 || strings.Contains(o.out, password) || !strings.HasPrefix(o.out, "bolt://") {
		t.Errorf("address says %q", o.out)
	}
	mapper(t, at("load", "reference")...).want(t, 1, "takes no writes")
	shell := func(args ...string) outcome { return mapper(t, append(at("neo4j", "shell"), args...)...) }
	shell("MATCH (e:Entity) RETURN count(e) AS n").want(t, 0, "n\n128\n", "Read-only: this Neo4j refuses every write")
	shell("--access-mode", "write", "CREATE (:Scrap)").want(t, 1, "read-only")

	script := filepath.Join(home, "views.cypher")
	mapper(t, "views", "--favourites", "-o", script).want(t, 0)
	o = shell("--format", "plain", "-f", script)
	o.want(t, 0, "NHS Clinical Commissioners")
	views, err := cypher.Views()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range views { // each answers, with its own columns
		var names []string
		for _, c := range v.Columns {
			names = append(names, c.Name)
		}
		if header := strings.Join(names, ", "); !strings.Contains(o.out, header) && !answersNothing(v) {
			t.Errorf("%s: cypher-shell printed no %q", v.Name, header)
		}
	}

	browser.Process.Signal(syscall.SIGINT)
	if _, err := io.Copy(io.Discard, stdout); err != nil || browser.Wait() != nil {
		t.Errorf("it ended with %v\n%s", browser.ProcessState, said.String())
	}
	if !strings.Contains(said.String(), "Read-only: this Neo4j refuses every write") {
		t.Errorf("it says %s", said.String())
	}
}

// answersNothing says whether a view needs a parameter: without its value it has no
// rows, and cypher-shell prints no header for none.
func answersNothing(v *cypher.Statement) bool {
	return len(v.Missing(nil)) > 0 || v.Empty != ""
}

// checkPages holds the pages to what keeps them from speaking to others.
func checkPages(t *testing.T, address string) {
	t.Helper()
	base, _, _ := strings.Cut(address, "/?")
	for path, want := range map[string]int{"/": 200, "/manifest.json": 200, "/LICENSE": 200, "/nothing.js": 404, "/../META-INF/MANIFEST.MF": 404, "/assets": 500} {
		request, err := http.NewRequest(http.MethodGet, base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.URL.Opaque = "//" + request.URL.Host + path // as it stands, .. and all
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != want || err != nil {
			t.Errorf("%s: %s, %v", path, response.Status, err)
		}
		if path == "/" && (!strings.Contains(string(text), "Neo4j Browser") || !strings.Contains(response.Header.Get("Content-Security-Policy"), "connect-src 'self' ws://127.0.0.1:")) {
			t.Errorf("%s: %.200s\n%v", path, text, response.Header)
		}
	}
}

// checkForm has a browser open the pages under their policy, down to the form that asks
// for the password.
func checkForm(t *testing.T, address string) {
	t.Helper()
	chromium := os.Getenv("CHROMIUM")
	for _, name := range []string{"chromium", "google-chrome"} {
		if chromium == "" {
			chromium, _ = exec.LookPath(name)
		}
	}
	if chromium == "" {
		if os.Getenv("MAPPER_TEST_DB") != "" {
			t.Fatal("no Chromium: .ci/setup browser installs it")
		}
		t.Skip("no Chromium (MAPPER_TEST_DB=must makes this a failure)")
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	dump := exec.CommandContext(ctx, chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--user-data-dir="+t.TempDir(), "--virtual-time-budget=15000", "--dump-dom", address)
	page, err := dump.Output()
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	neo4j, err := url.Parse(u.Query().Get("connectURL"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`data-testid="boltaddress"`, `value="` + neo4j.Host + `"`, `value="neo4j"`, `type="password"`, `data-testid="connect"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the form has no %s, in a page of %d bytes", want, len(page))
		}
	}
}

// TestHints says of each case what keeps a tool from writing.
func TestHints(t *testing.T) {
	own, shared := server{Server: &local.Server{Started: true, ReadOnly: true}}, server{Server: &local.Server{}}
	for _, tt := range []struct {
		s     server
		write bool
		tool  string
		want  string
	}{
		{own, false, "shell", "refuses every write"}, {own, false, "browser", "refuses every write"}, {own, true, "shell", "takes no writes"},
		{shared, false, "shell", "after :access-mode write"}, {shared, false, "browser", "NOT read-only"}, {shared, true, "browser", "can change the graph"},
	} {
		if got := tt.s.hint(tt.write, tt.tool); !strings.Contains(got, tt.want) {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}

// TestFavourites reads back what Neo4j Browser takes.
func TestFavourites(t *testing.T) {
	file := filepath.Join(t.TempDir(), "favourites.zip")
	mapper(t, "views", "--favourites", "-o", file).want(t, 0)
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	views, err := cypher.Views()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names[f.Name] = string(text)
	}
	if len(names) != len(views) {
		t.Errorf("%d scripts of %d views", len(names), len(views))
	}
	text := names["Relationship_mapper/Who_regulates_whom.cypher"]
	if !strings.HasPrefix(text, "// Who regulates whom\n") || !strings.Contains(text, "\n:param as_at => null;\nMATCH") || !strings.HasSuffix(text, ";\n") {
		t.Errorf("Who regulates whom is %q", text)
	}
	o := mapper(t, "views", "--favourites")
	o.want(t, 0, text, "// Lineage")
	if err := os.Remove(file); err != nil {
		t.Error(err)
	}
}
