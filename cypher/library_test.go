package cypher

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestAllParse(t *testing.T) {
	for folder, statements := range All() {
		if len(statements) == 0 {
			t.Errorf("%s: no statements", folder)
		}
	}
}

// asAtForm finds the rule of graph.AsAt with whatever list it is about.
var asAtForm = regexp.MustCompile(`all\(x IN \[([a-z_]+(?:, [a-z_]+)*)\] WHERE`)

// TestAsAtIsSaidOnce holds every statement that takes a day to the one sentence of
// as-at.cypher, and to a list that names each edge together with its ends.
func TestAsAtIsSaidOnce(t *testing.T) {
	asked := 0
	for _, statements := range All() {
		for _, s := range statements {
			if s.Param("as_at") == nil {
				continue
			}
			asked++
			rest := s.Text
			for _, m := range asAtForm.FindAllStringSubmatch(s.Text, -1) {
				rest = strings.ReplaceAll(rest, AsAtRule(m[1]), "")
			}
			if rest == s.Text || strings.Contains(rest, "$as_at") {
				t.Errorf("%s: $as_at is used otherwise than in the words of cypher/as-at.cypher", s.File)
			}
		}
	}
	if asked < 8 {
		t.Errorf("only %d statements take a day", asked)
	}
}

// TestEveryCypherFileIsEmbedded finds a file in a folder that is not looked into.
func TestEveryCypherFileIsEmbedded(t *testing.T) {
	embedded := 1 // as-at.cypher
	for _, statements := range All() {
		embedded += len(statements)
	}
	files := 0
	err := filepath.WalkDir(".", func(path string, _ os.DirEntry, err error) error {
		if filepath.Ext(path) == ".cypher" {
			files++
		}
		return err
	})
	if err != nil || files != embedded {
		t.Errorf("%d .cypher files, %d of them statements of the program (%v)", files, embedded, err)
	}
}

func TestViewsOfAFolder(t *testing.T) {
	dir := t.TempDir()
	own := All()["views"][0].Name
	if err := os.WriteFile(filepath.Join(dir, own+".cypher"), []byte("// title: T\n\nRETURN 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Views(dir); err == nil || !strings.Contains(err.Error(), "there is a view of that name already") {
		t.Errorf("a second view of the same name: %v", err)
	}
	if _, err := Views(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder that is not there is no error")
	}
	views, err := Views()
	if err != nil || !slices.IsSortedFunc(views, func(a, b *Statement) int { return strings.Compare(a.Name, b.Name) }) {
		t.Errorf("views are not in the order of their names: %v", err)
	}
}
