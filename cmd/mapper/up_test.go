//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"mapper/graph/local"
)

// binary builds the program once, as users have it.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "mapper-test")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "mapper")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return path, err
})

// process is a mapper that runs beside the test.
type process struct {
	*exec.Cmd
	address string
	stderr  bytes.Buffer
}

// up starts "mapper up" with a home of its own and waits for its address.
func up(t *testing.T, home string) *process {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{Cmd: exec.Command(path, "up", "--listen", "127.0.0.1:0", "--home", home, "--jars", jars(t))}
	p.Env = append(os.Environ(), "NEO4J_URI=")
	p.Stderr = &p.stderr
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Process.Kill() })
	line, _ := bufio.NewReader(stdout).ReadString('\n')
	if p.address = regexp.MustCompile(`http://[^ ]+`).FindString(line); p.address == "" {
		p.Wait()
		t.Fatalf("no address in %q\n%s", line, p.stderr.String())
	}
	go io.Copy(io.Discard, stdout)
	return p
}

// jars gives the folder that holds Neo4j's jars for tests.
func jars(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("MAPPER_TEST_JARS")
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			t.Fatal(err)
		}
		dir = filepath.Join(cache, "mapper-test")
	}
	if !local.Inspect(t.Context(), local.Options{Home: t.TempDir(), Jars: dir}).Ready() {
		if os.Getenv("MAPPER_TEST_DB") != "" {
			t.Fatal("no Java, or neither jars nor Maven")
		}
		t.Skip("no Java, or neither jars nor Maven (MAPPER_TEST_DB=must makes this a failure)")
	}
	return dir
}

func (p *process) get(t *testing.T, path string) string {
	t.Helper()
	response, err := http.Get(p.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Errorf("%s: %s, %v", path, response.Status, err)
	}
	return string(body)
}

// await asks for a page until it says something: the first answers after a start are
// slow, and a page goes without those that are not there in time.
func (p *process) await(t *testing.T, path, text string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !strings.Contains(p.get(t, path), text); time.Sleep(time.Second) {
		if time.Now().After(end) {
			t.Fatalf("%s does not say %q", path, text)
		}
	}
}

// interrupt presses Ctrl-C and waits for the end.
func (p *process) interrupt(t *testing.T) {
	t.Helper()
	p.Process.Signal(os.Interrupt)
	done := make(chan error, 1)
	go func() { done <- p.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("ended with %v\n%s", err, p.stderr.String())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("still running half a minute after Ctrl-C")
	}
}

// TestUp is the main job, twice: the second run finds the store of the first, also
// when Neo4j was killed under it in the middle of a load.
func TestUp(t *testing.T) {
	home := t.TempDir()
	first := up(t, home)
	first.await(t, "/", "6 provider collaboratives")
	for _, path := range []string{"/map", "/views", "/views/who-collaborates-with-whom", "/entities/tda", "/edges/articles:C001", "/documents",
		"/documents/tda-arms-race", "/console", "/search?q=monitor", "/assets/app.js", "/openapi.json", "/healthz", "/readyz", "/api/map"} {
		first.get(t, path)
	}
	killDuringLoad(t, first, home)

	second := up(t, home)
	if sets := second.get(t, "/api/datasets"); !strings.Contains(sets, `"claims":276`) {
		t.Error("the graph is not whole after the restart")
	}
	if !strings.Contains(second.stderr.String(), "articles: unchanged") {
		t.Errorf("the second run loads anew what it should find:\n%s", second.stderr.String())
	}
	third := mapper(t, "view", "who-regulates-whom", "--home", home, "--jars", jars(t))
	third.want(t, 0, "Care Quality Commission")
	second.interrupt(t)
}

// killDuringLoad kills Neo4j while another command loads into it, which also ends
// the mapper that it belongs to.
func killDuringLoad(t *testing.T, owner *process, home string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	path, _ := binary()
	load := exec.CommandContext(ctx, path, "load", brokenCopy(t, "claims.csv", "stated", "opinion"), "--home", home, "--jars", jars(t))
	load.Env = append(os.Environ(), "NEO4J_URI=")
	progress, err := load.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := load.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(progress)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "claims") {
			syscall.Kill(neo4jOf(t, owner), syscall.SIGKILL)
		}
	}
	if err := load.Wait(); err == nil {
		t.Error("a load whose server was killed reports success")
	}
	if err := owner.Wait(); err == nil || !strings.Contains(owner.stderr.String(), "Neo4j has ended by itself") {
		t.Errorf("the mapper does not say that its Neo4j is gone: %v\n%s", err, owner.stderr.String())
	}
}

// neo4jOf finds the child process of a mapper.
func neo4jOf(t *testing.T, p *process) int { return pidIn(t, p.Args[5]) }

// pidIn finds the Neo4j that runs in a home.
func pidIn(t *testing.T, home string) int {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(home, "server.json"))
	if err != nil {
		t.Fatal(err)
	}
	pid := regexp.MustCompile(`"pid": ?(\d+)`).FindSubmatch(text)
	if pid == nil {
		t.Fatalf("no pid in %s", text)
	}
	n, _ := strconv.Atoi(string(pid[1]))
	return n
}
