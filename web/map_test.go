package web

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"mapper/graph"
)

func TestMapIsAskedAsTheAddressSays(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	address := "show=a&hide=b&hide=c&document=doc&links=2&was=2016-01-01&as_at=2021-04-01&status=planned"
	for _, target := range []string{"/api/map?" + address, "/map?" + address + "&layout=tree&pin=a~1~2&note=1~2~x&selected=a", "/api/map/export?format=csv&" + address} {
		f.mapped = nil
		if w := ask(app, "GET", target, ""); w.Code != 200 {
			t.Fatalf("%s: %d %s", target, w.Code, w.Body)
		}
		q := f.mapped[0]
		if len(q.Hide) != 2 || q.Links != 2 || q.Was.String() != "2016-01-01" || q.AsAt.String() != "2021-04-01" || len(q.Documents) != 1 || len(q.Kinds) != 0 || q.Statuses[0] != graph.Planned {
			t.Errorf("%s: asked %+v", target, q)
		}
	}
	f.mapped = nil
	ask(app, "GET", "/api/map?show=a&was=2016-01-01", "")
	if today := graph.DayOf(time.Now()); f.mapped[0].AsAt != today {
		t.Errorf("compared with %s, want today", f.mapped[0].AsAt)
	}
}

func TestMapInputIsChecked(t *testing.T) {
	app := serve(t, &fake{})
	many := strings.Repeat("&show=x", 501)
	for target, detail := range map[string]string{
		"/api/map?was=2016":                              "not a day",
		"/api/map?links=-1":                              "links",
		"/api/map?links=x":                               "links",
		"/api/map?limit=1" + many:                        "500",
		"/api/events?asat=x":                             "no parameter",
		"/api/evidence?limit=3000":                       "2000",
		"/api/map/export":                                "format",
		"/api/map/export?format=docx":                    "json, csv, ndjson, parquet",
		"/api/shared?id=a":                               "id",
		"/api/shared?id=a&id=":                           "id is empty",
		"/api/shared?" + strings.Repeat("&id=x", 11):     "10",
		"/api/around?id=a&steps=5":                       "4",
		"/api/around":                                    "id",
		"/api/paths?from=a":                              "give the ids of both",
		"/api/paths?via=a":                               "one entity only",
		"/api/paths?via=a&via=b&from=c":                  "not both",
		"/api/paths?via=1&via=2&via=3&via=4&via=5&via=6": "5",
		"/map?links=many":                                "links=many",
		"/map?was=yesterday":                             "not a day",
		"/map?status=sure":                               "no status",
	} {
		w := ask(app, "GET", target, "")
		if text := strings.ReplaceAll(w.Body.String(), "&#34;", `"`); w.Code != 400 || !strings.Contains(text, detail) {
			t.Errorf("%.60s: %d, want 400 with %q: %s", target, w.Code, detail, text)
		}
	}
	if w := ask(app, "GET", "/map?x=1"+many, ""); w.Code != 413 {
		t.Errorf("a page of 501 bodies: %d", w.Code)
	}
}

func TestMapPageSaysAll(t *testing.T) {
	text := ask(serve(t, &fake{}), "GET", "/map?hide=x&links=1&note=a", "").Body.String()
	for _, want := range []string{
		`data-map-tools`, `data-map-time`, `data-map-outline`, `name="was"`, `action="/map/follow"`, `name="links"`, `data-line="d:1"`, `data-edge="d:1"`,
		`href="/api/map/export?format=gexf&amp;hide=x&amp;links=1"`, `<input type="hidden" name="note" value="a">`, `action="/map/pack"`, "commissions A trust", "is commissioned by A board",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s on the page", want)
		}
	}
	if strings.Contains(ask(serve(t, &fake{}), "GET", "/", "").Body.String(), "data-map-tools") {
		t.Error("the map on the home page has tools")
	}
}

