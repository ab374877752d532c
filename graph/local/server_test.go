//go:build unix

package local

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// These make this test binary another mapper: it starts a server there, or an import,
// says so, and waits to be killed.
const (
	helperHome = "MAPPER_TEST_HELPER_HOME"
	helperDoes = "MAPPER_TEST_HELPER_DOES"
)

func TestMain(m *testing.M) {
	if home := os.Getenv(helperHome); home != "" {
		fmt.Println(help(Options{Home: home, Jars: os.Getenv("MAPPER_TEST_JARS")}))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func help(o Options) error {
	started := func() {
		fmt.Println("started")
		select {}
	}
	if os.Getenv(helperDoes) == "import" {
		return importNodes(context.Background(), o, 50_000, started)
	}
	s, err := Start(context.Background(), o)
	if err == nil && s.Started {
		started()
	}
	return err
}

// testJars gives a directory of jars that test homes share: MAPPER_TEST_JARS, the
// user's own home if it has them, else one in the user's cache, filled by Maven.
func testJars(t *testing.T) string {
	t.Helper()
	dirs := []string{os.Getenv("MAPPER_TEST_JARS")}
	if home, err := Home(); err == nil {
		dirs = append(dirs, home)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	dirs = append(dirs, filepath.Join(cache, "mapper-test"))
	for _, dir := range dirs {
		if dir != "" && Inspect(t.Context(), Options{Home: t.TempDir(), Jars: dir}).has("jars") {
			return dir
		}
	}
	for _, f := range Inspect(t.Context(), Options{Home: t.TempDir()}) {
		if f.OK {
			continue
		}
		if os.Getenv("MAPPER_TEST_DB") == "must" {
			t.Fatalf("%s: %s", f.Name, f.Found)
		}
		t.Skipf("no Neo4j to start: %s: %s (MAPPER_TEST_DB=must makes this a failure)", f.Name, f.Found)
	}
	return dirs[len(dirs)-1]
}

// has says that the jars are there, not just to be had.
func (r Report) has(name string) bool {
	for _, f := range r {
		if f.Name == name {
			return f.OK && !strings.Contains(f.Found, "not fetched")
		}
	}
	return false
}

// TestServer goes through the life of one home with few starts, since each costs
// seconds: shared, stopped, its mapper killed, itself killed.
func TestServer(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Neo4j several times")
	}
	t.Setenv("MAPPER_TEST_JARS", testJars(t))
	o := Options{Home: t.TempDir(), Jars: os.Getenv("MAPPER_TEST_JARS"), Log: testLog{t}}

	first := twoAtOnce(t, o)
	query(t, first, "CREATE (:Kept) RETURN 1", 1)
	if first.archive != nil { // wait for it, so that the next start is tested with one
		if <-first.archive.ended; first.archive.err != nil {
			t.Errorf("class archive: %v", first.archive.err)
		}
	}
	stopQuickly(t, first)
	if uri := first.URI; answers(t.Context(), uri) || exists(filepath.Join(o.Home, "server.json")) {
		t.Error("after Stop it still answers, or server.json is left")
	}

	// Another mapper has it; the password and the store are those of the first.
	helper := startHelper(t, o.Home, "serve")
	shared := mustStart(t, o)
	if shared.Started || shared.Password != first.Password {
		t.Errorf("shared: %+v", shared)
	}
	query(t, shared, "MATCH (k:Kept) RETURN count(k)", 1)
	kill9(t, helper)
	ends(t, shared)

	// Its mapper was killed: the next Start clears up and goes on.
	second := mustStart(t, o)
	if !second.Started {
		t.Error("an orphan was shared")
	}
	query(t, second, "CREATE (:Kept) RETURN 1", 1)
	r, _ := places{home: o.Home}.readRecord()
	kill9(t, r.PID)
	ends(t, second)

	third := mustStart(t, o)
	query(t, third, "MATCH (k:Kept) RETURN count(k)", 2)
	j := findJava(t.Context())
	if p, _ := o.places(); !exists(p.archive(j)) {
		t.Error("there is no class archive")
	} else if r, _ := p.readRecord(); !runs(r.PID, "-XX:SharedArchiveFile="+p.archive(j)) {
		t.Error("the class archive is not used")
	}
	stopQuickly(t, third)
}

// twoAtOnce starts from two places at the same time: one starts, the other shares.
func twoAtOnce(t *testing.T, o Options) *Server {
	t.Helper()
	other := make(chan *Server)
	go func() {
		s, err := Start(context.Background(), o)
		if err != nil {
			t.Error(err)
		}
		other <- s
	}()
	a := mustStart(t, o)
	b := <-other
	if b == nil || a.Started == b.Started || a.URI != b.URI {
		t.Fatalf("two at once: %+v, %+v", a, b)
	}
	if b.Started {
		a, b = b, a
	}
	if err := b.Stop(t.Context()); err != nil || !answers(t.Context(), a.URI) {
		t.Errorf("Stop of the one that shares ended the server (%v)", err)
	}
	return a
}

func mustStart(t *testing.T, o Options) *Server {
	t.Helper()
	s, err := Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Stop(context.Background()) })
	return s
}

// startHelper has another process start the server or an import; it gives that
// process's id.
func startHelper(t *testing.T, home, does string) int {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), helperHome+"="+home, helperDoes+"="+does)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	line, _ := bufio.NewReader(out).ReadString('\n')
	if line != "started\n" {
		t.Fatalf("the other mapper says %q", line)
	}
	return cmd.Process.Pid
}

// query expects a last record of one small number.
func query(t *testing.T, s *Server, statement string, want byte) {
	t.Helper()
	record, err := runAll(t.Context(), s.URI, s.Password, statement)
	if err != nil || len(record) == 0 || record[len(record)-1] != want {
		t.Fatalf("%s: % x, %v", statement, record, err)
	}
}

func stopQuickly(t *testing.T, s *Server) {
	t.Helper()
	begin := time.Now()
	err := s.Stop(t.Context())
	took := time.Since(begin)
	t.Logf("stopped in %.2f s", took.Seconds())
	// Under a second where nothing else runs; the rest is for busy machines.
	if again := s.Stop(t.Context()); err != nil || again != nil || s.Err() != nil || took > 4*time.Second {
		t.Errorf("Stop: %v, %v, %v after %s", err, again, s.Err(), took)
	}
}

func kill9(t *testing.T, pid int) {
	t.Helper()
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}

func ends(t *testing.T, s *Server) {
	t.Helper()
	select {
	case <-s.Done():
		t.Logf("ended: %v", s.Err())
		if s.Err() == nil || errors.Is(s.Err(), context.Canceled) {
			t.Errorf("it ended and says %v", s.Err())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("Done is not closed")
	}
}
