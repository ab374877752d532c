package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestRelationshipsAloneAreAGraph takes claims away without their ends having been
// returned, on the command line and over HTTP, which write the same.
func TestRelationshipsAloneAreAGraph(t *testing.T) {
	mapper(t, onServer(t, "load", "articles")...).want(t, 0)
	served := app(t)
	const statement = "MATCH ()-[r:REGULATES]->() RETURN r ORDER BY r.id LIMIT 5"
	for format, holds := range map[string]string{"graphml": "<edge ", "gexf": "<edge ", "jsongraph": `"relation":"REGULATES"`, "cypher": "SET r", "ftm": `"schema":"UnknownLink"`} {
		o := mapper(t, append(onServer(t, "query", "-f", format), "--", statement)...)
		o.want(t, 0, holds)
		body, err := json.Marshal(map[string]string{"statement": statement, "format": format})
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, "/api/cypher", strings.NewReader(string(body)))
		r.Header.Set("Content-Type", "application/json")
		r.Host = "localhost"
		w := httptest.NewRecorder()
		served.ServeHTTP(w, r)
		if w.Code != http.StatusOK || w.Body.String() != o.out {
			t.Errorf("%s: %d; over HTTP\n%.600s\non the command line\n%.600s", format, w.Code, w.Body, o.out)
		}
	}
}
