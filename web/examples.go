package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"unicode/utf8"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

// The examples of the OpenAPI document are values of the types that the handlers
// answer with, cut short. They speak of the sample.

var (
	kinds     = []string{graph.Standard().Kinds[1].Name}
	symmetric = graph.Standard().Relations[slices.IndexFunc(graph.Standard().Relations, func(r graph.Relation) bool { return r.Symmetric })]

	clinical   = graph.Ref{ID: "nhs-clinical-commissioners", Name: "NHS Clinical Commissioners", Kinds: kinds}
	providers  = graph.Ref{ID: "nhs-providers", Name: "NHS Providers", Kinds: kinds}
	blog       = graph.Ref{ID: "nhs-voices-five-factors", Name: "Five factors for provider collaboration & strategic commissioning"}
	oneOfMany  = graph.Shown{Shown: 1, Total: 1}
	oneOfThree = graph.Shown{Shown: 1, Total: 3, Why: "the first of them: ask for more with limit, or for those after with after"}

	tie = graph.Edge{ID: "articles:C137", From: clinical.ID, To: providers.ID, Relation: symmetric.Type, Claims: 3, Status: graph.Stated}

	claim = graph.Evidence{ID: tie.ID, From: clinical, Relation: tie.Relation, To: providers, Status: graph.Stated, Role: "joint roundtable",
		Document: blog, Published: "2021-04-25", Locator: "¶6", Phrase: "recently held a roundtable with trust",
		Note: "They held the meeting together.", Dataset: "articles", Sentence: "NHS Clinical Commissioners collaborates with NHS Providers."}

	picture = graph.Subgraph{Nodes: []graph.Node{{Ref: clinical, Degree: 4}, {Ref: providers, Degree: 5}}, Edges: []graph.Edge{tie},
		Shown: graph.Shown{Shown: 2, Total: 2}}

	neighbourhood = graph.Neighbourhood{Relation: tie.Relation, Direction: "both", Phrase: symmetric.Forward, Entities: 1, Claims: 3}

	document = graph.Document{ID: blog.ID, Title: blog.Name, Publisher: "NHS Voices blogs", Published: "2021-04-25",
		Dating: "stated: 25 April 2021 in ¶5", Authors: []string{"Chris Hopson", "Louise Patten"}, Paragraphs: 26}

	source = graph.Source{Document: document, Datasets: []string{"articles"}, Claims: 75, Entities: 34}

	example = cypher.Statement{Name: "who-regulates-whom", Title: "Who regulates whom", Question: "Who regulates whom?",
		Params:  []cypher.Param{{Name: "as_at", Type: "date", Optional: true, Help: "edges standing on this day"}},
		Columns: []graph.Column{{Name: "regulator", Type: "entity"}, {Name: "claims", Type: "integer"}},
		Text:    "MATCH (r:Entity)-[e]->() RETURN r AS regulator, count(e) AS claims"}
)

// madeUp is one answer of every type.
var madeUp = []any{
	graph.Hits{Items: []graph.Hit{{Ref: providers, Matched: "@NHSProviders"}}, Shown: oneOfMany},
	&graph.Profile{Entity: graph.Entity{ID: providers.ID, Name: providers.Name, Kinds: providers.Kinds, Aliases: []string{"@NHSProviders"}},
		Datasets: []string{"articles"}, Labels: kinds, Relations: []graph.Neighbourhood{neighbourhood},
		Claims: []graph.Evidence{claim}, Documents: []graph.Source{source}, Shown: oneOfMany},
	graph.Claims{Items: []graph.Evidence{claim}, Shown: oneOfThree},
	picture,
	list[graph.Neighbourhood]{[]graph.Neighbourhood{neighbourhood}},
	&graph.Explanation{Sentence: claim.Sentence, Edge: tie, From: clinical, To: providers, Meaning: "The two do something together.",
		Evidence: []graph.Evidence{claim}, Cypher: "MATCH (a:Entity)-[r]-(b:Entity) WHERE a.id = 'nhs-clinical-commissioners' AND b.id = 'nhs-providers' RETURN a, r, b"},
	&graph.Paths{Length: 1, Paths: [][]string{{clinical.ID, providers.ID}}, Subgraph: picture,
		Pairs: []graph.Pair{{From: clinical.ID, To: providers.ID, Length: 1, Paths: 1}}},
	&graph.Common{Shared: []graph.SharedBy{{ID: "providers", Shared: 2, With: []string{clinical.ID, providers.ID}}}, Subgraph: picture},
	&graph.Around{Steps: []graph.Step{{Step: 1, Shown: 1, Total: 1}}, Subgraph: picture},
	&graph.Events{Items: []graph.Event{{Day: "2016-04-01", Precision: "day", Kind: "founded", Entities: []graph.Ref{{ID: "nhs-improvement", Name: "NHS Improvement"}},
		Sentence: "NHS Improvement began on 1 April 2016."}}, Years: []graph.Year{{Year: 2016, Starts: 1, EdgeStarts: 2}}, From: 2016, To: 2016, Shown: oneOfMany},
	&graph.Proof{Items: []graph.Evidence{claim}, Documents: []graph.Cited{{Document: document, Claims: 3}}, Shown: oneOfThree,
		Cypher: "MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids AND b.id IN $ids RETURN a, r, b"},
	list[*cypher.Statement]{[]*cypher.Statement{&example}},
	verdicts{Items: []Verdict{{Name: "no-claim-without-place", Title: "Every claim has a place", Question: "Which claims have no place in their document?", Severity: "error",
		Sentence: "No claim is without one.", Breaches: graph.Table{Columns: []graph.Column{{Name: "claim", Type: "claims"}}}}}, Shown: oneOfMany},
	graph.Sources{Items: []graph.Source{source}, Shown: oneOfMany},
	&graph.Reading{Source: source, Evidence: []graph.Evidence{claim}, Shown: graph.Shown{Shown: 1, Total: 75, Why: "a page holds no more; the pages of the entities have all of them"}},
	list[graph.Collection]{[]graph.Collection{{Dataset: graph.Dataset{ID: "articles", Title: "What five articles say", Licence: "Facts only; the articles belong to their publishers"},
		Documents: 5, Entities: 128, Claims: 276, Loaded: "2026-01-31T09:30:00Z"}}},
	&graph.Vocabulary{Kinds: graph.Standard().Kinds[:1], Relations: graph.Standard().Relations[:1]},
	&graph.Result{Table: graph.Table{Columns: []graph.Column{{Name: "e", Type: "entity"}}, Rows: [][]any{{providers}}, Shown: oneOfMany},
		Nodes: []graph.Node{{Ref: providers, Degree: 5}}, Milliseconds: 3},
	&graph.Schema{Labels: []string{"Entity", "Provider"}, Types: []string{tie.Relation}, Properties: []string{"id", "name"},
		Patterns: []graph.Pattern{{From: "Entity", Type: tie.Relation, To: "Entity"}},
		Functions: []graph.Callable{{Name: "coalesce", Category: "Scalar", Signature: "coalesce(input :: ANY) :: ANY", Returns: "ANY",
			Arguments: []graph.Argument{{Name: "input", Type: "ANY"}}}},
		Procedures: []graph.Callable{{Name: "db.labels", Signature: "db.labels() :: (label :: STRING)", Yields: []graph.Argument{{Name: "label", Type: "STRING"}}}}},
	&ViewFile{Name: exampleDraft.Name, File: "// title: Names\n// column: name text\n" + exampleDraft.Statement + "\n"},
	list[cypher.Saved]{[]cypher.Saved{mine}},
	mine,
	Removed{mine.Name},
	Health{"ok"},
}