func TestPack(t *testing.T) {
	app := serve(t, &fake{})
	send := func(in PackRequest) (int, string, string) {
		body, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		w := ask(app, "POST", "/map/pack", string(body), "Content-Type", "application/json")
		return w.Code, w.Body.String(), w.Header().Get("Content-Disposition")
	}
	const picture = `<svg xmlns="http://www.w3.org/2000/svg"><a href="/x"><circle r="1"/></a></svg>`
	code, text, disposition := send(PackRequest{Query: "?as_at=2021-04-01&pin=x~1~2", SVG: picture, Title: `A & "B"`})
	if code != 200 || !strings.Contains(disposition, "evidence-map-2021-04-01.html") {
		t.Fatalf("%d %s %s", code, disposition, text)
	}
	for _, want := range []string{"<h1>A &amp; &#34;B&#34;</h1>", "data:image/svg&#43;xml;base64,", "1 April 2021", "http://127.0.0.1:8080/map?as_at=2021-04-01", "A board", "version test"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in the pack", want)
		}
	}
	if strings.Contains(text, "<script") || strings.Contains(text, "<link") || strings.Contains(text, `src="/`) {
		t.Error("the pack does not stand alone")
	}
	for name, in := range map[string]PackRequest{
		"no picture": {SVG: "<p/>"}, "two": {SVG: "<svg/><svg/>"}, "broken": {SVG: "<svg>"}, "text": {SVG: "hello"}, "script": {SVG: "<svg><script/></svg>"},
		"handler": {SVG: `<svg onload="x"/>`}, "outside": {SVG: `<svg><image href="https://example.org/x.png"/></svg>`},
		"day": {Query: "as_at=x"}, "relation": {Query: "relation=LIKES"}, "links": {Query: "links=x"}, "query": {Query: "%zz"}, "title": {Title: strings.Repeat("x", 301)},
	} {
		if code, text, _ := send(in); code != 400 || !strings.Contains(text, `"detail"`) {
			t.Errorf("%s: %d %s", name, code, text)
		}
	}
	if w := ask(app, "POST", "/map/pack", "query=links%3D1&title=By+hand", "Content-Type", "application/x-www-form-urlencoded"); w.Code != 200 || !strings.Contains(w.Body.String(), "By hand") || !strings.Contains(w.Body.String(), "at least 1 of those shown") {
		t.Errorf("the form: %d %s", w.Code, w.Body)
	}
	for body, status := range map[string]int{"{": 400, `{"query":"","rows":1}`: 400, `{"svg":"` + strings.Repeat("x", packBody) + `"}`: 413} {
		if w := ask(app, "POST", "/map/pack", body, "Content-Type", "application/json"); w.Code != status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%.20s: %d %s", body, w.Code, w.Header())
		}
	}
}

func TestFollowPage(t *testing.T) {
	var data any
	f := &fake{large: true}
	app := serve(t, f, drawn(&data))
	for target, status := range map[string]int{
		"/map/follow": 200, "/map/follow?of=ods:RRV&of=a/b%2Bc": 200, "/map/follow?do=shared&of=ods:RRV&of=somebody": 200, "/map/follow?do=around&of=ods:RRV&steps=9": 200,
		"/map/follow?of=ods:RRV": 400, "/map/follow?do=shared&of=ods:RRV": 400, "/map/follow?of=ods:RRV&of=x&relation=LIKES": 400, "/map/follow?of=1&of=2&of=3&of=4&of=5&of=6": 400,
	} {
		w := ask(app, "GET", target, "")
		if page := data.(FollowPage); w.Code != status || (page.Problem != "") != (status == 400) {
			t.Errorf("%s: %d %q", target, w.Code, page.Problem)
		}
	}
	if w := ask(serve(t, &fake{}, drawn(&data)), "GET", "/map/follow?of=ods:RRV&of=nobody", ""); w.Code != 404 || !strings.Contains(data.(FollowPage).Problem, "nobody") {
		t.Errorf("nobody: %d %+v", w.Code, data)
	}
	if w := ask(serve(t, &fake{err: graph.Errorf(graph.Unavailable, "a secret cause")}), "GET", "/map/follow?of=a&of=b", ""); w.Code != 503 || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("a fault: %d", w.Code)
	}
	edges := []graph.Edge{{From: "a", To: "b", Relation: "COMMISSIONS"}, {From: "b", To: "a", Relation: "SPOKE_ABOUT"}, {From: "b", To: "a", Relation: "REGULATES", Status: graph.Denied}}
	if got := phraseOf(&Words{graph.Standard()}, edges, "b", "a", nil); got != "is commissioned by" {
		t.Errorf("a hop reads %q", got)
	}
}
