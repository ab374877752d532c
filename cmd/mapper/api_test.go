//go:build unix

package main

import (
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"mapper/graph"
)

// An answer is kept until a load, whichever process does it.
func TestKeptAnswersFollowALoadOfAnotherProcess(t *testing.T) {
	home := t.TempDir()
	p := up(t, home)
	counted, tag := asked(t, p, "")
	if again, same := asked(t, p, tag); again != nil || same != tag {
		t.Fatalf("nothing has changed, and yet %v, %s", again, same)
	}
	dataset := filepath.Join(t.TempDir(), "more")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dataset, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(dataset, 0o755); err != nil {
		t.Fatal(err)
	}
	write("dataset.yaml", "id: more\ntitle: More\nlicence: CC0\n")
	write("documents.csv", "id,title,published\nmore-doc,One more document,2026-01-01\n")
	write("entities.csv", "id,name,kinds\nmore-a,More A,Body\nmore-b,More B,Body\n")
	write("claims.csv", "id,from,relation,to,status,document,locator,phrase\nM1,more-a,COLLABORATES_WITH,more-b,stated,more-doc,¶1,work together\n")
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	load := exec.Command(path, "load", dataset, "--home", home, "--jars", jars(t))
	load.Env = append(os.Environ(), "NEO4J_URI=")
	if out, err := load.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	after, now := asked(t, p, tag)
	if after == nil || now == tag || after.Total != counted.Total+1 {
		t.Errorf("after the load %+v, before it %+v", after, counted)
	}
}

// asked asks what each document says; nil when the answer with the tag is still right.
func asked(t *testing.T, p *process, tag string) (*graph.Answer, string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, p.address+"/api/views/evidence-per-document", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("If-None-Match", tag)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusNotModified {
		return nil, response.Header.Get("ETag")
	}
	var answer graph.Answer
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response.Status, err)
	}
	return &answer, response.Header.Get("ETag")
}
