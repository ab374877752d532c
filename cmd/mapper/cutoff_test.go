//go:build linux

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"mapper/graph"
	"mapper/graph/source/folder"
)

// register writes a release that is too large for one transaction.
func register(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	about := &graph.Dataset{ID: "register", Title: "A register", Release: "register-2025"}
	w, err := folder.Create(dir, about)
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	must(w.Document(&graph.Document{ID: about.Release, Title: "The register of 2025", Published: "2025-03"}))
	const bodies, edges = 12_000, 30_000
	for i := range bodies {
		code := fmt.Sprintf("X%05d", i)
		must(w.Entity(&graph.Entity{ID: "ods:" + code, Name: "Body number " + code, Kinds: []string{"Provider"}, Codes: []graph.Code{{Scheme: "ods", Value: code}}}))
	}
	for i := range edges {
		must(w.Claim(&graph.Claim{ID: fmt.Sprint("e", i), From: fmt.Sprintf("ods:X%05d", i*7%bodies), Relation: "PART_OF", To: fmt.Sprintf("ods:X%05d", i%97),
			Status: graph.Stated, Document: about.Release, Locator: fmt.Sprint("row ", i)}))
	}
	must(w.Close())
	return dir
}

// load starts a load into a home and calls ruin once, when claims are being written.
func ruinedLoad(t *testing.T, home, dir string, ruin func(load *exec.Cmd)) (said string) {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	load := exec.Command(path, "load", dir, "--home", home, "--jars", jars(t))
	load.Env = append(os.Environ(), "NEO4J_URI=")
	var all bytes.Buffer
	stderr, err := load.StderrPipe()
	if err == nil {
		err = load.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	end := time.AfterFunc(3*time.Minute, func() { load.Process.Kill() })
	defer end.Stop()
	lines := bufio.NewScanner(io.TeeReader(stderr, &all))
	for lines.Scan() {
		if ruin != nil && strings.Contains(lines.Text(), "writing claims") {
			ruin(load)
			ruin = nil
		}
	}
	if err := load.Wait(); err == nil {
		t.Errorf("a load that was cut off reports success:\n%s", all.String())
	}
	return all.String()
}

// mended loads once more and gives the checksum of the graph.
func mended(t *testing.T, home, dir, head string) string {
	t.Helper()
	at := []string{"--home", home, "--jars", jars(t)}
	t.Setenv("NEO4J_URI", "")
	mapper(t, append([]string{"load", dir}, at...)...).want(t, 0, "register: "+head)
	o := mapper(t, append([]string{"doctor", "--checksum"}, at...)...)
	o.want(t, 0, "checksum")
	return regexp.MustCompile(`checksum .*`).FindString(o.out)
}

// TestLoadsThatAreCutOff ends large loads in the ways in which they end in life: the
// graph says so, and the same command makes it the very same graph.
func TestLoadsThatAreCutOff(t *testing.T) {
	dir := register(t)
	want := mended(t, t.TempDir(), dir, "loaded")
	unfinished := func(home string) {
		t.Helper()
		mapper(t, "query", "MATCH (d:Dataset {unfinished: true}) RETURN d.id", "--home", home, "--jars", jars(t)).want(t, 0, "register")
	}
	t.Run("kill -9 of mapper", func(t *testing.T) {
		home := t.TempDir()
		ruinedLoad(t, home, dir, func(load *exec.Cmd) { load.Process.Kill() })
		unfinished(home)
		if got := mended(t, home, dir, "repaired"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
	t.Run("kill -9 of Neo4j", func(t *testing.T) {
		home := t.TempDir()
		said := ruinedLoad(t, home, dir, func(*exec.Cmd) { syscall.Kill(pidIn(t, home), syscall.SIGKILL) })
		if !strings.Contains(said, "run the same command again") {
			t.Errorf("does not say what to do:\n%s", said)
		}
		unfinished(home)
		if got := mended(t, home, dir, "repaired"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
	t.Run("a full disk", func(t *testing.T) {
		home := smallDisk(t)
		said := ruinedLoad(t, home, dir, nil)
		if !strings.Contains(said, "disk") {
			t.Errorf("does not speak of the disk:\n%s", said)
		}
		if out, err := exec.Command("mount", "-o", "remount,size=1g", home).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
		if got := mended(t, home, dir, "repaired"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}

// smallDisk gives a home on a disk that a large load fills.
func smallDisk(t *testing.T) string {
	t.Helper()
	home := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", home).CombinedOutput(); err != nil {
		t.Skipf("no file system of a few megabytes can be mounted here: %v %s", err, out)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", home).Run() })
	return home
}
