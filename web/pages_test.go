package web

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"mapper/cypher"
	"mapper/graph"
)

// drawn keeps what a page was given.
func drawn(into *any) func(*Options) {
	return func(o *Options) {
		o.render = func(w io.Writer, name string, data any) error {
			*into = data
			_, err := io.WriteString(w, name)
			return err
		}
	}
}

func TestEveryPageIsDrawn(t *testing.T) {
	app := serve(t, &fake{})
	for _, target := range []string{
		"/", "/search", "/search?q=x", "/map", "/map?show=ods:RRV&relation=COMMISSIONS&selected=d:1", "/views", "/views/per-trust",
		"/views/of-kind", "/entities/ods:RRV", "/edges/d:1", "/documents", "/documents/x", "/console", "/console?q=RETURN+1",
	} {
		w := ask(app, "GET", target+"", "")
		if w.Code != 200 || !strings.Contains(w.Body.String(), "</html>") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
		if w := ask(app, "GET", target+map[bool]string{true: "&", false: "?"}[strings.Contains(target, "?")]+"as_at=2021-02-30", ""); w.Code != 400 {
			t.Errorf("%s with a wrong day: %d", target, w.Code)
		}
	}
}

func TestHomeAnswersOnce(t *testing.T) {
	var data any
	f := &fake{}
	app := serve(t, f, drawn(&data))
	ask(app, "GET", "/", "")
	ask(app, "GET", "/", "")
	ask(app, "GET", "/?as_at=2021-04-01", "")
	home := data.(HomePage)
	if len(home.Questions) != 1 || home.Questions[0].Answer != "There are two." || f.values["as_at"] != "2021-04-01" || f.answers != 2 {
		t.Errorf("%+v, %v, asked %d times", home.Questions, f.values, f.answers)
	}
	ask(app, "GET", "/views", "")
	if index := data.(ViewsPage); len(index.Views) != 2 || index.Views[1].Answer != "" || f.answers != 2 {
		t.Errorf("%+v, asked %d times", index.Views, f.answers)
	}
}

func TestViewPage(t *testing.T) {
	var data any
	app := serve(t, &fake{}, drawn(&data))
	ask(app, "GET", "/views/per-trust?as_at=2021-04-01", "")
	view := data.(ViewPage)
	if len(view.Bars) != 2 || view.Bars[0] != (Bar{Label: "A trust", Href: "/entities/ods:RRV?as_at=2021-04-01", Value: "4", Share: 100}) || view.Bars[1].Share != 0 {
		t.Errorf("bars %+v", view.Bars)
	}
	if view.Formats[1] != (Download{Name: "CSV", Href: "/api/views/per-trust?as_at=2021-04-01&format=csv"}) {
		t.Errorf("downloads %+v", view.Formats)
	}
	if w := ask(app, "GET", "/views/of-kind", ""); w.Code != 200 || data.(ViewPage).Answer != nil || data.(ViewPage).Problem != "" {
		t.Errorf("before the form: %d %+v", w.Code, data)
	}
	for _, target := range []string{"/views/of-kind?kind=Trust", "/views/per-trust?most=many", "/views/per-trust?as_at=2021"} {
		if w := ask(app, "GET", target, ""); w.Code != 400 || data.(ViewPage).Problem == "" {
			t.Errorf("%s: %d %+v", target, w.Code, data)
		}
	}
	if w := ask(app, "GET", "/views/none", ""); w.Code != 404 {
		t.Errorf("no such view: %d", w.Code)
	}
}

func TestMapPageKeepsAlternatives(t *testing.T) {
	var data any
	f := &fake{}
	ask(serve(t, f, drawn(&data)), "GET", "/map?relation=REGULATES&kind=&selected=x", "")
	page := data.(MapPage)
	if len(f.mapped) != 2 || len(f.mapped[1].Relations) != 0 || len(page.Relations) != 2 || page.Query.Selected != "x" {
		t.Errorf("%+v, asked %+v", page.Query, f.mapped)
	}
	if len(page.Kinds) == 0 || page.Kinds[0].Name != "Organisation" {
		t.Errorf("kinds %+v", page.Kinds)
	}
}

