package local

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	"mapper/graph"
)

// oldestJava is the first Java that Neo4j 5.26 runs on (it supports 17 and 21;
// newer ones are let through).
const oldestJava = 17

// java is one Java on this machine.
type java struct {
	path    string
	version string // as it calls itself: 17.0.15, 1.8.0_292
	build   string // 17.0.15+6-Debian-1deb12u1: a class archive holds for one build
	major   int
}

func (j java) fits() bool { return j.major >= oldestJava }

var (
	versionLine = regexp.MustCompile(`(?m) version "((?:1\.)?(\d+)[^"]*)"`)
	buildLine   = regexp.MustCompile(`(?m)VM .*\(.*?build ([^,)\s]+)`)
)

// parseJava reads what `java -version` prints. Lines before it (Java announces
// JAVA_TOOL_OPTIONS that way) do no harm.
func parseJava(printed string) (j java, ok bool) {
	m := versionLine.FindStringSubmatch(printed)
	if m == nil {
		return java{}, false
	}
	j.version, j.build = m[1], m[1]
	j.major, _ = strconv.Atoi(m[2])
	if b := buildLine.FindStringSubmatch(printed); b != nil {
		j.build = b[1]
	}
	return j, true
}

// findJava gives the first Java that is new enough, looking at JAVA_HOME and then
// along PATH. When none is, it gives the first that was found (path "" if none).
func findJava(ctx context.Context) java {
	var first java
	for _, path := range javaPaths() {
		j, ok := askJava(ctx, path)
		if ok && j.fits() {
			return j
		}
		if ok && first.path == "" {
			first = j
		}
	}
	return first
}

func javaPaths() []string {
	var paths []string
	if dir := os.Getenv("JAVA_HOME"); dir != "" {
		if path, err := exec.LookPath(filepath.Join(dir, "bin", "java")); err == nil {
			paths = append(paths, path)
		}
	}
	if path, err := exec.LookPath("java"); err == nil {
		paths = append(paths, path)
	}
	return paths
}

// askJava runs `java -version`. A program that fails at it is no Java: macOS has a
// /usr/bin/java that only says that there is none.
func askJava(ctx context.Context, path string) (java, bool) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "-version")
	cmd.WaitDelay = time.Second
	printed, err := cmd.CombinedOutput()
	if err != nil {
		return java{}, false
	}
	j, ok := parseJava(string(printed))
	j.path = path
	return j, ok
}

// usableJava gives a Java to run Neo4j on, or says what to install.
func usableJava(ctx context.Context, p places) (java, error) {
	j := findJava(ctx)
	switch {
	case ctx.Err() != nil:
		return j, ctx.Err()
	case j.path == "" && p.jarVersion() == "" && findMaven() == "":
		return j, missing("Neither Java nor Maven was found, which the mapper's own Neo4j needs.")
	case j.path == "":
		return j, missing("Java was not found (looked at JAVA_HOME and PATH), which the mapper's own Neo4j needs.")
	case !j.fits():
		return j, missing("Java %s (%s) is too old for Neo4j %s, which needs Java %d or 21.", j.version, j.path, Version, oldestJava)
	}
	return j, nil
}

func missing(format string, args ...any) error {
	return graph.Errorf(graph.Unavailable, format+"\n"+advice(), args...)
}
