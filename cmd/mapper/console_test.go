package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"mapper/cypher"
	"mapper/graph/graphtest"
	"mapper/graph/store"
	"mapper/web"
)

// TestConsoleIsTheSameEverywhere asks what the console refuses and what it answers
// on the command line and over HTTP.
func TestConsoleIsTheSameEverywhere(t *testing.T) {
	mapper(t, onServer(t, "load", "articles")...).want(t, 0)
	post := overHTTP(t)
	var refused []struct{ Statements []string }
	graphtest.Statements(t, "refused", &refused)
	for _, group := range refused {
		for _, statement := range group.Statements {
			if o := mapper(t, append(onServer(t, "query"), "--", statement)...); o.code != 2 || o.out != "" {
				t.Errorf("query %q: exit code %d, %s", statement, o.code, o.out)
			}
			if code := post(statement); code != http.StatusForbidden && code != http.StatusUnprocessableEntity && code != http.StatusBadRequest {
				t.Errorf("POST %q: %d", statement, code)
			}
		}
	}
	var allowed []string
	graphtest.Statements(t, "allowed", &allowed)
	for _, statement := range allowed {
		if o := mapper(t, append(onServer(t, "query", "-p", "id=tda"), "--", statement)...); o.code != 0 || o.out == "" {
			t.Errorf("query %q: exit code %d, %s", statement, o.code, o.err)
		}
		if code := post(statement); code != http.StatusOK {
			t.Errorf("POST %q: %d", statement, code)
		}
	}
}

// app is the web app on the server of the tests.
func app(t *testing.T) http.Handler { return appWith(t, nil) }

// appWith is the same with a folder of saved queries.
func appWith(t *testing.T, queries *cypher.Folder) http.Handler {
	t.Helper()
	n := graphtest.Open(t)
	s, err := store.Open(context.Background(), store.Config{URI: n.URI, Username: n.Username, Password: n.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	views, err := cypher.Views()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := cypher.Rules()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := web.New(web.Options{Graph: s, Views: views, Rules: rules, Queries: queries, Version: version})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// overHTTP serves the app and gives what posts a statement to it.
func overHTTP(t *testing.T) (post func(statement string) int) {
	handler := app(t)
	return func(statement string) int {
		body, _ := json.Marshal(map[string]any{"statement": statement, "parameters": map[string]any{"id": "tda"}})
		r := httptest.NewRequest(http.MethodPost, "/api/cypher", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Host = "localhost"
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Code
	}
}
