package pages_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mapper/cypher"
	"mapper/graph"
	"mapper/web"
	"mapper/web/pages"
)

// out is where the samples are drawn to be looked at: go test ./web/pages -out DIR.
var out = flag.String("out", "", "write the sample pages to this folder")

// samples are all pages, full and empty. The name before the dash is the page's.
func samples() map[string]any {
	m := subgraph()
	explained := claims()
	profile := &graph.Profile{
		Entity:   graph.Entity{ID: tda.ID, Name: tda.Name, Kinds: tda.Kinds, Aliases: []string{"TDA", "NHS TDA"}, Codes: []graph.Code{{Scheme: "ods", Value: "13T", Span: graph.Span{Start: "2013", End: "2016"}}}, Span: graph.Span{Start: "2012-06-01", End: "2022-06-30"}, Note: "Operated as part of NHS Improvement from April 2016, while it stayed a body of its own."},
		Datasets: []string{"articles", "reference"}, Documents: sources(), AlsoCalled: []graph.Hit{{Ref: england, Matched: "ods:13T", Span: graph.Span{Start: "2016"}}},
	}
	large := &graph.Profile{Entity: graph.Entity{ID: england.ID, Name: england.Name, Kinds: england.Kinds}, Shown: graph.Shown{Shown: 100, Total: 4959, Why: "the first 100 of each relation"}}
	half := page(england.Name, "", "/entities/ods:X24")
	half.Unfinished = []string{"ods"}
	lasting := gone()
	released := explained[17]
	released.Seen = &lasting
	groups := []web.Group{
		{Phrase: "collaborates with", Relation: *standard.Relation("COLLABORATES_WITH"), Others: 2, Lines: []web.Line{{Other: monitor, Edge: m.Edges[0], Evidence: []graph.Evidence{explained[0], explained[18]}}, {Other: england, Edge: m.Edges[1], Evidence: explained[1:2]}}},
		{Phrase: "has in post", Relation: *standard.Relation("HOLDS_POST_AT"), Others: 1, Lines: []web.Line{{Other: alex, Edge: m.Edges[3], Evidence: explained[3:4]}}},
		{Phrase: "oversees", Relation: *standard.Relation("OVERSEES"), Others: 1, Lines: []web.Line{{Other: trusts, Edge: m.Edges[17], Evidence: explained[17:18]}}},
	}
	bars := []web.Bar{{Label: centre.Name, Href: "/entities/tertiary-centre", Value: "6", Share: 100, Status: graph.Planned}, {Label: trusts.Name, Value: "2", Share: 33.333, Status: graph.Stated}, {Label: "Reported", Value: "2", Share: 33.333, Status: graph.Reported}, {Label: "Opinion", Value: "1", Share: 16.7, Status: graph.Opinion}, {Label: "Denied", Value: "1", Share: 16.7, Status: graph.Denied}, {Label: "None", Value: "0", Share: 0}}
	hits := graph.Hits{Items: []graph.Hit{{Ref: england, Span: graph.Span{Start: "2012-10-01"}, Matched: "NHS Commissioning Board"}, {Ref: tda}, {Ref: trusts, Matched: "ods:RRV", Codes: []graph.Code{{Scheme: "ods", Value: "RRV"}}}, {Ref: stub, Matched: "ods:7A1", Codes: []graph.Code{{Scheme: "ods", Value: "7A1", Span: graph.Span{Start: "2009-10-01"}}}}}, Shown: graph.Shown{Shown: 4, Total: 30, AtLeast: true, Why: "type more of the name"}}
	result := &graph.Result{Table: answer().Table, Nodes: m.Nodes, Edges: m.Edges[:3], Notifications: []string{"The label Providr does not exist."}, Plan: &graph.PlanStep{Operator: "ProduceResults", Rows: 3, Steps: []graph.PlanStep{{Operator: "NodeByLabelScan", Details: hostile}}}, Milliseconds: 12}
	examples := []web.Example{{Title: "Who collaborates with whom", Statement: "MATCH (a)-[r:COLLABORATES_WITH]-(b)\nRETURN a, r, b\nLIMIT 25"}, {Title: "Bodies by kind", Statement: "MATCH (e:Entity) UNWIND labels(e) AS kind\nRETURN kind, count(*) AS n ORDER BY n DESC"}}
	return map[string]any{
		"home":             web.HomePage{Page: page("", "home", "/"), Entities: 135, Claims: 1229, Documents: 5, Questions: questions(), Map: m, Datasets: []graph.Collection{{Dataset: graph.Dataset{ID: "articles", Title: "What five articles say", Licence: "Facts only; the articles belong to their publishers", Description: "Claims found in five articles on collaboration in the NHS, 2014 to 2021."}, Documents: 5, Entities: 122, Claims: 229}, {Dataset: graph.Dataset{ID: "reference", Title: "Reference"}, Entities: 13}}},
		"home-empty":       web.HomePage{Page: dated(page("", "home", "/?as_at=2021-04-25"), "2021-04-25")},
		"search":           web.SearchPage{Page: page("Search", "", "/search?q=nhs"), Query: "nhs", Hits: hits},
		"search-empty":     web.SearchPage{Page: dated(page("Search", "", "/search?q=xyz&kind=Person&as_at=2021-04-25"), "2021-04-25"), Query: hostile, Kind: "Person"},
		"search-blank":     web.SearchPage{Page: page("Search", "", "/search")},
		"map":              web.MapPage{Page: dated(page("Map", "map", "/map?relation=OVERSEES&as_at=2021-04-25"), "2021-04-25"), Query: web.MapState{Relations: []string{"OVERSEES"}}, Map: m, Relations: standard.Relations, Kinds: words.Legend(m.Nodes)},
		"map-empty":        web.MapPage{Page: dated(page("Map", "map", "/map?show=a&status=denied&as_at=1990-01-01"), "1990-01-01"), Query: web.MapState{Show: []string{"a"}, Statuses: []string{"denied"}, Selected: "a"}},
		"map-alone":        web.MapPage{Page: page("Map", "map", "/map?show=cqc"), Query: web.MapState{Show: []string{"cqc"}}, Map: graph.Subgraph{Nodes: m.Nodes[:1], Shown: graph.Shown{Shown: 1, Total: 1}}},
		"map-compared":     web.MapPage{Page: page("Map", "map", "/map?was=2012-01-01&as_at=2021-04-25&document=x&links=2&hide=cqc"), Query: web.MapState{Was: "2012-01-01", Documents: []string{tales.ID}, Links: 2, Hide: []string{"cqc"}}, Map: changed(m), Documents: sources(), Formats: []web.Download{{Name: "CSV", Href: "/api/map/export?format=csv"}}},
		"follow":           web.FollowPage{Page: page("Follow", "map", "/map/follow?of=a&of=b"), Do: "paths", Of: []string{"Monitor", hostile}, Ends: []graph.Ref{tda, monitor}, Steps: 2, Says: "One shortest path.", Trails: [][]web.Hop{{{To: tda}, {Phrase: "collaborates with", To: monitor}}}, Found: &m, Href: "/map?show=a"},
		"follow-shared":    web.FollowPage{Page: page("Follow", "map", "/map/follow?do=shared"), Do: "shared", Ends: []graph.Ref{tda, monitor}, Shared: []web.Sharing{{What: england, With: []graph.Ref{tda, monitor}}}, Found: &graph.Subgraph{Nodes: m.Nodes[:1], Shown: graph.Shown{Shown: 1, Total: 9, Why: "the best connected"}}},
		"follow-blank":     web.FollowPage{Page: page("Follow", "map", "/map/follow")},
		"follow-wrong":     web.FollowPage{Page: page("Follow", "map", "/map/follow?of=x"), Problem: hostile},
		"pack":             web.PackPage{Page: dated(page(hostile, "map", "/map/pack"), "2021-04-25"), Picture: "data:image/svg+xml;base64,PHN2Zy8+", Address: "http://127.0.0.1/map?show=a", Map: changed(m), Lines: []web.PackLine{{Edge: m.Edges[0], FromName: hostile, ToName: "B", Phrase: "collaborates with", Evidence: explained[:2]}, {Edge: m.Edges[1]}}, Proof: &graph.Proof{Items: explained[:2], Documents: []graph.Cited{{Document: graph.Document{ID: "x", Title: hostile, URL: "https://example.org/x?a=1&b=2"}, Claims: 2}}, Cypher: "MATCH (n) RETURN n", Shown: graph.Shown{Shown: 2, Total: 9}}, Narrowed: []string{hostile}},
		"pack-empty":       web.PackPage{Page: page("Nothing", "map", "/map/pack"), Address: "http://127.0.0.1/map", Proof: &graph.Proof{}},
		"views":            web.ViewsPage{Page: page("Questions", "views", "/views"), Views: questions()},
		"views-empty":      web.ViewsPage{Page: page("Questions", "views", "/views")},
		"rules":            web.RulesPage{Page: page("Rules", "rules", "/rules"), Rules: []web.Verdict{{Name: "kept", Title: "Kept", Question: "Which?", Severity: "error", Sentence: "None."}, {Name: "broken", Title: hostile, Question: "Which?", Severity: "warning", Sentence: "Three.", Breaches: answer().Table}, {Name: "open", Title: "Open", Question: "Which?", Severity: "error", Open: "The graph is too large to judge it in time."}}},
		"rules-none":       web.RulesPage{Page: page("Rules", "rules", "/rules")},
		"view-timeline":    web.ViewPage{Page: page(question.Title, "views", "/views/x"), View: question, Answer: answer(), Timeline: &web.Timeline{Stretches: []web.Stretch{{Label: hostile, Href: "/entities/x", Words: "2004–2022", Width: 50, Status: graph.Stated}, {Label: "Open", From: 50, Width: 50}}, Years: []web.Tick{{Year: "2004"}, {Year: "2013", At: 50}}}},
		"view":             web.ViewPage{Page: dated(page(question.Title, "views", "/views/collaboratives-per-tertiary-centre?status=planned&as_at=2021-04-25"), "2021-04-25"), View: question, Values: map[string]string{"status": "planned", "named_only": "true", "at_least": "1", "kind": "TertiaryCentre"}, Answer: answer(), Bars: bars, Map: &m, Formats: []web.Download{{Name: "CSV", Href: "/api/views/x?format=csv"}, {Name: "JSON", Href: "/api/views/x"}}},
		"view-empty":       web.ViewPage{Page: dated(page(question.Title, "views", "/views/x?as_at=2001-01-01"), "2001-01-01"), View: question, Answer: &graph.Answer{Sentence: "None."}},
		"view-blank":       web.ViewPage{Page: page(question.Title, "views", "/views/x"), View: question},
		"view-wrong":       web.ViewPage{Page: page(question.Title, "views", "/views/x?at_least=x"), View: question, Values: map[string]string{"at_least": "x"}, Problem: "at_least: “x” is not a whole number"},
		"entity":           web.EntityPage{Page: page(tda.Name, "", "/entities/nhs-tda"), Entity: profile, Groups: groups, Map: m},
		"entity-empty":     web.EntityPage{Page: dated(page("Anybody", "", "/entities/x?as_at=2021-04-25"), "2021-04-25"), Entity: &graph.Profile{Entity: graph.Entity{ID: "x", Name: "Anybody", Kinds: []string{"Unknown"}, Anonymous: true}}},
		"edge":             web.EdgePage{Page: dated(page("Why", "", "/edges/articles:C022"), "2021-04-25"), Explanation: &graph.Explanation{Sentence: explained[0].Sentence, Edge: m.Edges[0], From: tda, To: monitor, Meaning: "They work together on something", Evidence: []graph.Evidence{explained[0], explained[18], explained[3], explained[8], explained[13]}, Cypher: "MATCH (a {id: 'nhs-tda'})-[r:COLLABORATES_WITH]-(b {id: 'monitor'})\nRETURN a, r, b"}},
		"entity-part":      web.EntityPage{Page: page(england.Name, "", "/entities/ods:X24?relation=OVERSEES&direction=out&page=2"), Entity: large, Groups: groups[2:], Part: &web.Part{Phrase: "oversees", First: 201, Last: 400, Of: 4959, Before: "/entities/ods:X24?relation=OVERSEES", After: "/entities/ods:X24?relation=OVERSEES&page=3"}},
		"entity-beyond":    web.EntityPage{Page: page(england.Name, "", "/entities/ods:X24?relation=OVERSEES&direction=out&page=99"), Entity: large, Part: &web.Part{First: 19601}},
		"entity-large":     web.EntityPage{Page: half, Entity: large, Groups: []web.Group{{Phrase: "oversees", Relation: *standard.Relation("OVERSEES"), Lines: groups[2].Lines, Others: 4959, More: "/entities/ods:X24?relation=OVERSEES&direction=out"}}},
		"entity-stub":      web.EntityPage{Page: page(stub.Name, "", "/entities/ods:7A1"), Entity: &graph.Profile{Entity: graph.Entity{ID: stub.ID, Name: stub.Name, Stub: true, Codes: []graph.Code{{Scheme: "ods", Value: "7A1"}}}, Datasets: []string{"ods-epraccur"}, Seen: []graph.Seen{gone()}}},
		"edge-gone":        web.EdgePage{Page: page("Why", "", "/edges/x"), Explanation: &graph.Explanation{Sentence: "A commissions B", Edge: m.Edges[1], From: tda, To: stub, Evidence: []graph.Evidence{released}}},
		"document-release": web.DocumentPage{Page: page("Trusts", "documents", "/documents/ods-etr-2025-12"), Reading: &graph.Reading{Source: graph.Source{Document: graph.Document{ID: "ods-etr-2025-12", Title: "NHS trusts, December 2025", Published: "2025-12"}, Release: "latest", Claims: 1205, Entities: 273}, Shown: graph.Shown{Shown: 1, Total: 1205, Why: "a page holds no more"}}, Paragraphs: []web.Paragraph{{Locator: "RRV", Evidence: []graph.Evidence{released}}}},
		"document-earlier": web.DocumentPage{Page: page("Trusts", "documents", "/documents/ods-etr-2022-03"), Reading: &graph.Reading{Source: graph.Source{Document: graph.Document{ID: "ods-etr-2022-03"}, Release: "earlier"}}},
		"edge-empty":       web.EdgePage{Page: page("Why", "", "/edges/x"), Explanation: &graph.Explanation{Sentence: "A knows B", From: tda, To: monitor}},
		"documents":        web.DocumentsPage{Page: page("Documents", "documents", "/documents"), Sources: graph.Sources{Items: sources(), Shown: graph.Shown{Shown: 3, Total: 3}}},
		"documents-none":   web.DocumentsPage{Page: page("Documents", "documents", "/documents")},
		"document":         web.DocumentPage{Page: page(race.Name, "documents", "/documents/000"), Reading: &graph.Reading{Source: sources()[0]}, Paragraphs: []web.Paragraph{{Locator: "¶1", Evidence: explained[3:4]}, {Locator: "¶2", Evidence: explained[4:6]}, {Locator: "¶12", Evidence: explained[:3]}, {Evidence: explained[13:14]}}},
		"guide": web.GuidePage{Page: page("API", "docs", "/docs"), Purpose: "Who works with whom.", Chapters: []web.Chapter{{Title: "Lists", Text: "Every list says how much of it is shown."}},
			Problems: []web.ProblemKind{{Status: 400, Name: "invalid", Meaning: "Something is wrong.", Example: "as_at=2021"}},
			Tags: []web.GuideTag{{Name: "explore", About: "Find entities.", Operations: []web.GuideOperation{{ID: "search", Method: "GET", Path: "/api/search", Title: "Find entities", About: "By name.",
				Params: []web.GuideField{{Name: "q", In: "query", Type: "string", Example: "tertiary", Required: true}}, Try: "/api/search?q=tertiary", Curl: "curl $MAPPER'/api/search?q=tertiary'",
				Media: []string{"application/json"}, Answers: web.GuideField{Of: "Hits"}, Example: "{}", Refuses: []web.ProblemKind{{Status: 400, Name: "invalid"}}}}}},
			Types: []web.GuideType{{Name: "Hits", About: "The answer.", Fields: []web.GuideField{{Name: "shown", Type: "integer", Required: true}, {Name: "why", Type: "string", About: "why it was cut"}}}}},
		"document-none": web.DocumentPage{Page: page("None", "documents", "/documents/x"), Reading: &graph.Reading{Source: sources()[2]}},
		"console":       web.ConsolePage{Page: page("Console", "console", "/console?q=MATCH"), Statement: question.Text, Result: result, Examples: examples, Seconds: 20, Rows: 1000},
		"console-blank": web.ConsolePage{Page: page("Console", "console", "/console"), Examples: examples, Seconds: 1, Rows: 1},
		"console-wrong": web.ConsolePage{Page: dated(page("Console", "console", "/console?q=x"), "2021-04-25"), Statement: "CREATE (x) " + hostile, Problem: &web.Problem{Detail: "CREATE would change the graph, and the console only reads.\nline 1"}, Seconds: 20},
		"console-asks": web.ConsolePage{Page: page("Console", "console", "/console?q=x"), Statement: question.Whole(), Open: true,
			Asks:  []web.Asking{{Param: cypher.Param{Name: "kind", Type: "kind"}}, {Param: cypher.Param{Name: "n"}, Value: hostile}},
			Saved: []cypher.Saved{{Name: "mine", Title: hostile}, {Name: "spoilt", Title: "spoilt", Problem: hostile}}},
		"behind":        web.BehindPage{Page: page("Behind", "", "/cypher"), Of: "/entities/tda", Statements: []web.Behind{{File: "cypher/explore/entity.cypher", Title: hostile, Text: question.Text, Values: map[string]string{"id": hostile}, Times: 2}}},
		"behind-none":   web.BehindPage{Page: page("Behind", "", "/cypher"), Of: "/"},
		"console-none":  web.ConsolePage{Page: page("Console", "console", "/console?q=x"), Statement: "MATCH (n:None) RETURN n", Result: &graph.Result{}},
		"problem":       web.ProblemPage{Page: page("Not found", "", "/entities/nobody"), Status: 404, Message: "There is no entity with the id nobody."},
		"problem-fault": web.ProblemPage{Page: page("", "", ""), Status: 500, Message: "The mapper has met a fault of its own.", Request: "01J9ZK"},
		"problem-busy":  web.ProblemPage{Page: web.Page{Title: "Not ready"}, Status: 503, Message: "Neo4j does not answer."},
		"problem-slow":  web.ProblemPage{Status: 408, Message: "It took longer than 20 seconds."},
		"problem-input": web.ProblemPage{Status: 400, Message: "as_at: “x” is not a day"},
	}
}

