//go:build unix

package local

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mapper/graph"
)

const java17 = `if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit; fi
`

// fakes puts shell scripts in place of the programs on PATH.
func fakes(t *testing.T, scripts map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("JAVA_HOME", "")
	t.Setenv("PATH", dir)
}

// withJars makes a home look like one that has jars, a store and a password.
func withJars(t *testing.T) places {
	t.Helper()
	p := testPlaces(t)
	for _, dir := range []string{p.lib(), p.store()} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{p.password(), filepath.Join(p.lib(), "neo4j-"+Version+".jar")} {
		if err := os.WriteFile(file, []byte("secret"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func TestMissing(t *testing.T) {
	old := `echo 'openjdk version "11.0.2" 2019-01-15' >&2`
	tests := []struct {
		name    string
		scripts map[string]string
		want    []string
	}{
		{"nothing", nil, []string{"Neither Java nor Maven", "install it", "NEO4J_URI", "docker compose"}},
		{"no Java", map[string]string{"mvn": ""}, []string{"Java was not found"}},
		{"a Java that is none", map[string]string{"java": "exit 1", "mvn": ""}, []string{"Java was not found"}},
		{"old Java", map[string]string{"java": old, "mvn": ""}, []string{"Java 11.0.2", "too old", "needs Java 17 or 21"}},
		{"no Maven", map[string]string{"java": java17}, []string{"Maven (mvn) was not found"}},
		{"Maven fails", map[string]string{"java": java17, "mvn": "echo '[ERROR] Unknown host repo'; echo '[ERROR] help'; exit 1"},
			[]string{"Unknown host repo", "Check the network"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fakes(t, test.scripts)
			o := Options{Home: t.TempDir()}
			_, err := Start(context.Background(), o)
			if graph.KindOf(err) != graph.Unavailable {
				t.Fatalf("%v", err)
			}
			for _, part := range test.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("no %q in: %v", part, err)
				}
			}
			if left, _ := filepath.Glob(filepath.Join(o.Home, "neo4j-*")); len(left) > 1 {
				t.Errorf("left behind: %v", left)
			}
			if test.name != "Maven fails" && Inspect(context.Background(), o).Ready() {
				t.Error("Inspect calls it ready")
			}
		})
	}
}

func TestReasons(t *testing.T) {
	tests := []struct {
		name, script string
		kind         graph.ErrorKind
		want         string
		tries        int
	}{
		{"locked", "echo 'FileLockException: Lock file has been locked by another process: x'; exit 1", graph.Conflict, "in use by another process", 1},
		{"port", "echo 'Caused by: java.net.BindException: Address already in use'; exit 1", graph.Unavailable, "took the port", 2},
		{"disk", "echo 'java.io.IOException: No space left on device'; exit 1", graph.Unavailable, "full", 1},
		{"unknown", "echo 'x ERROR Failed to start'; echo 'Caused by: Strange'; echo end; exit 3", graph.Internal, "exit status 3); its last word: Caused by: Strange", 1},
		{"silent", "exit 0", graph.Internal, "neo4j-console.log", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := withJars(t)
			fakes(t, map[string]string{"java": java17 + "echo . >> '" + p.home + "/tries'\n" + test.script})
			_, err := Start(context.Background(), Options{Home: p.home})
			if graph.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v", err)
			}
			if tries, _ := os.ReadFile(p.home + "/tries"); len(tries) != 2*test.tries {
				t.Errorf("%d tries, not %d", len(tries)/2, test.tries)
			}
			if exists(p.record()) {
				t.Error("server.json is left")
			}
		})
	}
}

