package local

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph"
)

func TestParseJava(t *testing.T) {
	tests := []struct {
		name, printed  string
		version, build string
		major          int
		ok             bool
	}{
		{"Debian 17", "openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)\nOpenJDK 64-Bit Server VM (build 17.0.15+6-Debian-1deb12u1, mixed mode, sharing)\n",
			"17.0.15", "17.0.15+6-Debian-1deb12u1", 17, true},
		{"Java 8", "java version \"1.8.0_292\"\nJava HotSpot(TM) 64-Bit Server VM (build 25.292-b10, mixed mode)\n",
			"1.8.0_292", "25.292-b10", 8, true},
		{"first release", "openjdk version \"21\" 2023-09-19\nOpenJDK 64-Bit Server VM (build 21+35, mixed mode)\n", "21", "21+35", 21, true},
		{"early access", "openjdk version \"26-ea\" 2026-03-17\n", "26-ea", "26-ea", 26, true},
		{"Temurin, options announced", "Picked up JAVA_TOOL_OPTIONS: -Dversion=1\nopenjdk version \"21.0.4\" 2024-07-16 LTS\nOpenJDK 64-Bit Server VM Temurin-21.0.4+7 (build 21.0.4+7-LTS, mixed mode)\n",
			"21.0.4", "21.0.4+7-LTS", 21, true},
		{"no Java", "The operation couldn't be completed. Unable to locate a Java Runtime.\n", "", "", 0, false},
		{"nothing", "", "", "", 0, false},
	}
	for _, test := range tests {
		j, ok := parseJava(test.printed)
		if ok != test.ok || j != (java{version: test.version, build: test.build, major: test.major}) {
			t.Errorf("%s: %+v, %t", test.name, j, ok)
		}
	}
}

func TestDistribution(t *testing.T) {
	for text, want := range map[string]string{
		"PRETTY_NAME=\"Debian\"\nID=debian\n":            "debian",
		"ID=ubuntu\nID_LIKE=debian\n":                    "debian",
		"ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n": "rhel",
		"ID=nixos\n": "linux",
		"":           "linux",
	} {
		if got := distribution(text); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}

func TestHome(t *testing.T) {
	t.Setenv("HOME", "/home/x")
	for _, test := range []struct{ mapper, xdg, want string }{
		{"/m", "/xdg", "/m"},
		{"", "/xdg", "/xdg/mapper"},
		{"", "relative", "/home/x/.local/share/mapper"},
		{"", "", "/home/x/.local/share/mapper"},
	} {
		t.Setenv("MAPPER_HOME", test.mapper)
		t.Setenv("XDG_DATA_HOME", test.xdg)
		if got, err := Home(); err != nil || filepath.ToSlash(got) != test.want {
			t.Errorf("%+v: %s, %v", test, got, err)
		}
	}
}

func TestConfig(t *testing.T) {
	dir := t.TempDir()
	for _, port := range []int{4711, 815} { // twice: the embedded text must not grow
		if err := writeConfig(dir, port, serving()); err != nil {
			t.Fatal(err)
		}
	}
	text, _ := os.ReadFile(filepath.Join(dir, "neo4j.conf"))
	for _, line := range []string{
		"server.bolt.listen_address=127.0.0.1:815", "server.http.enabled=false", "dbms.usage_report.enabled=false",
		"dbms.security.allow_csv_import_from_file_urls=false", "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
		"server.directories.import=import", "db.memory.transaction.max=256m",
	} {
		if strings.Count(string(text), "\n"+line+"\n") != 1 {
			t.Errorf("not exactly once: %s", line)
		}
	}
	if strings.Contains(string(text), "4711") {
		t.Error("the port of an earlier start is still there")
	}
}

func TestPinned(t *testing.T) {
	if !strings.HasPrefix(Version, "5.26.") {
		t.Errorf("version %q: the settings and flags here were measured on 5.26", Version)
	}
}

func TestPasswordGone(t *testing.T) {
	p := testPlaces(t)
	if err := os.MkdirAll(p.store(), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := p.ensurePassword(context.Background(), java{})
	if graph.KindOf(err) != graph.Unavailable || !strings.Contains(err.Error(), p.password()) {
		t.Errorf("a store without its password: %v", err)
	}
}

func TestNothingAnswers(t *testing.T) {
	port, err := freePort()
	if err != nil || port == 0 {
		t.Fatal(port, err)
	}
	if answers(context.Background(), "bolt://127.0.0.1:1") {
		t.Error("port 1 answers")
	}
}

// testPlaces is an empty home.
func testPlaces(t *testing.T) places {
	t.Helper()
	p, err := Options{Home: t.TempDir(), Log: testLog{t}}.prepare()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// testLog shows progress in the test's own log.
type testLog struct{ t *testing.T }

func (l testLog) Write(b []byte) (int, error) {
	l.t.Log(strings.TrimSpace(string(b)))
	return len(b), nil
}
