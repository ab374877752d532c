//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestCypherShellMakesTheGraphAgain has cypher-shell run an exported script in an empty
// Neo4j: that is the same graph by checksum, and loading the same dataset over it changes
// nothing, though the script carries no ledger.
func TestCypherShellMakesTheGraphAgain(t *testing.T) {
	jars, home := jars(t), t.TempDir()
	shell := func(args ...string) {
		t.Helper()
		mapper(t, append(onServer(t, "neo4j", "shell", "--write", "--home", home, "--jars", jars), args...)...).want(t, 0)
	}
	nothing := "MATCH (n) DETACH DELETE n"
	shell(nothing)
	mapper(t, onServer(t, "load", "articles")...).want(t, 0, "articles: loaded in")
	script := filepath.Join(home, "graph.cypher")
	mapper(t, onServer(t, "export", "-f", "cypher", "-o", script)...).want(t, 0)
	first := checksumSaid(t, mapper(t, onServer(t, "doctor", "--checksum")...))

	shell(nothing)
	shell("-f", script)
	if again := checksumSaid(t, mapper(t, onServer(t, "doctor", "--checksum")...)); again != first {
		t.Errorf("the script makes %s of %s", again, first)
	}
	for range 2 { // the second has the ledger of the first
		mapper(t, onServer(t, "load", "articles")...).want(t, 0, "articles: unchanged in")
		if after := checksumSaid(t, mapper(t, onServer(t, "doctor", "--checksum")...)); after != first {
			t.Errorf("a load over it makes %s of %s", after, first)
		}
	}
}

func checksumSaid(t *testing.T, o outcome) string {
	t.Helper()
	o.want(t, 0, "checksum ")
	_, sum, _ := strings.Cut(o.out, "checksum ")
	return sum
}
