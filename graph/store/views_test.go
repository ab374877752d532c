package store_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/store"
)

// TestViews holds every view and rule to its case: a small graph with decoys and
// the rows expected of it. A view without a case fails.
func TestViews(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	all := cypher.All()
	for _, view := range slices.Concat(all["views"], all["rules"]) {
		t.Run(view.Name, func(t *testing.T) {
			if err := s.Check(ctx, view); err != nil {
				t.Fatal(err)
			}
			c := readCase(t, view.Name)
			load(t, s, c.dataset(t, "case"))
			for _, ask := range c.Asks {
				answer, err := s.Answer(ctx, view, ask.Params)
				if err != nil {
					t.Fatal(err)
				}
				if ask.Rows == nil {
					ask.Rows = [][]string{}
				}
				if diff := cmp.Diff(ask.Rows, written(answer.Table)); diff != "" {
					t.Errorf("%v: rows (-want +got):\n%s", ask.Params, diff)
				}
				if ask.Says != "" && ask.Says != answer.Sentence {
					t.Errorf("%v: says %q, want %q", ask.Params, answer.Sentence, ask.Says)
				}
			}
		})
	}
}

// TestCasesHaveViews finds a case whose view is gone or has another name.
func TestCasesHaveViews(t *testing.T) {
	all := cypher.All()
	var names []string
	for _, view := range slices.Concat(all["views"], all["rules"]) {
		names = append(names, view.Name)
	}
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "cases", "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".yaml"); !slices.Contains(names, name) {
			t.Errorf("%s: there is no view or rule of that name", file)
		}
	}
}

// TestServerHasNoRemarks sends every statement through EXPLAIN: a label or type that
// is not in the vocabulary, a cartesian product or a deprecated form fails it.
func TestServerHasNoRemarks(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	loadWith(t, s, registry("1", "2021-01", 40), store.LoadOptions{})
	loadWith(t, s, nextRelease(40), store.LoadOptions{})
	knowVocabulary(t)
	bad, err := cypher.Parse("bad.cypher", "bad", "// title: T\n\nMATCH (n:NoSuchLabel) RETURN n")
	if err != nil {
		t.Fatal(err)
	}
	if remarks, err := s.Remarks(context.Background(), bad); err != nil || len(remarks) == 0 {
		t.Fatalf("an unknown label gives %v, %v; want a remark, else this test cannot fail", remarks, err)
	}
	for folder, statements := range cypher.All() {
		if folder == "schema" {
			continue
		}
		for _, statement := range statements {
			one := *statement // TYPE stands for any type of relationship there is
			one.Text = strings.ReplaceAll(one.Text, ":TYPE", ":REGULATES")
			remarks, err := s.Remarks(context.Background(), &one)
			if err != nil {
				t.Errorf("%s: %v", statement.File, err)
			}
			for _, remark := range remarks {
				t.Errorf("%s: the server remarks: %s", statement.File, remark)
			}
		}
	}
}

// knowVocabulary tells the server of every kind and relation, whether or not there
// is any in the graph.
func knowVocabulary(t *testing.T) {
	t.Helper()
	for _, kind := range graph.Standard().Kinds {
		raw(t, "CALL db.createLabel($name)", map[string]any{"name": kind.Name})
	}
	for _, relation := range graph.Standard().Relations {
		raw(t, "CALL db.createRelationshipType($name)", map[string]any{"name": relation.Type})
	}
	// What the store puts others in the place of, and what nothing of the sample has.
	raw(t, "CALL db.createLabel('KIND')", nil)
	raw(t, "CALL db.createRelationshipType('TYPE')", nil)
	for _, property := range []string{"stub", "first", "last", "gone", "release", "releases", "unfinished"} {
		raw(t, "CALL db.createProperty($name)", map[string]any{"name": property})
	}
}

// TestOwnViews adds a folder of views as a user would.
func TestOwnViews(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("entities.cypher", "// title: All entities\n// column: entity entity\n\nMATCH (entity:Entity) RETURN entity ORDER BY entity.id\n")
	views, err := cypher.Views(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t)
	loadSample(t, s)
	i := slices.IndexFunc(views, func(v *cypher.Statement) bool { return v.Name == "entities" })
	answer, err := s.Answer(context.Background(), views[i], nil)
	if err != nil || answer.Total < 100 {
		t.Fatalf("%d rows, %v; want the entities of the sample", answer.Total, err)
	}
	for name, text := range map[string]string{
		"writes.cypher":  "// title: T\n// column: n entity\n\nCREATE (n:Entity {id: 'x'}) RETURN n\n",
		"columns.cypher": "// title: T\n// column: wrong entity\n\nMATCH (n:Entity) RETURN n\n",
	} {
		bad, err := cypher.Parse(name, strings.TrimSuffix(name, ".cypher"), text)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Check(context.Background(), bad); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v; want one that names the file", name, err)
		}
	}
}
