package local

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"mapper/graph"
)

//go:embed pom.xml
var pom []byte

// Version is the Neo4j that is run, as pom.xml pins it.
var Version = pinned(pom)

func pinned(pom []byte) string {
	var project struct {
		Versions []string `xml:"dependencies>dependency>version"`
	}
	if err := xml.Unmarshal(pom, &project); err != nil || len(project.Versions) != 1 {
		panic("graph/local: pom.xml must name one dependency, Neo4j, with its version")
	}
	return project.Versions[0]
}

// bundle is a program that Maven fetches, with all jars it needs.
type bundle struct {
	name    string // of its main artifact
	label   string // what a person reads
	version string
	size    string
	pom     []byte
}

var neo4j = bundle{"neo4j", "Neo4j", Version, "about 120 MB", pom}

// jarVersion gives the version of the jars that are there, "" when there are none.
func (p places) jarVersion() string {
	if !p.has(neo4j) {
		return ""
	}
	return Version
}

// has says whether a bundle is there. The directory only ever appears whole, so one
// jar stands for all.
func (p places) has(b bundle) bool {
	return exists(filepath.Join(p.lib(), b.name+"-"+b.version+".jar"))
}

func findMaven() string {
	path, err := exec.LookPath("mvn")
	if err != nil {
		return ""
	}
	return path
}

// javaAndJars gives what every process of Neo4j needs.
func (p places) javaAndJars(ctx context.Context) (java, error) {
	j, err := usableJava(ctx, p)
	if err != nil {
		return j, err
	}
	return j, p.ensure(ctx, neo4j)
}

// ensure fetches a bundle unless it is there. Homes may share jars, so the home's own
// lock is not enough to keep two processes from fetching at once.
func (p places) ensure(ctx context.Context, b bundle) error {
	if p.has(b) {
		return nil
	}
	maven := findMaven()
	if maven == "" {
		return missing("Maven (mvn) was not found, which fetches %s %s the first time.", b.label, b.version)
	}
	unlock, err := waitLock(ctx, p.jars+".lock")
	if err != nil {
		return err
	}
	defer unlock()
	if p.has(b) { // another process has just fetched it
		return nil
	}
	return p.fetch(ctx, maven, b)
}

// fetch downloads into a directory beside the final one and renames that, so
// that an interrupted fetch is never taken for a whole one.
func (p places) fetch(ctx context.Context, maven string, b bundle) error {
	temp := p.jars + ".part"
	defer os.RemoveAll(temp)
	file := filepath.Join(temp, "pom.xml")
	if err := os.RemoveAll(temp); err != nil {
		return cannot("clear", temp, err)
	}
	if err := os.MkdirAll(temp, 0o700); err != nil {
		return cannot("make", temp, err)
	}
	if err := os.WriteFile(file, b.pom, 0o600); err != nil {
		return cannot("write", file, err)
	}
	p.say("fetching %s %s with Maven (%s, the first time only) …", b.label, b.version, b.size)
	start := time.Now()
	if err := runMaven(ctx, maven, file, filepath.Join(temp, "lib"), b); err != nil {
		return err
	}
	if err := os.RemoveAll(p.jars); err != nil {
		return cannot("replace", p.jars, err)
	}
	if err := os.Rename(temp, p.jars); err != nil {
		return cannot("write", p.jars, err)
	}
	p.say("fetched %s %s in %.0f s", b.label, b.version, time.Since(start).Seconds())
	return nil
}

func runMaven(ctx context.Context, maven, pom, lib string, b bundle) error {
	var printed bytes.Buffer
	cmd := exec.Command(maven, "-q", "-B", "-f", pom, "dependency:copy-dependencies",
		"-DoutputDirectory="+lib, "-DincludeScope=runtime")
	cmd.Stdout, cmd.Stderr = &printed, &printed
	c, err := spawn(cmd, syscall.SIGKILL)
	if err != nil {
		return graph.Errorf(graph.Unavailable, "Maven (%s) could not be started: %v", maven, err)
	}
	select {
	case <-ctx.Done():
		c.kill()
		return ctx.Err()
	case <-c.exited:
	}
	if c.err == nil {
		return nil
	}
	return graph.Errorf(graph.Unavailable, "Maven could not fetch %s %s: %s\nCheck the network (and a proxy in ~/.m2/settings.xml), then try again.",
		b.label, b.version, mavenReason(printed.String())).Because(c.err)
}

// mavenReason picks the first of Maven's error lines: the rest explains Maven.
func mavenReason(printed string) string {
	for line := range strings.Lines(printed) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), "[ERROR] "); ok {
			return text
		}
	}
	return lastLine(printed)
}
