//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mapper/cypher"
	"mapper/graph/graphtest"
)

// TestReadmeCommands runs the command lines of the README as they stand there, but
// for those that start something that stays: make, docker and mapper up.
func TestReadmeCommands(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	script.WriteString("set -eux\n")
	commands := 0
	for line := range strings.Lines(string(readme)) {
		command, indented := strings.CutPrefix(line, "    ")
		command = strings.TrimPrefix(command, "   ") // a block within a list
		if !indented || strings.HasPrefix(command, "make ") || strings.Contains(command, "docker ") || strings.Contains(command, "mapper up") {
			continue
		}
		script.WriteString(command)
		if strings.HasPrefix(command, "./bin/mapper") {
			commands++
		}
	}
	if commands < 5 {
		t.Fatalf("only %d commands found in the README", commands)
	}
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, filepath.Join(dir, "bin", "mapper")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS("../../testdata")); err != nil {
		t.Fatal(err)
	}
	mapper(t, onServer(t, "load")...).want(t, 0)
	n := graphtest.Open(t)
	shell := exec.Command("bash", "-c", script.String())
	shell.Dir = dir
	shell.Env = append(os.Environ(), "NEO4J_URI="+n.URI, "NEO4J_USERNAME="+n.Username, "NEO4J_PASSWORD="+n.Password)
	out, err := shell.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"sits in 6 provider collaboratives", "NHS Clinical Commissioners", "example: loaded", "people lead something"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the README's commands do not say %q:\n%s", want, out)
		}
	}
	mapper(t, onServer(t, "load", "--drop", "example")...).want(t, 0)
}

// TestDocsAreTrue holds the guides to the program: links lead somewhere, each
// variable, status and header key is told of.
func TestDocsAreTrue(t *testing.T) {
	files, _ := filepath.Glob("../../docs/*.md")
	files = append(files, "../../README.md", "../../CONTRIBUTING.md")
	all := ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
		for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), link[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", file, link[1])
			}
		}
	}
	source, err := filepath.Glob("*.go")
	if err != nil || len(source) == 0 {
		t.Fatal("no source")
	}
	for _, file := range source {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, env := range regexp.MustCompile(`env:"([A-Z0-9_]+)"`).FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(all, env[1]) {
				t.Errorf("%s is documented nowhere", env[1])
			}
		}
	}
	views, err := cypher.Views()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range views {
		if !strings.Contains(all, "## "+v.Name+"\n") {
			t.Errorf("docs/views.md does not list %s: run make generate", v.Name)
		}
	}
}

// TestGuideToScripts runs the command lines of the guide to pipes, cron and CI.
func TestGuideToScripts(t *testing.T) {
	guide, err := os.ReadFile("../../docs/cron-and-ci.md")
	if err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	for line := range strings.Lines(string(guide)) {
		if command, indented := strings.CutPrefix(line, "    "); indented {
			script.WriteString(command)
		}
	}
	if n := strings.Count(script.String(), "mapper "); n < 10 {
		t.Fatalf("only %d commands found in the guide", n)
	}
	mapper(t, onServer(t, "load")...).want(t, 0)
	dir := t.TempDir()
	o := program(t, "", "set -e; cd '"+dir+"'\n"+script.String())
	o.want(t, 0, "HOLDS_POST_AT", "NHS Trust Development Authority", "entities came", "Chris Hopson,chris-hopson", "Louise Patten,louise-patten")
	for _, file := range []string{"regulators.csv", "changes.csv", "oversees.json", "rules.xml", "rules.sarif", "queries.zip", "evidence.html", "another-folder/people-called.cypher", "my-views/people-called.cypher", "mapper.bash", "mapper.1"} {
		if info, err := os.Stat(filepath.Join(dir, file)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", file, err)
		}
	}
}
