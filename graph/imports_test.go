package graph

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// rooms says which of the mapper's own packages each folder may import, and who
// may import the libraries that belong to one room only.
var rooms = map[string][]string{
	"graph":           {},
	"graph/source":    {"mapper/graph", "mapper/graph/source"},
	"graph/format":    {"mapper/graph"},
	"graph/local":     {"mapper/graph"},
	"graph/store":     {"mapper/graph", "mapper/cypher"},
	"cypher":          {"mapper/graph"},
	"web":             {"mapper/graph", "mapper/graph/format", "mapper/cypher", "mapper/web"},
	"cmd":             {"mapper"},
	"testdata":        {},
	"graph/graphtest": {"mapper/graph"},
	"graph/bench":     {"mapper"},
}

// owned are libraries that only one room may import.
var owned = map[string]string{
	"github.com/neo4j/neo4j-go-driver": "graph/store",
	"github.com/gin-gonic/gin":         "web",
	"github.com/danielgtaylor/huma":    "web",
	"github.com/testcontainers":        "graph/graphtest",
}

// TestImportsPointOneWay reads the imports of every file of the program.
func TestImportsPointOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if err != nil || !strings.HasSuffix(file, ".go") {
			return err
		}
		files++
		folder, _ := filepath.Rel("..", filepath.Dir(file))
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range parsed.Imports {
			name, _ := strconv.Unquote(i.Path.Value)
			checkImport(t, filepath.ToSlash(folder), filepath.Base(file), name)
		}
		return nil
	})
	if err != nil || files < 60 {
		t.Errorf("%d files read, %v", files, err)
	}
}

func checkImport(t *testing.T, folder, file, name string) {
	t.Helper()
	test := strings.HasSuffix(file, "_test.go")
	for library, owner := range owned {
		if folder == "graph/bench" { // which measures the room against the bare library
			continue
		}
		if strings.HasPrefix(name, library) && !strings.HasPrefix(folder, owner) {
			t.Errorf("%s/%s imports %s, which belongs to %s alone", folder, file, name, owner)
		}
	}
	if !strings.HasPrefix(name, "mapper/") || test {
		return
	}
	room := folder
	for rooms[room] == nil && room != "." {
		room = path.Dir(room)
	}
	for _, allowed := range rooms[room] {
		if name == allowed || allowed == "mapper" || strings.HasPrefix(name, allowed+"/") && allowed != "mapper/graph" {
			return
		}
	}
	if room == "graph/graphtest" && name == "mapper/graph/local" {
		return
	}
	t.Errorf("%s/%s imports %s: %s may import only %v of the mapper", folder, file, name, room, rooms[room])
}
