package store_test

import (
	"context"
	"testing"

	"mapper/graph"
	"mapper/graph/graphtest"
	"mapper/graph/store"
)

func TestMain(m *testing.M) { graphtest.Main(m) }

// open gives the shared Neo4j with nothing in it.
func open(t *testing.T) *store.Store {
	t.Helper()
	n := graphtest.Open(t)
	ctx := context.Background()
	s, err := store.Open(ctx, store.Config{URI: n.URI, Username: n.Username, Password: n.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(ctx) })
	if err := s.Prepare(ctx); err != nil {
		t.Fatal(err)
	}
	datasets, err := s.Datasets(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range datasets {
		if _, err := s.Drop(ctx, d.ID); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func load(t *testing.T, s *store.Store, d *graph.Dataset) graph.Report {
	t.Helper()
	report, err := s.Load(context.Background(), d.Stream(), store.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}
