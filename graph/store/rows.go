package store

import (
	"encoding/json"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// Rows go to the server as lists, not maps: that halves the client's work and spares
// the plan an Eager operator. The order of the values is that of the statements in
// cypher/load (entities.cypher, entities-new.cypher, claims.cypher).

// start and end are the days by which AsAt decides (the first day, the first day no
// longer); span keeps the dates as the source gives them, with their precision.

// The widths of rows.
const (
	entityWidth     = 18
	claimWidth      = 17
	identifierWidth = 7
)

// entityRow is a node made of what all datasets say of it.
func (b *boxes) entityRow(into []any, e *graph.Entity, described []graph.Described, labels []string) {
	start, end, span := b.days.span(e.Span)
	if end == nil {
		end = goneFor(described)
	}
	into[0], into[1], into[2], into[3], into[4], into[5] = e.ID, labels, e.Name, e.Kinds, orNil(e.Aliases), orNil(codeTexts(e.Codes))
	into[6], into[7], into[8], into[9], into[10], into[11] = start, end, span, unless(e.Anonymous), unless(e.Stub), b.text(e.Note)
	n := len(described)
	datasets, hashes := make([]string, n), make([]int64, n)
	for i, d := range described {
		datasets[i], hashes[i] = d.Dataset, int64(d.Hash)
	}
	into[12], into[13] = datasets, hashes
	into[14] = lists(described, func(d *graph.Described) string { return d.First })
	into[15] = lists(described, func(d *graph.Described) string { return d.Last })
	into[16] = lists(described, func(d *graph.Described) string { return string(d.Gone) })
	into[17] = orNil(descriptions(described))
}

// lists gives one text of each description, nil when all are empty.
func lists(described []graph.Described, of func(*graph.Described) string) any {
	any := false
	texts := make([]string, len(described))
	for i := range described {
		texts[i] = of(&described[i])
		any = any || texts[i] != ""
	}
	if !any {
		return nil
	}
	return texts
}

// descriptions keeps what each dataset says of a node that several describe.
func descriptions(described []graph.Described) []string {
	if len(described) < 2 {
		return nil
	}
	texts := make([]string, len(described))
	for i, d := range described {
		text, _ := json.Marshal(d) // plain structs of ours always have a JSON form
		texts[i] = string(text)
	}
	return texts
}

// goneFor gives the day from which no release has the entity any more, nil while
// one has it, or a dataset that is not published in releases.
func goneFor(described []graph.Described) any {
	var latest graph.Date
	for _, d := range described {
		if d.Gone == "" {
			return nil
		}
		latest = max(latest, d.Gone)
	}
	return day(latest)
}

// day gives the first day of a date, nil for the unknown one.
func day(d graph.Date) any {
	if t, known := d.First(); known {
		return neo4j.DateOf(t)
	}
	return nil
}

func codeTexts(codes []graph.Code) []string {
	if len(codes) == 0 {
		return nil
	}
	texts := make([]string, len(codes))
	for i, c := range codes {
		texts[i] = c.String()
	}
	return texts
}

// identifierRow is a code that an entity bore.
func (b *boxes) identifierRow(into []any, entity string, c *graph.Code) {
	start, end, span := b.days.span(c.Span)
	into[0], into[1], into[2], into[3], into[4], into[5], into[6] = entity, c.Scheme+":"+c.Value, b.text(c.Scheme), c.Value, start, end, span
}

// claimRow is an edge. first is the release that had it first, "" where the dataset
// has no releases.
func (b *boxes) claimRow(into []any, c *graph.Claim, id string, hash graph.RowHash, first string) {
	start, end, span := b.days.span(c.Span)
	into[0], into[1], into[2], into[3], into[4] = c.From, c.To, b.text(c.Relation), id, int64(hash)
	into[5], into[6], into[7], into[8], into[9] = start, end, span, b.text(string(c.Status)), b.text(c.Role)
	into[10], into[11], into[12] = unless(c.Count), b.text(c.Speaker), b.text(c.Document)
	into[13], into[14], into[15], into[16] = unless(c.Locator), unless(c.Phrase), unless(c.Note), b.text(first)
}

func documentProperties(d *graph.Document, hash graph.RowHash) map[string]any {
	var passed, reasons []string // side by side: Neo4j keeps no lists of pairs
	for _, p := range d.Passed {
		passed, reasons = append(passed, p.Locator), append(reasons, p.Reason)
	}
	return map[string]any{"id": d.ID, "title": d.Title, "publisher": unless(d.Publisher), "published": unless(string(d.Published)),
		"dating": unless(d.Dating), "authors": orNil(d.Authors), "url": unless(d.URL), "file": unless(d.File),
		"paragraphs": unless(d.Paragraphs), "passed": orNil(passed), "reasons": orNil(reasons),
		"note": unless(d.Note), "hash": int64(hash)}
}

// bounds gives the days by which AsAt decides, nil for unknown.
func bounds(s graph.Span) (start, end any) {
	if first, known := s.Start.First(); known {
		start = neo4j.DateOf(first)
	}
	if over, known := s.End.Over(); known {
		end = neo4j.DateOf(over)
	}
	return start, end
}

// unless gives nil for an empty value: Neo4j keeps no empty properties.
func unless[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

func orNil(values []string) any {
	if len(values) == 0 {
		return nil
	}
	return values
}
