package store_test

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
	"mapper/graph/graphtest"
	"mapper/graph/store"
)

// These helpers look at the graph past the store, so that the store cannot vouch
// for itself.

func driver(t *testing.T) neo4j.DriverWithContext {
	t.Helper()
	n := graphtest.Open(t)
	auth := neo4j.NoAuth()
	if n.Username != "" {
		auth = neo4j.BasicAuth(n.Username, n.Password, "")
	}
	d, err := neo4j.NewDriverWithContext(n.URI, auth)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(context.Background()) })
	return d
}

// ask runs any statement, writes included, and gives the first value.
func raw(t *testing.T, statement string, params map[string]any) any {
	t.Helper()
	result, err := neo4j.ExecuteQuery(context.Background(), driver(t), statement, params, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Records) == 0 || len(result.Records[0].Values) == 0 {
		return nil
	}
	return result.Records[0].Values[0]
}

func count(t *testing.T, statement string) int64 {
	t.Helper()
	n, _ := raw(t, statement, nil).(int64)
	return n
}

// checksum is a hash over every node and edge with all labels and properties, but for
// when a dataset was loaded and how many loads there were.
func checksum(t *testing.T) store.Checksum {
	t.Helper()
	n := graphtest.Open(t)
	s, err := store.Open(t.Context(), store.Config{URI: n.URI, Username: n.Username, Password: n.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(t.Context())
	sum, err := s.Checksum(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// holdLock takes the lock of loads, as a load under way does, until it is released.
func holdLock(t *testing.T) (release func()) {
	t.Helper()
	ctx := context.Background()
	session := driver(t).NewSession(ctx, neo4j.SessionConfig{})
	tx, err := session.BeginTransaction(ctx)
	if err == nil {
		_, err = tx.Run(ctx, "MATCH (l:Lock) SET l.held = true REMOVE l.held", nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		tx.Rollback(ctx)
		session.Close(ctx)
	}
}

func versionOf(t *testing.T, s *store.Store) string {
	t.Helper()
	v, err := s.Version(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func profile(t *testing.T, s *store.Store, id string) *graph.Profile {
	t.Helper()
	p, err := s.Entity(context.Background(), id, graph.Day{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func claimsOf(t *testing.T, s *store.Store, id string) []graph.Evidence {
	return profile(t, s, id).Claims
}
