package folder

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/testdata/nhs"
)

// TestWrite writes each sample and reads it back; what was read is written again to the same bytes.
func TestWrite(t *testing.T) {
	for _, id := range nhs.IDs {
		sample, _ := nhs.Dataset(id)
		want, _ := Read(sample, id)
		one, two := filepath.Join(t.TempDir(), id), filepath.Join(t.TempDir(), id)
		if err := Write(one, want); err != nil {
			t.Fatal(err)
		}
		got, problems := Read(os.DirFS(one), id)
		if err := problems.Err(); err != nil || !reflect.DeepEqual(unplaced(got), unplaced(want)) {
			t.Errorf("%s comes back changed: %v", id, err)
		}
		if err := Write(two, got); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{"dataset.yaml", "documents.csv", "entities.csv", "claims.csv"} {
			a, err := os.ReadFile(filepath.Join(one, file))
			b, _ := os.ReadFile(filepath.Join(two, file))
			if err != nil || string(a) != string(b) {
				t.Errorf("%s: %s is not the same when written again (%v)", id, file, err)
			}
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	d := &graph.Dataset{ID: "x", Entities: []graph.Entity{{ID: "a", Name: "A", Aliases: []string{"either|or"}}}}
	if err := Write(t.TempDir(), d); err == nil || !strings.Contains(err.Error(), "either|or") {
		t.Error(err)
	}
}

// unplaced drops what differs by where a dataset lies.
func unplaced(d *graph.Dataset) *graph.Dataset {
	for i := range d.Documents {
		d.Documents[i].Place = graph.Place{}
	}
	for i := range d.Entities {
		d.Entities[i].Place = graph.Place{}
	}
	for i := range d.Claims {
		d.Claims[i].Place = graph.Place{}
	}
	return d
}
