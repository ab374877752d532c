package folder

import (
	"strconv"
	"strings"

	"mapper/graph"
)

var (
	documentColumns = columns{[]string{"id", "title", "publisher", "published", "dating", "authors", "url", "file", "paragraphs", "note"}, 2}
	entityColumns   = columns{[]string{"id", "name", "kinds", "aliases", "codes", "start", "end", "anonymous", "note"}, 3}
	coverageColumns = columns{[]string{"document", "locator", "reason"}, 3}
	claimColumns    = columns{[]string{"id", "from", "relation", "to", "status", "document", "start", "end", "role", "count", "speaker", "locator", "phrase", "note"}, 6}
)

// row is one line of a file, read field by field; what does not parse is noted
// and left empty.
type row struct {
	at       graph.Place
	cells    map[string]string
	problems *graph.Problems
}

func newRow(at graph.Place, header, cells []string, problems *graph.Problems) row {
	r := row{at, make(map[string]string, len(header)), problems}
	for i, name := range header {
		r.cells[name] = strings.TrimSpace(cells[i])
	}
	return r
}

func (r row) text(name string) string { return r.cells[name] }

// list reads a field whose parts are separated by bars.
func (r row) list(name string) []string {
	var parts []string
	for part := range strings.SplitSeq(r.cells[name], "|") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func (r row) date(name string) graph.Date {
	d, err := graph.ParseDate(r.cells[name])
	if err != nil {
		r.problems.Add(r.at, name, "%v", err)
	}
	return d
}

func (r row) span() graph.Span { return graph.Span{Start: r.date("start"), End: r.date("end")} }

func (r row) yes(name string) bool {
	switch r.cells[name] {
	case "true":
		return true
	case "", "false":
		return false
	}
	r.problems.Add(r.at, name, "%q: write true or leave it empty", r.cells[name])
	return false
}

func (r row) number(name string) int {
	if r.cells[name] == "" {
		return 0
	}
	n, err := strconv.Atoi(r.cells[name])
	if err != nil || n < 1 {
		r.problems.Add(r.at, name, "%q: write a whole number from 1, or leave it empty", r.cells[name])
	}
	return n
}

func (r row) codes() []graph.Code {
	var codes []graph.Code
	for _, text := range r.list("codes") {
		code, err := graph.ParseCode(text)
		if err != nil {
			r.problems.Add(r.at, "codes", "%v", err)
			continue
		}
		codes = append(codes, code)
	}
	return codes
}

func (r row) document() graph.Document {
	return graph.Document{ID: r.text("id"), Title: r.text("title"), Publisher: r.text("publisher"),
		Published: r.date("published"), Dating: r.text("dating"), Authors: r.list("authors"),
		URL: r.text("url"), File: r.text("file"), Paragraphs: r.number("paragraphs"), Note: r.text("note"), Place: r.at}
}

func (r row) entity() graph.Entity {
	return graph.Entity{ID: r.text("id"), Name: r.text("name"), Kinds: r.list("kinds"), Aliases: r.list("aliases"),
		Codes: r.codes(), Span: r.span(), Anonymous: r.yes("anonymous"), Note: r.text("note"), Place: r.at}
}

func (r row) claim() graph.Claim {
	return graph.Claim{ID: r.text("id"), From: r.text("from"), Relation: r.text("relation"), To: r.text("to"),
		Span: r.span(), Status: graph.Status(r.text("status")), Role: r.text("role"), Count: r.number("count"),
		Speaker: r.text("speaker"), Document: r.text("document"), Locator: r.text("locator"),
		Phrase: r.text("phrase"), Note: r.text("note"), Place: r.at}
}
