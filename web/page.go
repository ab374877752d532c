package web

import (
	"mapper/cypher"
	"mapper/graph"
)

// The types below are what each page's template (web/pages/NAME.html) is given.

// Page is common to all pages.
type Page struct {
	Title   string    // of the page, without the product's name
	Section string    // current entry of the navigation: home, map, views, rules, documents, console
	AsAt    graph.Day // the day asked for; zero for no date filter
	Path    string    // path and query of this page, for forms and links that keep it
	Version string    // of the program
	Words   *Words    // the vocabulary, for labels, colours and phrases
	Behind  bool      // the page has Cypher behind it, which /cypher shows

	Unfinished []string // datasets that are half loaded
}

// HomePage is / .
type HomePage struct {
	Page
	Entities, Claims, Documents int
	AtLeast                     bool // there may be more entities: nobody has counted further
	Datasets                    []graph.Collection
	Questions                   []Question
	Map                         graph.Subgraph
}

// Question is a view with its answer in words.
type Question struct {
	Name, Title, Question string
	Answer                string // "" when it needs parameters, or the graph is still working on it
	Needs                 bool   // parameters that must be given
}

// SearchPage is /search?q=&kind=&as_at= , complete without JavaScript.
type SearchPage struct {
	Page
	Query, Kind string
	Hits        graph.Hits
}

// ViewsPage is /views .
type ViewsPage struct {
	Page
	Views []Question
}

// RulesPage is /rules .
type RulesPage struct {
	Page
	Rules []Verdict
}

// ViewPage is /views/{name} .
type ViewPage struct {
	Page
	View     *cypher.Statement
	Values   map[string]string // parameters as given
	Answer   *graph.Answer     // nil when a needed parameter is missing
	Problem  string            // why there is no answer, when a parameter is wrong
	Bars     []Bar             // for a bar chart, else nil
	Map      *graph.Subgraph   // for a map, else nil
	Timeline *Timeline         // for a timeline, else nil
	Formats  []Download
}

// Bar is one bar of a chart: Share is 0 to 100, of the longest.
type Bar struct {
	Label  string
	Href   string
	Value  string
	Share  float64
	Status graph.Status // "" when the view has no status column
}

// Download is one format an answer can be taken away in.
type Download struct {
	Name, Href string
	Graph      bool // only of an answer that holds entities
}

// EntityPage is /entities/{id} .
type EntityPage struct {
	Page
	Entity *graph.Profile
	Groups []Group
	Part   *Part          // nil when the page shows every relation
	Map    graph.Subgraph // its neighbourhood; empty when the page shows one relation

	Formats []Download // what stands around it, as files
}

// Group is one relation of an entity, read from the entity: "is regulated by".
type Group struct {
	Phrase   string
	Relation graph.Relation
	Lines    []Line
	Others   int    // how many other ends there are in all
	More     string // where the rest is, "" when all are here
}

// Part is the place of a page among those that show all of one relation.
type Part struct {
	Phrase          string
	First, Last, Of int    // claims on this page, counted from 1, and in all
	Before, After   string // the pages before and after, "" for none
}

// Line is one other end with everything said about it.
type Line struct {
	Other    graph.Ref
	Edge     graph.Edge
	Evidence []graph.Evidence
}

// EdgePage is /edges/{id} .
type EdgePage struct {
	Page
	Explanation *graph.Explanation
}

// DocumentsPage is /documents .
type DocumentsPage struct {
	Page
	Sources graph.Sources
}

// DocumentPage is /documents/{id} .
type DocumentPage struct {
	Page
	Reading    *graph.Reading
	Paragraphs []Paragraph
}

// Paragraph is one place of a document with the claims that stand there, or with
// the reason for which nothing is claimed from it; neither means that nobody has
// looked at it yet.
type Paragraph struct {
	Locator  string
	Evidence []graph.Evidence
	Passed   string
}

// ConsolePage is /console?q=&p.NAME= .
type ConsolePage struct {
	Page
	Statement string
	Asks      []Asking      // the parameters of the statement
	Open      bool          // a parameter is missing, so nothing was run
	Result    *graph.Result // nil before the first run
	Problem   *Problem      // why it was refused or failed
	Formats   []Download
	Examples  []Example
	Saved     []cypher.Saved
	Keeps     bool // queries are saved here, and this reader may save some
	Seconds   int  // the time limit
	Rows      int  // the row limit
}

// Asking is a parameter of a statement with what was given for it. Its type is ""
// where the statement's header does not speak of it.
type Asking struct {
	cypher.Param
	Value string
}

// Example is a statement to start from in the console.
type Example struct {
	Title     string `json:"title"`
	Question  string `json:"question"`
	Statement string `json:"statement"`
}

// BehindPage is /cypher?page= : the statements behind a page.
type BehindPage struct {
	Page
	Of         string // the page's address
	Statements []Behind
}

// Behind is a statement that a page asked, ready for the console.
type Behind struct {
	File, Title, Text string
	Values            map[string]string
	Times             int
}

// ProblemPage is any page that cannot be shown.
type ProblemPage struct {
	Page
	Status  int
	Message string
	Request string // id to quote, of a fault of the mapper itself
}