// A damaged class archive kills Java, so an unknown failure with one is tried again
// without it.
func TestDamagedArchive(t *testing.T) {
	p := withJars(t)
	archive := p.archive(java{build: "17.0.1"})
	if err := os.WriteFile(archive, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	fakes(t, map[string]string{"java": java17 + `case "$1" in -XX:SharedArchiveFile=*) echo SIGBUS; exit 134;; esac; echo without; exit 1`})
	_, err := Start(context.Background(), Options{Home: p.home})
	if err == nil || !strings.Contains(err.Error(), "without") || exists(archive) {
		t.Errorf("%v", err)
	}
}

func TestCancelledStart(t *testing.T) {
	p := withJars(t)
	fakes(t, map[string]string{"java": java17 + "exec /bin/sleep 60"})
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	begin := time.Now()
	_, err := Start(ctx, Options{Home: p.home})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > 3*time.Second {
		t.Errorf("%v after %s", err, time.Since(begin))
	}
}

func TestStaleRecord(t *testing.T) {
	p := testPlaces(t)
	if err := os.WriteFile(p.record(), []byte("{half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := p.readRecord(); ok {
		t.Error("half a record is taken for one")
	}
	// Somebody else's process under the recorded pid (here our own) is let live.
	if err := p.writeRecord(record{PID: os.Getpid(), URI: "bolt://127.0.0.1:1"}); err != nil {
		t.Fatal(err)
	}
	p.stopOrphan(context.Background())
	if exists(p.record()) {
		t.Error("the stale server.json is left")
	}
}

func TestOrphan(t *testing.T) {
	p := testPlaces(t)
	orphan := exec.Command("sh", "-c", "sleep 60; :", "neo4j", homeFlag(p.home))
	c, err := spawn(orphan, 9)
	if err != nil {
		t.Fatal(err)
	}
	defer c.kill()
	if err := p.writeRecord(record{PID: orphan.Process.Pid, URI: "bolt://127.0.0.1:1"}); err != nil {
		t.Fatal(err)
	}
	p.stopOrphan(context.Background())
	if !c.gone() && runs(orphan.Process.Pid, homeFlag(p.home)) {
		t.Error("it still runs")
	}
}

// An import that fails, for whatever reason, leaves nothing behind, and so does one
// that was killed before the next start.
func TestImportFails(t *testing.T) {
	tests := []struct {
		name, script string
		kind         graph.ErrorKind
		want         string
	}{
		{"disk", "echo 'Caused by: java.io.IOException: No space left on device'; exit 1", graph.Unavailable, "full"},
		{"memory", "echo 'java.lang.OutOfMemoryError: Java heap space'; exit 1", graph.Unavailable, "memory"},
		{"row", "echo 'Caused by: x.DuplicateInputIdException: Id 1 is defined more than once'; exit 1", graph.Internal, "Id 1 is defined more than once"},
		{"nothing made", "exit 0", graph.Unavailable, "neostore"},
		{"endless", "exec /bin/sleep 60", graph.Internal, context.DeadlineExceeded.Error()},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := withJars(t)
			if err := os.RemoveAll(p.data()); err != nil {
				t.Fatal(err)
			}
			fakes(t, map[string]string{"java": java17 + `case "$*" in *set-initial*) exit;; esac` + "\n" + test.script})
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			defer cancel()
			err := importNodes(ctx, Options{Home: p.home}, 1, nil)
			if graph.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v", err)
			}
			checkNothingLeft(t, p)
			if exists(p.data()) {
				t.Error("half a store is left")
			}
		})
	}
}

func TestKilledImportIsRemoved(t *testing.T) {
	p := withJars(t)
	if err := os.MkdirAll(filepath.Join(p.importing(), "data", "databases"), 0o700); err != nil {
		t.Fatal(err)
	}
	fakes(t, map[string]string{"java": java17 + "exit 1"})
	if _, err := Start(t.Context(), Options{Home: p.home}); err == nil {
		t.Fatal("a Java that does nothing has started a server")
	}
	if exists(p.importing()) || !exists(p.store()) {
		t.Error("Start has not removed the import, or has removed more")
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	table := testTable(t)
	table.plain.file = full
	row := []any{"a", "Body", strings.Repeat("x", piece), nil, nil, nil, nil, nil, nil}
	if err := table.Row(row...); graph.KindOf(err) != graph.Unavailable || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("%v", err)
	}
}
