package web

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"mapper/graph"
)

func TestAnswersAreKeptUntilALoad(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	get := func(target string, headers ...string) *httptest.ResponseRecorder {
		t.Helper()
		w := ask(app, "GET", target, "", headers...)
		if w.Code >= 400 {
			t.Fatalf("%s: %d %s", target, w.Code, w.Body)
		}
		return w
	}
	first := get("/api/views/per-trust")
	again := get("/api/views/per-trust?format=csv")
	get("/views/per-trust")
	if f.answers != 1 || again.Header().Get("ETag") == first.Header().Get("ETag") {
		t.Errorf("the graph was asked %d times; ETag %s of both forms", f.answers, again.Header().Get("ETag"))
	}
	tag := first.Header().Get("ETag")
	if w := get("/api/views/per-trust", "If-None-Match", tag); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("the same again: %d, %d bytes", w.Code, w.Body.Len())
	}
	f.version = "2"
	if w := get("/api/views/per-trust", "If-None-Match", tag); w.Code != http.StatusOK || f.answers != 2 {
		t.Errorf("after a load: %d, asked %d times", w.Code, f.answers)
	}
	f.version, f.datasets = "3+d", []graph.Collection{{Dataset: graph.Dataset{ID: "d"}, Unfinished: true}}
	get("/api/views/per-trust")
	get("/api/views/per-trust")
	if f.answers != 4 {
		t.Errorf("during a load the graph was asked %d times, want 4: what it answers then is not kept", f.answers)
	}
}

func TestParts(t *testing.T) {
	app := serve(t, &fake{many: 1200})
	for target, want := range map[string]struct {
		shown int
		link  string
	}{
		"/api/views/per-trust":                      {1200, ""},
		"/api/views/per-trust?limit=1000":           {1000, `</api/views/per-trust?limit=1000&skip=1000>; rel="next"`},
		"/api/views/per-trust?limit=1000&skip=1000": {200, ""},
		"/api/views/per-trust?skip=1100":            {100, ""},
		"/api/views/per-trust?limit=100&skip=1200":  {0, ""},
	} {
		w := ask(app, "GET", target, "")
		var answer graph.Answer
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
			t.Fatalf("%v: %s", err, w.Body)
		}
		if len(answer.Rows) != want.shown || answer.Shown.Shown != want.shown || answer.Total != 1200 || w.Header().Get("Link") != want.link || (answer.Why == "") != (want.shown == 1200) {
			t.Errorf("%s: %d rows, %+v, Link %q", target, len(answer.Rows), answer.Shown, w.Header().Get("Link"))
		}
	}
	for _, target := range []string{"/api/views/per-trust?limit=0", "/api/views/per-trust?limit=1001", "/api/views/per-trust?skip=-1&limit=1"} {
		if w := ask(app, "GET", target, ""); w.Code != 400 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

// The first byte of a long answer arrives before its last row is there to be read.
func TestViewsAreStreamed(t *testing.T) {
	received := make(chan bool)
	f := &fake{many: 20_000}
	asked := false
	f.passing = func(i int) {
		if asked = asked || i == 0; i == 19_999 {
			select {
			case <-received:
			case <-time.After(10 * time.Second):
				t.Error("the client had nothing when all but one row had been read")
			}
		}
	}
	server := httptest.NewServer(serve(t, f))
	defer server.Close()
	response, err := http.Get(server.URL + "/api/views/per-trust")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body := bufio.NewReader(response.Body)
	line, err := body.ReadString('\n')
	if err != nil || !strings.Contains(line, "columns") {
		t.Fatal(line, err)
	}
	close(received)
	rest, err := io.ReadAll(body)
	var answer graph.Answer
	if err != nil || json.Unmarshal(append([]byte(line), rest...), &answer) != nil || len(answer.Rows) != 20_000 || answer.Sentence == "" || !asked {
		t.Errorf("%v, %d rows, %q", err, len(answer.Rows), answer.Sentence)
	}
}

// Whatever can be got can be asked for again at no cost.
func TestEveryGetHasAnETag(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	api := newAPI(newEngine())
	newSite(Options{Views: testViews(t)}.withDefaults()).routes(nil, api)
	targets := []string{"/", "/search?q=x", "/map", "/views", "/views/per-trust", "/entities/ods:RRV", "/edges/d:1", "/rules", "/documents", "/documents/x", "/docs", "/openapi.json", "/assets/app.css"}
	for _, tag := range guideTo(api).Tags {
		for _, op := range tag.Operations {
			if op.Path == "/api/paths" { // from and to are needed only where there is no via
				op.Try += "?from=a&to=b"
			}
			if op.Method == "GET" && !strings.Contains(op.Path, "{") && !strings.HasPrefix(op.Path, "/api/queries") { // which need a folder
				targets = append(targets, op.Try)
			}
		}
	}
	for _, target := range append(targets, "/api/entities/ods:RRV", "/api/entities/ods:RRV/claims", "/api/edges/d:1", "/api/documents/x") {
		first := ask(app, "GET", target, "")
		again := ask(app, "GET", target, "", "If-None-Match", first.Header().Get("ETag"))
		if first.Code != 200 || again.Code != http.StatusNotModified || again.Body.Len() > 0 || !strings.Contains(strings.Join(again.Header().Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("%s: %d with ETag %q, again %d %v", target, first.Code, first.Header().Get("ETag"), again.Code, again.Header())
		}
		if head := ask(app, "HEAD", target, ""); head.Code != 200 || head.Body.Len() > 0 || head.Header().Get("ETag") != first.Header().Get("ETag") {
			t.Errorf("HEAD %s: %d, ETag %q", target, head.Code, head.Header().Get("ETag"))
		}
	}
}
