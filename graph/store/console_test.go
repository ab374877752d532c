package store_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"mapper/graph"
	"mapper/graph/graphtest"
	"mapper/graph/store"
)

// ending is statements that end in the same way.
type ending struct {
	Why, Ends  string
	Statements []string
}

func enter(s *store.Store, statement string) (*graph.Result, error) {
	return s.Console(context.Background(), graph.ConsoleQuery{Statement: statement, Parameters: map[string]any{"id": "tda", "url": "file:///etc/passwd"}})
}

func TestConsoleRefuses(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	var groups []ending
	graphtest.Statements(t, "refused", &groups)
	before := checksum(t)
	for _, g := range groups {
		for _, statement := range g.Statements {
			result, err := enter(s, statement)
			kind := graph.KindOf(err)
			switch {
			case err == nil:
				t.Errorf("%q ran and gave %v", statement, result.Rows)
			case kind != graph.Refused && kind != graph.Unparsable && kind != graph.Invalid:
				t.Errorf("%q: %s: %v; want it refused", statement, kind, err)
			case kind == graph.Refused && !strings.Contains(err.Error(), g.Why):
				t.Errorf("%q: %v; want %q among the reasons", statement, err, g.Why)
			}
		}
	}
	if checksum(t) != before {
		t.Error("the graph has changed")
	}
}

// How long a statement may take until it has been stopped: its own time, that of its
// plan, and what a busy machine adds.
const patience = store.ConsoleTime + 15*time.Second

func TestConsoleStops(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	var groups []ending
	graphtest.Statements(t, "stopped", &groups)
	before := checksum(t)
	for _, g := range groups {
		others := askOthers(s)
		if g.Ends == "either" {
			others = func() error { return answered(s) }
		}
		each := sync.WaitGroup{}
		for _, statement := range g.Statements {
			look := func() {
				began := time.Now()
				result, err := enter(s, statement)
				took := time.Since(began)
				if !endsAs(g.Ends, result, err) || took > patience {
					t.Errorf("%q: %v after %v; want it to end as %s", statement, err, took.Round(time.Millisecond), g.Ends)
				}
			}
			if g.Ends == "timeout" { // five at once are no harder to bear than one
				each.Go(look)
			} else {
				look()
			}
		}
		each.Wait()
		if err := others(); err != nil {
			t.Errorf("while statements of %q ran: %v", g.Ends, err)
		}
	}
	if checksum(t) != before {
		t.Error("the graph has changed")
	}
}

func endsAs(want string, result *graph.Result, err error) bool {
	kind := graph.KindOf(err)
	switch want {
	case "timeout":
		return kind == graph.Timeout
	case "too-large": // or too slow to become it, on a slow machine
		return err != nil && (kind == graph.TooLarge || kind == graph.Timeout)
	case "cut":
		return err == nil && result.Shown.Shown == store.ConsoleRows && result.Why != ""
	}
	return err == nil && result.Shown.Shown <= store.ConsoleRows || kind == graph.TooLarge || kind == graph.Timeout || kind == graph.Unparsable
}

// answered asks a small thing until it is answered: Neo4j does not count what one
// expression takes, so that it may be short of memory for a while.
func answered(s *store.Store) (err error) {
	for began := time.Now(); time.Since(began) < time.Minute; {
		var result *graph.Result
		if result, err = enter(s, "MATCH (e:Entity {id: $id}) RETURN e.name"); err == nil && len(result.Rows) == 1 {
			return nil
		}
	}
	return err
}

// askOthers asks small things until it is told to stop, and says what went wrong.
func askOthers(s *store.Store) (stop func() error) {
	ended, answer := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			result, err := enter(s, "MATCH (e:Entity {id: $id}) RETURN e.name")
			if err != nil { // a busy machine may need a second go
				result, err = enter(s, "MATCH (e:Entity {id: $id}) RETURN e.name")
			}
			if err != nil || len(result.Rows) != 1 {
				answer <- graph.Errorf(graph.Internal, "%v, %v", result, err)
				return
			}
			select {
			case <-ended:
				answer <- nil
				return
			case <-time.After(200 * time.Millisecond):
			}
		}
	}()
	return func() error {
		close(ended)
		return <-answer
	}
}

func TestConsoleAnswers(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	var statements []string
	graphtest.Statements(t, "allowed", &statements)
	for _, statement := range statements {
		result, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: statement, Parameters: map[string]any{"id": "tda"}, Plan: true})
		if err != nil || len(result.Rows) == 0 || result.Plan == nil {
			t.Errorf("%q: %v, %v; want rows and a plan", statement, result, err)
		}
	}
	result, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: "MATCH (a:Entity {id: $id})-[r]->(b:Entity) RETURN a, r, b", Parameters: map[string]any{"id": "tda"}})
	if err != nil || len(result.Nodes) < 2 || len(result.Edges) == 0 {
		t.Errorf("a graph: %+v, %v; want nodes and edges", result, err)
	}
}