// mine is a saved query.
var mine = cypher.Saved{Name: "members-of-parliament", Title: "People", Question: "Who is named?",
	Text: "// title: People\n// question: Who is named?\nMATCH (p:Person) RETURN p ORDER BY p.name\n"}

// taken is the example of a map's file.
var taken = graph.Taken{Subgraph: picture, Documents: []graph.Cited{{Document: document, Claims: 3}},
	Behind: map[string][]string{tie.ID: {document.ID}}, Words: graph.Standard()}

// written gives the example of a file: JSON as it is, other text as a text, none of
// what is no text.
func written(f forms.Format, write func(io.Writer) error) any {
	var text bytes.Buffer
	_ = write(&text) // a bytes.Buffer takes everything
	if isJSON(f) {
		return json.RawMessage(text.Bytes())
	}
	if !utf8.Valid(text.Bytes()) {
		return nil
	}
	return text.String()
}

// exampleOf gives the example of an answer's type.
func exampleOf[T any]() any {
	for _, e := range madeUp {
		if value, ok := e.(T); ok {
			return forms.Filled(value)
		}
	}
	return nil
}

// cells are an example of every type of column.
var cells = map[string]any{
	"entity": providers, "entities": []graph.Ref{providers}, "document": blog, "documents": []graph.Ref{blog},
	"claims": []graph.ClaimRef{{ID: tie.ID, Status: graph.Stated}}, "text": "joint roundtable", "integer": int64(3), "number": 0.5,
	"boolean": true, "date": "2021-04-25", "span": "2016-04-01..2022-07-01", "status": "stated", "relation": tie.Relation,
	"kind": graph.Standard().Kinds[1].Name, "value": "joint roundtable",
}

// answerOf makes up the answer of a view: one row of what its columns promise.
func answerOf(view *cypher.Statement) *graph.Answer {
	row := make([]any, len(view.Columns))
	for i, column := range view.Columns {
		row[i] = cells[column.Type]
	}
	table := graph.Table{Columns: view.Columns, Rows: [][]any{row}, Shown: oneOfMany}
	return &graph.Answer{Name: view.Name, Question: view.Question, Sentence: view.Sentence(table, nil), Table: table}
}

// arguments are an example of every type of parameter of a view.
var arguments = map[string]any{
	"date": "2021-04-01", "entity": providers.ID, "document": blog.ID, "kind": graph.Standard().Kinds[1].Name, "relation": tie.Relation,
	"status": "stated", "text": "tertiary", "integer": 10, "boolean": true, "list": clinical.ID + "|" + providers.ID, "value": "tertiary",
}

var suchAs = regexp.MustCompile(`such as ([\w:.-]*\w)`)

// argumentOf gives a value for a parameter of a view: the one that its help names.
func argumentOf(p cypher.Param) any {
	if named := suchAs.FindStringSubmatch(p.Help); named != nil && (p.Type == "text" || p.Type == "entity" || p.Type == "date") {
		return named[1]
	}
	return cmp.Or(arguments[p.Type], any("text"))
}
