package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"mapper/graph"
)

// Whoever gives up must not leave the server at work: the statement has to be gone
// there too, long before its own time limit.
func TestCancelEndsTheStatementAtTheServer(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	const running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'cancelled_by_test' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)"
	const slow = "UNWIND range(1, 100000000) AS cancelled_by_test WITH cancelled_by_test WHERE cancelled_by_test % 7 = 8 RETURN count(cancelled_by_test)"
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		_, err := s.Console(ctx, graph.ConsoleQuery{Statement: slow})
		ended <- err
	}()
	wait(t, "the statement runs", func() bool { return count(t, running) == 1 })
	began := time.Now()
	cancel()
	if err := <-ended; graph.KindOf(err) != graph.Timeout {
		t.Errorf("%v; want it to say that it was cancelled", err)
	}
	wait(t, "the server has ended the statement", func() bool { return count(t, running) == 0 })
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("the server went on for %v", took)
	}
}

func wait(t *testing.T, what string, until func() bool) {
	t.Helper()
	for began := time.Now(); !until(); time.Sleep(50 * time.Millisecond) {
		if time.Since(began) > 10*time.Second {
			t.Fatalf("waited ten seconds in vain until %s", what)
		}
	}
}

// What is wrong is shown where it stands, in the statement as it was written: the
// server is sent another line before it.
func TestConsoleSaysWhere(t *testing.T) {
	s := open(t)
	for _, tt := range []struct {
		statement    string
		line, column int
	}{
		{"RETRUN 1", 1, 1},
		{"MATCH (p:Person)\nRETURN q.name", 2, 8},
		{"// title: With a header\nMATCH (p:Person)\n  RETURN p.name ORDER BT p", 3, 23},
	} {
		_, err := s.Console(t.Context(), graph.ConsoleQuery{Statement: tt.statement})
		var e *graph.Error
		if !errors.As(err, &e) || e.Kind != graph.Unparsable || e.Line != tt.line || e.Column != tt.column {
			t.Errorf("%q: %+v; want line %d, column %d", tt.statement, e, tt.line, tt.column)
		}
	}
}

func TestConsoleTakesParametersByTheHeader(t *testing.T) {
	s := open(t)
	const statement = "// param: day date\n// param: n integer?\n// param: ids list\nRETURN $day.year AS year, $n AS n, size($ids) AS ids"
	result, err := s.Console(t.Context(), graph.ConsoleQuery{Statement: statement, Parameters: map[string]any{"day": "2021-04-25", "ids": "a|b"}})
	if err != nil || result.Rows[0][0] != int64(2021) || result.Rows[0][1] != nil || result.Rows[0][2] != int64(2) {
		t.Errorf("%+v, %v; want 2021, null, 2", result, err)
	}
	if _, err := s.Console(t.Context(), graph.ConsoleQuery{Statement: statement, Parameters: map[string]any{"day": "soon", "ids": ""}}); graph.KindOf(err) != graph.Invalid {
		t.Errorf("a wrong day: %v", err)
	}
}

func TestExplainRunsNothing(t *testing.T) {
	s := open(t)
	result, err := s.Console(t.Context(), graph.ConsoleQuery{Statement: "UNWIND range(1, 1000000000) AS n RETURN count(n) AS n", Explain: true})
	if err != nil || result.Plan == nil || len(result.Rows) != 0 || len(result.Columns) != 1 {
		t.Errorf("%+v, %v; want a plan and no rows", result, err)
	}
}

func TestSchema(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	schema, err := s.Schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, f := range schema.Functions {
		has[f.Name] = true
	}
	for _, p := range schema.Procedures {
		has[p.Name] = len(p.Yields) > 0
	}
	for _, p := range schema.Patterns {
		has[p.From+p.Type+p.To] = true
	}
	for _, name := range append(append(schema.Labels, schema.Types...), schema.Properties...) {
		has[name] = true
	}
	for _, want := range []string{"Entity", "REGULATES", "aliases", "coalesce", "db.labels", "EntityREGULATESEntity"} {
		if !has[want] {
			t.Errorf("%s is not in it (%d patterns, %d procedures)", want, len(schema.Patterns), len(schema.Procedures))
		}
	}
	if has["dbms.components"] {
		t.Error("a procedure that is refused is offered")
	}
	t.Logf("%d patterns", len(schema.Patterns))
}
