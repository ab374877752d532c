package cypher

import "testing"

func TestAllParse(t *testing.T) {
	for folder, statements := range All() {
		if len(statements) == 0 {
			t.Errorf("%s: no statements", folder)
		}
	}
}
