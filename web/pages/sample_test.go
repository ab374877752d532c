package pages_test

import (
	"slices"

	"mapper/cypher"
	"mapper/graph"
	"mapper/web"
)

// The samples are what handlers would give the pages: a small part of the real
// dataset, with what is hard to set (long names, every status, no dates, hostile text).

const hostile = `</script><script>alert("x")</script> & 'more'`

var (
	standard = graph.Standard()
	words    = &web.Words{Vocabulary: standard}
	alex     = graph.Ref{ID: "bob-alexander", Name: "Bob Alexander", Kinds: []string{"Person"}}
	barker   = graph.Ref{ID: "richard-barker", Name: "Richard Barker", Kinds: []string{"Person"}}
	tda      = graph.Ref{ID: "nhs-tda", Name: "NHS Trust Development Authority", Kinds: []string{"Regulator", "ArmsLengthBody"}}
	monitor  = graph.Ref{ID: "monitor", Name: "Monitor", Kinds: []string{"Regulator"}}
	england  = graph.Ref{ID: "ods:X24", Name: "NHS England", Kinds: []string{"ArmsLengthBody", "Commissioner"}}
	cqc      = graph.Ref{ID: "cqc", Name: "Care Quality Commission", Kinds: []string{"Regulator"}}
	hfma     = graph.Ref{ID: "hfma", Name: "HFMA", Kinds: []string{"MembershipBody"}}
	event    = graph.Ref{ID: "hfma-conference-2014", Name: "HFMA annual conference", Kinds: []string{"Conference"}}
	centre   = graph.Ref{ID: "tertiary-centre", Name: "A tertiary centre", Kinds: []string{"TertiaryCentre"}, Anonymous: true}
	collabs  = graph.Ref{ID: "provider-collaboratives", Name: "Provider collaboratives", Kinds: []string{"Group"}}
	ics      = graph.Ref{ID: "herts-west-essex-ics", Name: "Hertfordshire and West Essex Integrated Care System", Kinds: []string{"IntegratedCareSystem"}}
	icp      = graph.Ref{ID: "herts-icps", Name: "Emerging integrated care partnerships", Kinds: []string{"IntegratedCarePartnership"}}
	memo     = graph.Ref{ID: "icp-memorandums", Name: "Memorandums of understanding", Kinds: []string{"Memorandum"}}
	guidance = graph.Ref{ID: "planning-guidance", Name: "NHS planning guidance 2015-16", Kinds: []string{"Guidance"}}
	trusts   = graph.Ref{ID: "ods:RRV", Name: "University College London Hospitals NHS Foundation Trust", Kinds: []string{"AcuteTrust"}}
	stub     = graph.Ref{ID: "ods:7A1", Name: "7A1", Stub: true}
	practice = graph.Ref{ID: "gp-practices", Name: "GP practices", Kinds: []string{"Group"}}
	race     = graph.Ref{ID: "000_45cfcc20166190ac", Name: "TDA finance director warns over ‘arms race’"}
	tales    = graph.Ref{ID: "004_4b6de29c8b9f9378", Name: "Insider tales: the least formed policy idea"}
)

func claim(id string, from graph.Ref, relation string, to graph.Ref, status graph.Status, doc graph.Ref, at, phrase, note string) graph.Evidence {
	return graph.Evidence{
		ID: "articles:" + id, From: from, Relation: relation, To: to, Status: status, Document: doc, Published: "2014-12",
		Locator: at, Phrase: phrase, Note: note, Dataset: "articles",
		Sentence: from.Name + " " + words.Forward(relation) + " " + to.Name,
	}
}