func TestConsolePageShowsWhatIsWrong(t *testing.T) {
	var data any
	f := &fake{consoleErr: graph.Errorf(graph.Unparsable, "line 1: what?")}
	app := serve(t, f, drawn(&data))
	if w := ask(app, "GET", "/console?q=RETRUN", ""); w.Code != 422 || data.(ConsolePage).Problem.Detail != "line 1: what?" {
		t.Errorf("%d %+v", w.Code, data)
	}
	if len(data.(ConsolePage).Examples) != 1 {
		t.Errorf("%+v %+v", f.console, data)
	}
}

func TestBrokenTemplateIsACleanProblem(t *testing.T) {
	app := serve(t, &fake{}, func(o *Options) {
		o.render = func(w io.Writer, name string, _ any) error {
			_, _ = io.WriteString(w, "half a page")
			return errors.New("a secret cause")
		}
	})
	w := ask(app, "GET", "/documents", "")
	if text := w.Body.String(); w.Code != 500 || strings.Contains(text, "half") || strings.Contains(text, "secret") {
		t.Errorf("%d %s", w.Code, text)
	}
}

func TestHalfLoaded(t *testing.T) {
	app := serve(t, &fake{datasets: []graph.Collection{{Dataset: graph.Dataset{ID: "whole"}}, {Dataset: graph.Dataset{ID: "half"}, Unfinished: true}}})
	for _, target := range []string{"/", "/search?q=x", "/map", "/views", "/rules", "/entities/ods:RRV", "/edges/d:1", "/documents", "/documents/x", "/console"} {
		text := ask(app, "GET", target, "").Body.String()
		if !strings.Contains(text, "Dataset half is half loaded") || !strings.Contains(text, "run the same") || strings.Contains(text, "Dataset whole") {
			t.Errorf("%s does not say that a dataset is half loaded", target)
		}
	}
	if w := ask(app, "GET", "/api/datasets", ""); !strings.Contains(w.Body.String(), `"unfinished":true`) {
		t.Errorf("datasets: %s", w.Body)
	}
	if w := ask(app, "GET", "/readyz", ""); w.Code != 200 {
		t.Errorf("readyz: %d", w.Code)
	}
	if text := ask(serve(t, &fake{}), "GET", "/", "").Body.String(); strings.Contains(text, "half loaded") {
		t.Error("said of a graph that is whole")
	}
}

func TestPartOfAnEntity(t *testing.T) {
	var data any
	f := &fake{large: true}
	app := serve(t, f, drawn(&data))
	ask(app, "GET", "/entities/ods:RRV?relation=COMMISSIONS&direction=in&page=2&as_at=2021-04-01", "")
	page := data.(EntityPage)
	if f.claims.Skip != 200 || f.claims.Limit != 200 || f.claims.Relation != "COMMISSIONS" || f.claims.Direction != "in" || f.claims.AsAt.String() != "2021-04-01" {
		t.Errorf("asked for %+v", f.claims)
	}
	want := Part{Phrase: "is commissioned by", First: 201, Last: 201, Of: 500, Before: "/entities/ods:RRV?as_at=2021-04-01&direction=in&relation=COMMISSIONS",
		After: "/entities/ods:RRV?as_at=2021-04-01&direction=in&page=3&relation=COMMISSIONS"}
	if page.Part == nil || *page.Part != want || len(page.Groups) != 1 || len(page.Map.Nodes) != 0 {
		t.Errorf("%+v, %d groups; want %+v", page.Part, len(page.Groups), want)
	}
	for _, wrong := range []string{"relation=LIKES", "relation=COMMISSIONS&direction=up", "relation=COMMISSIONS&page=0", "relation=COMMISSIONS&page=x", "relation=COMMISSIONS&page=5001"} {
		if w := ask(app, "GET", "/entities/ods:RRV?"+wrong, ""); w.Code != 400 {
			t.Errorf("%s: %d", wrong, w.Code)
		}
	}
	if w := ask(app, "GET", "/api/entities/ods:RRV/claims?relation=COMMISSIONS&direction=out&skip=100&limit=50", ""); w.Code != 200 || f.claims.Skip != 100 || f.claims.Limit != 50 {
		t.Errorf("%d, asked for %+v", w.Code, f.claims)
	}
}

func TestOverviewIsDrawnOnce(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	for range 3 {
		ask(app, "GET", "/api/map?limit=40", "")
		ask(app, "GET", "/", "")
	}
	if len(f.mapped) != 1 {
		t.Errorf("drawn %d times", len(f.mapped))
	}
	ask(app, "GET", "/api/map?limit=40&as_at=2021-04-01", "")
	ask(app, "GET", "/api/map?show=a", "")
	ask(app, "GET", "/api/map?show=a", "")
	if len(f.mapped) != 4 {
		t.Errorf("drawn %d times; want another day and what is chosen drawn by itself", len(f.mapped))
	}
}

