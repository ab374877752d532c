// Package graphtest finds a real Neo4j for tests. It climbs one ladder and takes
// the first rung that holds: the server that MAPPER_TEST_NEO4J_URI names, a
// container, the managed Neo4j of package local. If none holds the test is
// skipped with the reason of every rung.
//
// MAPPER_TEST_DB=must turns that skip into a failure, and MAPPER_TEST_DB=container
// takes nothing but a container for an answer.
//
// A test binary has one Neo4j at most, shared by its tests, so a package that
// calls [Open] must hand its TestMain to [Main]:
//
//	func TestMain(m *testing.M) { graphtest.Main(m) }
package graphtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"
)

// Neo4j says how to reach a server.
type Neo4j struct{ URI, Username, Password string }

// patience has to cover the pull of an image, or of the jars, on a slow line.
const patience = 5 * time.Minute

var shared struct {
	inMain bool // whether somebody will stop what Open starts
	once   sync.Once
	found  *found
	err    error
}

// Open returns the Neo4j that the tests of this binary share. What earlier tests
// wrote is still in it.
func Open(t testing.TB) Neo4j {
	t.Helper()
	if !shared.inMain {
		t.Fatal("graphtest: the package needs func TestMain(m *testing.M) { graphtest.Main(m) }")
	}
	shared.once.Do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		shared.found, shared.err = climb(ctx, ladder)
	})
	mode := os.Getenv("MAPPER_TEST_DB")
	switch err := verdict(mode, shared.found, shared.err); {
	case err == nil:
		return shared.found.Neo4j
	case mode == "":
		t.Skip(err)
	default:
		t.Fatal(err)
	}
	return Neo4j{}
}

// Main runs a package's tests, then stops the Neo4j that they opened, if any.
func Main(m *testing.M) {
	shared.inMain = true
	code := m.Run()
	if f := shared.found; f != nil {
		if err := f.stop(); err != nil {
			fmt.Fprintf(os.Stderr, "graphtest: stopping %s: %v\n", f.rung, err)
			code = max(code, 1)
		}
	}
	os.Exit(code)
}

// A rung is one way to a Neo4j.
type rung struct {
	name string
	open func(context.Context) (Neo4j, func() error, error)
}

var ladder = []rung{
	{"server", given},
	{"container", inContainer},
	{"managed", managed},
}

type found struct {
	Neo4j
	rung string
	stop func() error
}

// climb takes the first rung that holds; its error tells why none did.
func climb(ctx context.Context, rungs []rung) (*found, error) {
	var why []error
	for _, r := range rungs {
		neo4j, stop, err := r.open(ctx)
		if err == nil {
			return &found{neo4j, r.name, stop}, nil
		}
		why = append(why, fmt.Errorf("%s: %w", r.name, err))
	}
	return nil, fmt.Errorf("no Neo4j for this test:\n%w", errors.Join(why...))
}

// verdict says whether what was found is what MAPPER_TEST_DB asks for.
func verdict(mode string, f *found, err error) error {
	switch {
	case mode != "" && mode != "must" && mode != "container":
		return fmt.Errorf("MAPPER_TEST_DB is %q; it may be must, container or unset", mode)
	case err != nil:
		return err
	case mode == "container" && f.rung != "container":
		return fmt.Errorf("MAPPER_TEST_DB asks for a container, but this is the %s at %s", f.rung, f.URI)
	}
	return nil
}

// given is the server that the environment names. It is taken at its word: if it
// does not answer, the tests shall say so rather than run against another.
func given(context.Context) (Neo4j, func() error, error) {
	uri := os.Getenv("MAPPER_TEST_NEO4J_URI")
	if uri == "" {
		return Neo4j{}, nil, errors.New("MAPPER_TEST_NEO4J_URI is not set")
	}
	username := os.Getenv("MAPPER_TEST_NEO4J_USERNAME")
	if username == "" {
		username = "neo4j"
	}
	leave := func() error { return nil }
	return Neo4j{uri, username, os.Getenv("MAPPER_TEST_NEO4J_PASSWORD")}, leave, nil
}