func claims() []graph.Evidence {
	all := []graph.Evidence{
		claim("C022", tda, "COLLABORATES_WITH", monitor, graph.Reported, race, "¶12", "[together with Monitor and NHS England]", "Recent work on the five year forward view; the partners’ names stand in an editorial square bracket."),
		claim("C023", tda, "COLLABORATES_WITH", england, graph.Reported, race, "¶12", "[together with Monitor and NHS England]", ""),
		claim("C024", monitor, "COLLABORATES_WITH", england, graph.Reported, race, "¶12", "together with Monitor and NHS England", ""),
		claim("C001", alex, "HOLDS_POST_AT", tda, graph.Stated, race, "¶1", "NHS Trust Development Authority finance director", ""),
		claim("C004", hfma, "CONVENES", event, graph.Stated, race, "¶2", "Healthcare Financial Management Association’s conference", ""),
		claim("C005", alex, "SPOKE_AT", event, graph.Stated, race, "¶2", "told the Healthcare Financial Management Association", ""),
		claim("C028", alex, "SPOKE_ABOUT", guidance, graph.Reported, race, "¶14", "could help by providing clear", "Planning guidance could help by giving clear, aligned business rules."),
		claim("C060", cqc, "REGULATES", practice, graph.Stated, tales, "¶9", "", ""),
		claim("C210", centre, "MEMBER_OF", collabs, graph.Planned, tales, "¶9", "will be involved in six provider collaboratives", "It thinks that the white paper’s proposals will put it into six."),
		claim("C211", icp, "PARTY_TO", memo, graph.Planned, tales, "¶8", "are developing memorandums of understanding", "Two of three are developing them."),
		claim("C212", icp, "PART_OF", ics, graph.Stated, tales, "¶8", "", ""),
		claim("C213", barker, "HOLDS_POST_AT", england, graph.Stated, tales, "¶7", "regional director for the North East", ""),
		claim("C214", trusts, "OPPOSES", ics, graph.Opinion, tales, "¶9", "grinding halt", "Work could stop if there are too many meetings."),
		claim("C215", collabs, "PART_OF", ics, graph.Denied, tales, "¶8", "no one seems able to tell me", hostile),
		claim("C216", england, "OVERSEES", trusts, graph.Stated, tales, "¶3", "", ""),
		claim("C217", england, "OVERSEES", ics, graph.Stated, tales, "¶3", "", ""),
		claim("C218", england, "PUBLISHES", guidance, graph.Stated, race, "¶14", "", ""),
		claim("C219", tda, "OVERSEES", trusts, graph.Stated, race, "¶14", "", "Another dataset says so, with dates."),
	}
	for i := range all[:4] {
		all[i].Speaker = &alex
	}
	all[3].Role, all[3].Span = "finance director", graph.Span{Start: "2013-04-01", End: "2016"}
	all[8].Count, all[8].Speaker = 6, &centre
	all[15].Span = graph.Span{Start: "2016"}
	again := all[0]
	again.ID, again.Status, again.Document, again.Published, again.Speaker = "articles:C300", graph.Opinion, tales, "", nil
	return append(all, again)
}

func subgraph() graph.Subgraph {
	edges := graph.Bundle(claims(), standard)
	var all []graph.Node
	for _, r := range []graph.Ref{england, tda, monitor, cqc, alex, barker, hfma, event, centre, collabs, ics, icp, memo, guidance, trusts, practice} {
		n := graph.Node{Ref: r}
		for _, e := range edges {
			if e.From == r.ID || e.To == r.ID {
				n.Degree++
			}
		}
		all = append(all, n)
	}
	return graph.Subgraph{Nodes: all, Edges: edges, Shown: graph.Shown{Shown: len(all), Total: 135, Why: "the best-connected first"}}
}

func sources() []graph.Source {
	return []graph.Source{
		{Document: graph.Document{ID: race.ID, Title: race.Name, Publisher: "HSJ", Published: "2014-12", Dating: "inferred from the conference it reports and the guidance it calls due this month", Authors: []string{"Crispin Dowler"}, File: "000_45cfcc20166190ac.txt", URL: "https://example.org/a-very-long-address/that-has-to-break-somewhere/on-a-small-screen/000_45cfcc20166190ac"}, Datasets: []string{"articles"}, Claims: 32, Entities: 15},
		{Document: graph.Document{ID: tales.ID, Title: tales.Name, Publisher: "HSJ", Published: "2021-04", Note: "Stands behind a login."}, Claims: 71, Entities: 40},
		{Document: graph.Document{ID: "undated", Title: "Five factors for provider collaboration & strategic commissioning"}},
	}
}

// gone is what is said of something that a release no longer has.
func gone() graph.Seen {
	release := func(id, title, day string) graph.Release {
		return graph.Release{Ref: graph.Ref{ID: id, Name: title}, Published: graph.Date(day)}
	}
	last := release("ods-etr-2025-12", "NHS trusts, December 2025", "2025-12")
	return graph.Seen{Dataset: "ods-etr", First: release("ods-etr-2021-06", "", ""), Last: release("ods-etr-2022-03", "NHS trusts, March 2022", "2022-03"), Gone: &last}
}

