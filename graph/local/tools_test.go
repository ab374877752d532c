package local

import "testing"

// TestToolsFit holds cypher-shell to the version of the server.
func TestToolsFit(t *testing.T) {
	if shell.version != Version {
		t.Errorf("tools/cypher-shell.xml names %s, and pom.xml Neo4j %s", shell.version, Version)
	}
}
