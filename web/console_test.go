package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/cypher"
	"mapper/graph"
)

// atTheMachine sends a request as a browser on the machine itself does.
func atTheMachine(app http.Handler, method, target, body, media string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host, r.RemoteAddr = "localhost:8080", "127.0.0.1:50000"
	r.Header.Set("Content-Type", media)
	w := httptest.NewRecorder()
	app.ServeHTTP(w, r)
	return w
}

func TestConsoleAsksForParameters(t *testing.T) {
	var data any
	f := &fake{}
	app := serve(t, f, drawn(&data))
	q := "/console?q=" + url.QueryEscape("// param: day date?\r\n// param: kind kind\r\nRETURN $day, $kind, $free")
	if ask(app, "GET", q, ""); !data.(ConsolePage).Open || len(data.(ConsolePage).Asks) != 3 || f.console.Statement != "" {
		t.Errorf("asked %q; want the fields first: %+v", f.console.Statement, data)
	}
	ask(app, "GET", q+"&p.kind=Provider&p.free=3", "")
	if p := f.console.Parameters; data.(ConsolePage).Open || p["kind"] != "Provider" || p["free"] != int64(3) || p["day"] != "" {
		t.Errorf("asked with %v", p)
	}
}

func TestProblemSaysWhere(t *testing.T) {
	app := serve(t, &fake{consoleErr: graph.Errorf(graph.Unparsable, "what?").At(2, 7)})
	w := ask(app, "POST", "/api/cypher", `{"statement":"x"}`, "Content-Type", "application/json")
	var p Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != 422 || p.Line != 2 || p.Column != 7 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestSchemaIsReadOnce(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	for range 3 {
		if w := ask(app, "GET", "/api/schema", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"functions":[]`) {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	if f.schemas != 1 {
		t.Errorf("read %d times", f.schemas)
	}
}

func TestQueriesAreSavedAtTheMachineAlone(t *testing.T) {
	dir := t.TempDir()
	app := serve(t, &fake{}, func(o *Options) { o.Queries = cypher.NewFolder(dir); o.AllowedHosts = []string{"maps.example"} })
	body := `{"text":"// title: Mine\nRETURN 1 AS n"}`
	elsewhere := httptest.NewRequest("PUT", "/api/queries/mine", strings.NewReader(body))
	elsewhere.Host, elsewhere.RemoteAddr = "localhost", "192.0.2.7:1"
	proxied := httptest.NewRequest("PUT", "/api/queries/mine", strings.NewReader(body))
	proxied.Host, proxied.RemoteAddr = "maps.example", "127.0.0.1:1"
	otherSite := httptest.NewRequest("DELETE", "/api/queries/mine", nil)
	otherSite.Host, otherSite.RemoteAddr = "localhost", "127.0.0.1:1"
	otherSite.Header.Set("Sec-Fetch-Site", "cross-site")
	for _, r := range []*http.Request{elsewhere, proxied, otherSite} {
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		if app.ServeHTTP(w, r); w.Code != 403 {
			t.Errorf("%s from %s as %s: %d %s", r.Method, r.RemoteAddr, r.Host, w.Code, w.Body)
		}
	}
	if w := atTheMachine(app, "PUT", "/api/queries/mine", body, "application/json"); w.Code != 200 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "mine.cypher")); err != nil || string(text) != "// title: Mine\nRETURN 1 AS n\n" {
		t.Errorf("%q, %v", text, err)
	}
	for _, wrong := range []struct{ path, body, says string }{
		{"/api/queries/Mine", body, "lower-case words"},
		{"/api/queries/..%2Fmine", body, "lower-case words"},
		{"/api/queries/untitled", `{"text":"RETURN 1"}`, "untitled.cypher:1: title: is missing"},
	} {
		if w := atTheMachine(app, "PUT", wrong.path, wrong.body, "application/json"); w.Code != 400 || !strings.Contains(w.Body.String(), wrong.says) {
			t.Errorf("%s: %d %s", wrong.path, w.Code, w.Body)
		}
	}
}

func TestQueriesGoOutAndComeBack(t *testing.T) {
	app := serve(t, &fake{}, func(o *Options) { o.Queries = cypher.NewFolder(t.TempDir()) })
	atTheMachine(app, "PUT", "/api/queries/mine", `{"text":"// title: Mine\nRETURN 1 AS n"}`, "application/json")
	archive := ask(app, "GET", "/api/queries.zip", "")
	if archive.Code != 200 || archive.Header().Get("Content-Type") != "application/zip" {
		t.Fatalf("%d %v", archive.Code, archive.Header())
	}
	if w := atTheMachine(app, "DELETE", "/api/queries/mine", "", ""); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := ask(app, "GET", "/queries/mine", ""); w.Code != 404 {
		t.Errorf("deleted: %d", w.Code)
	}
	if w := atTheMachine(app, "POST", "/api/queries", archive.Body.String(), "application/zip"); w.Code != 200 || !strings.Contains(w.Body.String(), `"title":"Mine"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := ask(app, "GET", "/queries/mine", ""); w.Code != 302 || !strings.HasPrefix(w.Header().Get("Location"), "/console?q=") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := atTheMachine(app, "POST", "/api/queries", "no zip", "application/zip"); w.Code != 400 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	form := func(fields string) *httptest.ResponseRecorder {
		return atTheMachine(app, "POST", "/queries", fields, "application/x-www-form-urlencoded")
	}
	plain := "title=Plain&name=plain&q=%2F%2F+param%3A+id+entity%0D%0AMATCH+(e+%7Bid%3A+%24id%7D)+RETURN+e"
	if w := form(plain); w.Code != 303 || w.Header().Get("Location") != "/queries/plain" {
		t.Errorf("the form: %d %s", w.Code, w.Body.String())
	}
	if w := ask(app, "GET", "/api/queries/plain", ""); !strings.Contains(w.Body.String(), `"text":"// title: Plain\n// param: id entity\nMATCH (e {id: $id}) RETURN e\n"`) {
		t.Errorf("saved: %s", w.Body.String())
	}
	for fields, code := range map[string]int{plain: 409, plain + "&replace=yes": 303, "title=x&name=..%2Fx&q=RETURN+1": 400, "title=&name=none&q=RETURN+1": 400} {
		if w := form(fields); w.Code != code {
			t.Errorf("%s: %d, want %d: %s", fields, w.Code, code, w.Body.String())
		}
	}
	if w := ask(app, "POST", "/queries", plain); w.Code != 403 {
		t.Errorf("from elsewhere: %d", w.Code)
	}
	if w := ask(serve(t, &fake{}), "GET", "/api/queries", ""); w.Code != 404 || !strings.Contains(w.Body.String(), "--queries") {
		t.Errorf("no folder: %d %s", w.Code, w.Body)
	}
}

func TestDraftOfAView(t *testing.T) {
	f := &fake{result: &graph.Result{Table: graph.Table{Columns: []graph.Column{{Name: "who", Type: "value"}, {Name: "n", Type: "value"}},
		Rows: [][]any{{nil, int64(1)}, {trust, int64(2)}}}}}
	app := serve(t, f)
	draft := func(name string) *httptest.ResponseRecorder {
		return ask(app, "POST", "/api/cypher/view", `{"name":"`+name+`","title":"Mine","statement":"MATCH (e) RETURN e AS who, 1 AS n"}`, "Content-Type", "application/json")
	}
	var file ViewFile
	w := draft("mine")
	if err := json.Unmarshal(w.Body.Bytes(), &file); err != nil || file.File != "// title: Mine\n// column: who entity\n// column: n integer\nMATCH (e) RETURN e AS who, 1 AS n\n" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := draft("per-trust"); w.Code != 400 {
		t.Errorf("the name of another view: %d %s", w.Code, w.Body)
	}
	f.result.Columns[0].Name = "e.name"
	if w := draft("mine"); w.Code != 400 || !strings.Contains(w.Body.String(), "write AS") {
		t.Errorf("a column without a name: %d %s", w.Code, w.Body)
	}
	f.consoleErr = errors.New("broken")
	if w := draft("mine"); w.Code != 500 {
		t.Errorf("%d", w.Code)
	}
}

func TestBehindAPage(t *testing.T) {
	var data any
	app := serve(t, &fake{}, drawn(&data))
	ask(app, "GET", "/cypher?page="+url.QueryEscape("/views/per-trust?as_at=2021-04-01&most=3"), "")
	page, ok := data.(BehindPage)
	if !ok || len(page.Statements) != 1 {
		t.Fatalf("%+v", data)
	}
	if one := page.Statements[0]; one.Title != "Per trust" || one.Values["as_at"] != "2021-04-01" || one.Values["most"] != "3" || !strings.Contains(one.Text, "// chart: bar") {
		t.Errorf("%+v", one)
	}
	for _, wrong := range []string{"", "https://example.org/", "//example.org/", "/api/views", "/cypher?page=/", "/console?q=x", "entities/x", "/nowhere"} {
		if w := ask(app, "GET", "/cypher?page="+url.QueryEscape(wrong), ""); w.Code != 400 && w.Code != 404 {
			t.Errorf("%q: %d", wrong, w.Code)
		}
	}
}