func TestEveryPage(t *testing.T) {
	drawn := map[string]bool{}
	for sample, data := range samples() {
		name, _, _ := strings.Cut(sample, "-")
		drawn[name] = true
		t.Run(sample, func(t *testing.T) {
			var b bytes.Buffer
			if err := pages.Render(&b, name, data); err != nil {
				t.Fatal(err)
			}
			if *out != "" {
				if err := os.WriteFile(filepath.Join(*out, sample+".html"), b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for _, fault := range faults(t, b.String()) {
				if name == "pack" && fault == "<style> is inline" { // it is opened as a file, where no style of ours is
					continue
				}
				t.Error(fault)
			}
		})
	}
	for _, name := range pages.Names {
		if !drawn[name] {
			t.Errorf("the page %s has no sample", name)
		}
	}
}

func TestNoSuchPage(t *testing.T) {
	if err := pages.Render(&bytes.Buffer{}, "nothing", nil); err == nil {
		t.Error("drew a page that there is not")
	}
}

// A page that fails half-way must not have been half written.
func TestNothingHalfWritten(t *testing.T) {
	var b bytes.Buffer
	if err := pages.Render(&b, "edge", struct{ web.Page }{}); err == nil || b.Len() > 0 {
		t.Errorf("error %v after %d bytes; want an error and no bytes", err, b.Len())
	}
}

// The checker itself must be able to find something.
func TestFaults(t *testing.T) {
	bad := []string{
		`<p style="width:1px">`, `<p onclick="x()">`, `<script>x</script>`, `<h1>a</h1><h1>b</h1>`, `<input name="q">`, `<img src="x">`,
		`<p id="a"></p><p id="a"></p>`, `<a href="https://elsewhere.example/" ></a><link rel="stylesheet" href="https://elsewhere.example/x.css">`,
		`<label for="nobody">x</label>`, `<table><tr><th>x</th></tr></table>`, `<p>#ZgotmplZ</p>`, `<div><p></div></section>`, `<a href="/x"></a>`, `<h1>a</h1><h3>b</h3>`,
	}
	for _, text := range bad {
		page := `<!doctype html><html lang="en"><head><title>t</title></head><body><main>` + text + `</main></body></html>`
		if !strings.Contains(text, "h1") {
			page = strings.Replace(page, "<main>", "<main><h1>x</h1>", 1)
		}
		if len(faults(t, page)) == 0 {
			t.Errorf("no fault found in %s", text)
		}
	}
	if found := faults(t, `<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>x</h1><label for="a">A</label><input id="a"></main></body></html>`); len(found) > 0 {
		t.Errorf("faults found in a good page: %v", found)
	}
}

// text gives all text under a node.
func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(text(c))
	}
	return b.String()
}