func page(title, section, path string) web.Page {
	return web.Page{Title: title, Section: section, Path: path, Version: "0.1.0", Words: words}
}

func dated(p web.Page, day string) web.Page {
	at, err := graph.ParseDay(day)
	if err != nil {
		panic(err)
	}
	p.AsAt = at
	return p
}

func questions() []web.Question {
	return []web.Question{
		{Name: "collaboratives-per-tertiary-centre", Title: "Collaboratives per tertiary centre", Question: "How many provider collaboratives does each tertiary centre sit in?", Answer: "One tertiary centre, not named, expects to sit in 6; none is stated as fact."},
		{Name: "who-regulates-whom", Title: "Who regulates whom", Question: "Who regulates whom?", Answer: "1 regulator of 1 class of bodies: Care Quality Commission."},
		{Name: "who-said-what", Title: "Who said what", Question: "Who said what about whom?", Answer: "12 people said 78 things; Bob Alexander said the most, 14."},
		{Name: "path-between", Title: "Path between two bodies", Question: "How are two bodies joined?"},
	}
}

var question = &cypher.Statement{
	Name: "collaboratives-per-tertiary-centre", Title: "Collaboratives per tertiary centre",
	Question: "How many provider collaboratives does each tertiary centre sit in?",
	Params: []cypher.Param{
		{Name: "as_at", Type: "date", Optional: true, Help: "count memberships standing on this day"},
		{Name: "centre", Type: "entity", Help: "one centre only", Optional: true},
		{Name: "kind", Type: "kind"}, {Name: "relation", Type: "relation"}, {Name: "status", Type: "status", Optional: true},
		{Name: "from_day", Type: "date"}, {Name: "at_least", Type: "integer"}, {Name: "named_only", Type: "boolean", Help: "leave out those that no document names"}, {Name: "document", Type: "document"},
	},
	Columns: columns, Chart: &cypher.Chart{Type: "bar", X: "centre", Y: "collaboratives"},
	Text: "MATCH (c:TertiaryCentre)-[m:MEMBER_OF]->(p:Entity)\nWHERE $as_at IS NULL OR m.start <= $as_at // a long line that has to scroll within its own box and nowhere else on the page\nRETURN c AS centre, sum(coalesce(m.count, 1)) AS collaboratives",
}

var columns = []graph.Column{
	{Name: "centre", Type: "entity"}, {Name: "collaboratives", Type: "integer", Help: "counted or expected"}, {Name: "firmness", Type: "status"},
	{Name: "of", Type: "entities"}, {Name: "since", Type: "date"}, {Name: "by", Type: "relation"}, {Name: "documents", Type: "documents"}, {Name: "evidence", Type: "claims"}, {Name: "note", Type: "text"},
}

func answer() *graph.Answer {
	return &graph.Answer{Name: question.Name, Question: question.Question, Sentence: "One tertiary centre, not named, expects to sit in 6; none is stated as fact.", Table: graph.Table{
		Columns: columns,
		Rows: [][]any{
			{centre, int64(6), "planned", []graph.Ref{collabs, ics}, "2021-04", "MEMBER_OF", []graph.Ref{tales, race}, []graph.ClaimRef{{ID: "articles:C210", Status: graph.Planned}}, hostile},
			{trusts, int64(2), "stated", []graph.Ref{ics}, "2016-04-01", "PART_OF", []graph.Ref{tales}, []graph.ClaimRef{{ID: "articles:C214", Status: graph.Opinion}, {ID: "articles:C216", Status: graph.Stated}}, nil},
		},
		Shown: graph.Shown{Shown: 2, Total: 2},
	}}
}

// changed is a map of two days with each change on a body and a line.
func changed(m graph.Subgraph) graph.Subgraph {
	m.Nodes, m.Edges = slices.Clone(m.Nodes), slices.Clone(m.Edges)
	for i, change := range []graph.Change{graph.Came, graph.Went, graph.Renamed, graph.Succeeded} {
		m.Nodes[i].Change, m.Edges[i].Change = change, change
	}
	m.Compared = &graph.Comparison{From: "2012-01-01", To: "2021-04-25", Came: 1, Went: 1, Renamed: 1, Succeeded: 1, EdgesCame: 1, EdgesWent: 1}
	return m
}
