package cypher

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph"
)

const mine = "// title: Mine\n// param: day date?\nMATCH (e:Entity) WHERE $day IS NULL RETURN e\n"

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet")
	f := NewFolder(dir)
	if all, err := f.List(); err != nil || len(all) != 0 {
		t.Fatalf("no folder: %v, %v; want no queries and no error", all, err)
	}
	if err := f.Put(map[string]string{"mine": mine}); err != nil {
		t.Fatal(err)
	}
	if one, err := f.Get("mine"); err != nil || one.Title != "Mine" || one.Text != mine {
		t.Errorf("%+v, %v", one, err)
	}
	for _, name := range []string{"../mine", "a/b", "Mine", ".mine", "", "mine.cypher", "a..b", strings.Repeat("a", 101)} {
		if err := f.Put(map[string]string{name: mine}); graph.KindOf(err) != graph.Invalid {
			t.Errorf("saved as %q: %v", name, err)
		}
		if _, err := f.Get(name); graph.KindOf(err) != graph.Invalid {
			t.Errorf("read %q: %v", name, err)
		}
		if err := f.Delete(name); graph.KindOf(err) != graph.Invalid {
			t.Errorf("deleted %q: %v", name, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(filepath.Dir(dir)), "*", "*", "*")); len(left) != 1 {
		t.Errorf("%v; want one file", left)
	}
	if err := f.Delete("mine"); err != nil {
		t.Error(err)
	}
	if err := f.Delete("mine"); graph.KindOf(err) != graph.NotFound {
		t.Errorf("deleted twice: %v", err)
	}
}

func TestFolderTakesAllOrNothing(t *testing.T) {
	f := NewFolder(t.TempDir())
	err := f.Put(map[string]string{"good": mine, "untitled": "RETURN 1", "other": mine})
	if graph.KindOf(err) != graph.Invalid || !strings.Contains(err.Error(), "untitled.cypher:1: title: is missing") {
		t.Errorf("%v; want it to name the file", err)
	}
	if all, _ := f.List(); len(all) != 0 {
		t.Errorf("%v were saved", all)
	}
}

func TestFolderSaysWhatIsSpoilt(t *testing.T) {
	dir := t.TempDir()
	f := NewFolder(dir)
	for name, text := range map[string]string{"good.cypher": mine, "bad.cypher": "// tilte: Bad\nRETURN 1", "notes.txt": "x"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := f.List()
	if err != nil || len(all) != 2 || !strings.Contains(all[0].Problem, "bad.cypher:1") || all[1].Problem != "" {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestZip(t *testing.T) {
	f := NewFolder(t.TempDir())
	if err := f.Put(map[string]string{"one": mine, "two": mine}); err != nil {
		t.Fatal(err)
	}
	var archive bytes.Buffer
	if err := f.Zip(&archive); err != nil {
		t.Fatal(err)
	}
	texts, err := Unzip(archive.Bytes())
	if err != nil || len(texts) != 2 || texts["two"] != mine {
		t.Errorf("%v, %v", texts, err)
	}
	for _, wrong := range [][]byte{nil, []byte("PK not a zip"), archive.Bytes()[:40]} {
		if _, err := Unzip(wrong); graph.KindOf(err) != graph.Invalid {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

func TestDraft(t *testing.T) {
	columns := []graph.Column{{Name: "who", Type: "entity"}, {Name: "n", Type: "integer"}}
	d := Draft{Name: "a-view", Title: "A\nview", Question: "Who?", Columns: columns}
	got, err := d.File("// param: day date? \"on this day\"\n// column: who entity \"the body\"\n// column: gone text\n// chart: bar x=who y=n\n// a remark\nMATCH (e) WHERE $day IS NULL AND $other RETURN e AS who, 1 AS n")
	want := "// title: A view\n// question: Who?\n// param: day date? \"on this day\"\n// param: other text\n// column: who entity \"the body\"\n// column: n integer\n" +
		"// chart: bar x=who y=n\nMATCH (e) WHERE $day IS NULL AND $other RETURN e AS who, 1 AS n\n"
	if err != nil || got != want {
		t.Errorf("%v, got\n%s", err, got)
	}
	d.Title = ""
	if _, err := d.File("RETURN 1 AS n"); graph.KindOf(err) != graph.Invalid {
		t.Errorf("no title: %v", err)
	}
}

func TestBind(t *testing.T) {
	const text = "// param: day date?\n// param: n integer\n// param: ids list\nRETURN $day, $n, $ids, $free"
	got, err := Bind(text, map[string]any{"n": "3", "ids": `["a|b"]`, "free": "4"})
	if err != nil || got["day"] != nil || got["n"] != int64(3) || got["ids"].([]any)[0] != "a|b" || got["free"] != "4" {
		t.Errorf("%v, %v", got, err)
	}
	if _, ok := got["day"]; !ok {
		t.Error("what may be left out must be null, or the server misses it")
	}
	for _, wrong := range []map[string]any{{"ids": "a"}, {"n": "x", "ids": "a"}, {"n": "1", "ids": "a", "day": "soon"}} {
		if _, err := Bind(text, wrong); graph.KindOf(err) != graph.Invalid {
			t.Errorf("%v: %v", wrong, err)
		}
	}
	if got, err := Bind("// param: unused date\nRETURN 1", nil); err != nil || len(got) != 0 {
		t.Errorf("a parameter that is not used is asked for: %v, %v", got, err)
	}
}