// A search is asked with every letter that is typed: nothing else is asked with it.
func TestSearchAsksOnce(t *testing.T) {
	f := &fake{}
	ask(serve(t, f), "GET", "/api/search?q=x", "")
	if f.versions != 0 {
		t.Errorf("the version is asked for %d times", f.versions)
	}
}

func TestRulesThatCannotBeJudged(t *testing.T) {
	rule, err := cypher.Parse("r.cypher", "r", "// title: R\n// severity: error\n// column: trust entity\n// column: boards integer\nMATCH (a:Entity) RETURN a AS trust, 1 AS boards")
	if err != nil {
		t.Fatal(err)
	}
	withRule := func(o *Options) { o.Rules = []*cypher.Statement{rule} }
	w := ask(serve(t, &fake{ruleErr: graph.Errorf(graph.Timeout, "slow")}, withRule), "GET", "/rules", "")
	if text := w.Body.String(); w.Code != 200 || !strings.Contains(text, "Not judged.") || strings.Contains(text, "Kept.") {
		t.Errorf("a graph that is too large: %d %s", w.Code, text)
	}
	if w := ask(serve(t, &fake{ruleErr: graph.Errorf(graph.Internal, "broken")}, withRule), "GET", "/rules", ""); w.Code != 500 {
		t.Errorf("a fault: %d", w.Code)
	}
	f := &fake{}
	app := serve(t, f, withRule)
	ask(app, "GET", "/rules", "")
	if w := ask(app, "GET", "/api/rules", ""); w.Code != 200 || f.answers != 1 || strings.Contains(w.Body.String(), `"open"`) {
		t.Errorf("%d, judged %d times: %s", w.Code, f.answers, w.Body)
	}
}

func TestGroupsSayWhatIsMissing(t *testing.T) {
	p := &graph.Profile{Entity: graph.Entity{ID: board.ID}, Claims: []graph.Evidence{said("1", board, "COMMISSIONS", trust, "")},
		Relations: []graph.Neighbourhood{{Relation: "COMMISSIONS", Direction: "in", Claims: 9, Entities: 9}, {Relation: "COMMISSIONS", Direction: "out", Claims: 300, Entities: 250}}}
	g := groups(p, graph.Standard(), graph.Day{})
	if len(g) != 1 || g[0].Others != 250 || g[0].More != "/entities/a%2Fb+c?direction=out&relation=COMMISSIONS" {
		t.Errorf("%+v", g)
	}
}

func TestGroups(t *testing.T) {
	p := &graph.Profile{Entity: graph.Entity{ID: trust.ID}, Claims: []graph.Evidence{
		said("1", board, "COMMISSIONS", trust, ""), said("2", board, "COMMISSIONS", trust, ""),
		said("3", trust, "COLLABORATES_WITH", board, ""), said("4", board, "COLLABORATES_WITH", trust, ""),
		said("5", trust, "COMMISSIONS", board, ""),
	}}
	var got []string
	for _, g := range groups(p, graph.Standard(), graph.Day{}) {
		for _, l := range g.Lines {
			got = append(got, g.Phrase+" "+l.Other.Name+" "+fmt.Sprint(l.Edge.Claims))
		}
	}
	want := "collaborates with A board 2; commissions A board 1; is commissioned by A board 2"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q", got)
	}
}

func TestParagraphs(t *testing.T) {
	var got []string
	reading := &graph.Reading{Evidence: []graph.Evidence{
		said("1", trust, "", board, "¶10"), said("2", trust, "", board, ""), said("3", trust, "", board, "¶2"), said("4", trust, "", board, "¶10"),
	}}
	reading.Paragraphs, reading.Passed = 3, []graph.Passed{{Locator: "¶1", Reason: "heading"}}
	for _, p := range paragraphs(reading) {
		got = append(got, p.Locator+":"+fmt.Sprint(len(p.Evidence))+p.Passed)
	}
	if text := strings.Join(got, " "); text != "¶1:0heading ¶2:1 ¶3:0 ¶10:2 :1" {
		t.Errorf("got %s", text)
	}
}
