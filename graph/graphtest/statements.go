package graphtest

import (
	"os"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v3"
)

// Statements reads one of the lists of statements in testdata/console: what is
// refused, what is stopped, what runs. It is called from a package two folders below
// the top, as all are that have a console.
func Statements(t testing.TB, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "console", name+".yaml"))
	if err == nil {
		err = yaml.Unmarshal(text, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}
