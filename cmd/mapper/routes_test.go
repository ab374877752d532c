//go:build unix

package main

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

// elsewhere are the routes that other tests compare with commands, and the commands.
var elsewhere = map[string]string{
	"POST /api/cypher":           "query",
	"POST /api/cypher/view":      "draft",
	"GET /api/export":            "export",
	"GET /api/map/export":        "map",
	"GET /api/queries":           "queries list",
	"POST /api/queries":          "queries import",
	"GET /api/queries.zip":       "queries export",
	"GET /api/queries/{name}":    "queries show",
	"PUT /api/queries/{name}":    "queries save",
	"DELETE /api/queries/{name}": "queries delete",
	"GET /healthz":               "health",
	"GET /readyz":                "health",
}

// TestEveryRouteHasACommand holds the command line to the list of what the API answers.
func TestEveryRouteHasACommand(t *testing.T) {
	text, err := os.ReadFile("../../docs/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var api struct{ Paths map[string]map[string]any }
	if err := json.Unmarshal(text, &api); err != nil || len(api.Paths) < 20 {
		t.Fatalf("%d routes, %v", len(api.Paths), err)
	}
	for path, methods := range api.Paths {
		parameter := regexp.MustCompile(`\\\{[a-z]+\\\}`)
		form := regexp.MustCompile("^" + parameter.ReplaceAllString(regexp.QuoteMeta(path), "[^/?]+") + `(\?|$)`)
		for method := range methods {
			route := strings.ToUpper(method) + " " + path
			command := elsewhere[route]
			for line, answers := range answered {
				if method == "get" && form.MatchString(answers) {
					command, _, _ = strings.Cut(line, " ")
				}
			}
			if strings.HasPrefix(path, "/api/views/") {
				command = "view" // one route a view
			}
			if command == "" {
				t.Errorf("nothing on the command line answers as %s does", route)
				continue
			}
			if o := mapper(t, append(strings.Fields(command), "--help")...); o.code != 0 {
				t.Errorf("%s: there is no mapper %s", route, command)
			}
		}
	}
}
