package folder

import (
	"strings"

	"mapper/graph"
)

var (
	documentColumns = columns{[]string{"id", "title", "publisher", "published", "dating", "authors", "url", "file", "paragraphs", "note"}, 2}
	entityColumns   = columns{[]string{"id", "name", "kinds", "aliases", "codes", "start", "end", "anonymous", "stub", "note"}, 3}
	coverageColumns = columns{[]string{"document", "locator", "reason"}, 3}
	claimColumns    = columns{[]string{"id", "from", "relation", "to", "status", "document", "start", "end", "role", "count", "speaker", "locator", "phrase", "note"}, 6}
)

func (r *row) document() graph.Document {
	return graph.Document{ID: r.text(0), Title: r.text(1), Publisher: r.text(2), Published: r.date(3), Dating: r.text(4),
		Authors: r.list(5, nil), URL: r.text(6), File: r.text(7), Paragraphs: r.number(8), Note: r.text(9), Place: r.at}
}

// entity fills e, whose lists are used again.
func (r *row) entity(e *graph.Entity, kinds kindLists) {
	*e = graph.Entity{ID: r.text(0), Name: r.text(1), Kinds: kinds.of(r, 2), Aliases: r.list(3, e.Aliases[:0]), Codes: r.codes(4, e.Codes[:0]),
		Span: graph.Span{Start: r.date(5), End: r.date(6)}, Anonymous: r.yes(7), Stub: r.yes(8), Note: r.text(9), Place: r.at}
}

// claim fills c.
func (r *row) claim(c *graph.Claim) {
	c.ID, c.From, c.Relation, c.To = r.text(0), r.text(1), r.text(2), r.text(3)
	c.Status, c.Document = graph.Status(r.text(4)), r.text(5)
	c.Start, c.End = r.date(6), r.date(7)
	c.Role, c.Count, c.Speaker = r.text(8), r.number(9), r.text(10)
	c.Locator, c.Phrase, c.Note, c.Place = r.text(11), r.text(12), r.text(13), r.at
}

// kindLists are the lists of kinds that have been read, each made once: thousands
// of entities share a few.
type kindLists map[string][]string

// kindListLimit bounds what is remembered of a file with absurdly many lists.
const kindListLimit = 1 << 12

func (k kindLists) of(r *row, column int) []string {
	text := r.text(column)
	list, ok := k[text]
	if ok {
		return list
	}
	if len(k) >= kindListLimit {
		clear(k)
	}
	own := *r
	own.cells = []string{strings.Clone(text)} // so that the list keeps no block alive
	own.position = []int{0}
	list = own.list(0, nil)
	k[own.cells[0]] = list[:len(list):len(list)]
	return list
}
