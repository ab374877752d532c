package store

import (
	"encoding/json"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// Rows go to the server as lists, not maps: that halves the client's work and spares
// the plan an Eager operator. The order of the values is that of the statements in
// cypher/load (entities.cypher, entities-new.cypher, claims.cypher).

// start and end are the days by which AsAt decides (the first day, the first day no
// longer); span keeps the dates as the source gives them, with their precision.

// entityRow is a node made of what all datasets say of it.
func entityRow(described []graph.Described, labels []string) []any {
	e := graph.Merge(described)
	slices.SortFunc(described, func(a, b graph.Described) int { return compare(a.Dataset, b.Dataset) })
	n := len(described)
	datasets, hashes := make([]string, n), make([]int64, n)
	first, last, gone := make([]string, n), make([]string, n), make([]string, n)
	var descriptions []string
	for i, d := range described {
		datasets[i], hashes[i], first[i], last[i], gone[i] = d.Dataset, int64(d.Hash), d.First, d.Last, string(d.Gone)
		if n > 1 {
			text, _ := json.Marshal(d) // plain structs of ours always have a JSON form
			descriptions = append(descriptions, string(text))
		}
	}
	start, end := bounds(e.Span)
	if end == nil {
		end = goneFor(described)
	}
	return []any{e.ID, labels, e.Name, e.Kinds, orNil(e.Aliases), orNil(codeTexts(e.Codes)),
		start, end, unless(e.Span.String()), unless(e.Anonymous), unless(e.Stub), unless(e.Note),
		datasets, hashes, unlessEmpty(first), unlessEmpty(last), unlessEmpty(gone), orNil(descriptions)}
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
	texts := make([]string, len(codes))
	for i, c := range codes {
		texts[i] = c.String()
	}
	return texts
}

// identifierRows are the codes that an entity bore.
func identifierRows(into []any, id string, codes []graph.Code) []any {
	for _, c := range codes {
		start, end := bounds(c.Span)
		into = append(into, []any{id, c.Scheme + ":" + c.Value, c.Scheme, c.Value, start, end, unless(c.Span.String())})
	}
	return into
}

// claimRow is an edge. first is the release that had it first, "" where the dataset
// has no releases.
func claimRow(c *graph.Claim, dataset string, hash graph.RowHash, first string) []any {
	start, end := bounds(c.Span)
	return []any{c.From, c.To, c.Relation, graph.EdgeID(dataset, c.ID), int64(hash),
		start, end, unless(c.Span.String()), string(c.Status), unless(c.Role), unless(c.Count), unless(c.Speaker),
		c.Document, unless(c.Locator), unless(c.Phrase), unless(c.Note), unless(first)}
}

func documentProperties(d *graph.Document, dataset string, hash graph.RowHash) map[string]any {
	var passed, reasons []string // side by side: Neo4j keeps no lists of pairs
	for _, p := range d.Passed {
		passed, reasons = append(passed, p.Locator), append(reasons, p.Reason)
	}
	return map[string]any{"id": d.ID, "title": d.Title, "publisher": unless(d.Publisher), "published": unless(string(d.Published)),
		"dating": unless(d.Dating), "authors": orNil(d.Authors), "url": unless(d.URL), "file": unless(d.File),
		"paragraphs": unless(d.Paragraphs), "passed": orNil(passed), "reasons": orNil(reasons),
		"note": unless(d.Note), "dataset": dataset, "hash": int64(hash)}
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

// unlessEmpty gives nil for a list of nothing but empty texts.
func unlessEmpty(values []string) any {
	if !slices.ContainsFunc(values, func(v string) bool { return v != "" }) {
		return nil
	}
	return values
}

func compare(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}
