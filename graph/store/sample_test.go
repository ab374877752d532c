package store_test

import (
	"testing"

	"mapper/graph"
	"mapper/graph/source/folder"
	"mapper/graph/store"
	"mapper/testdata/nhs"
)

// sample reads the dataset of the articles.
func sample(t *testing.T) *graph.Dataset {
	t.Helper()
	files, _ := nhs.Dataset("articles")
	d, problems := folder.Read(files, "articles")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return d
}

func loadSample(t *testing.T, s *store.Store) { load(t, s, sample(t)) }
