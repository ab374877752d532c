package store

import (
	"encoding/json"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// The properties of nodes and edges. start and end are the days by which AsAt
// decides (the first day, the first day no longer); span keeps the dates as the
// source gives them, with their precision.

func entityProperties(e graph.Entity, described []graph.Described) map[string]any {
	slices.SortFunc(described, func(a, b graph.Described) int { return compare(a.Dataset, b.Dataset) })
	var datasets, hashes, descriptions, codes []string
	for _, d := range described {
		datasets, hashes = append(datasets, d.Dataset), append(hashes, d.Hash)
		if len(described) > 1 {
			text, _ := json.Marshal(d) // plain structs of ours always have a JSON form
			descriptions = append(descriptions, string(text))
		}
	}
	for _, c := range e.Codes {
		codes = append(codes, c.String())
	}
	start, end := bounds(e.Span)
	return map[string]any{"id": e.ID, "name": e.Name, "kinds": e.Kinds, "aliases": orNil(e.Aliases), "codes": orNil(codes),
		"start": start, "end": end, "span": unless(e.Span.String()), "anonymous": unless(e.Anonymous),
		"note": unless(e.Note), "datasets": datasets, "hashes": hashes, "descriptions": orNil(descriptions)}
}

func documentProperties(d graph.Document, dataset, hash string) map[string]any {
	var passed, reasons []string // side by side: Neo4j keeps no lists of pairs
	for _, p := range d.Passed {
		passed, reasons = append(passed, p.Locator), append(reasons, p.Reason)
	}
	return map[string]any{"id": d.ID, "title": d.Title, "publisher": unless(d.Publisher), "published": unless(string(d.Published)),
		"dating": unless(d.Dating), "authors": orNil(d.Authors), "url": unless(d.URL), "file": unless(d.File),
		"paragraphs": unless(d.Paragraphs), "passed": orNil(passed), "reasons": orNil(reasons),
		"note": unless(d.Note), "dataset": dataset, "hash": hash}
}

func claimProperties(c graph.Claim, id, dataset, hash string) map[string]any {
	start, end := bounds(c.Span)
	return map[string]any{"id": id, "start": start, "end": end, "span": unless(c.Span.String()), "status": string(c.Status),
		"role": unless(c.Role), "count": unless(c.Count), "speaker": unless(c.Speaker), "document": c.Document,
		"locator": unless(c.Locator), "phrase": unless(c.Phrase), "note": unless(c.Note), "dataset": dataset, "hash": hash}
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

func compare(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

// Reading back.

func text(v any) string { s, _ := v.(string); return s }

func number(v any) int { n, _ := v.(int64); return int(n) }

func texts(v any) []string {
	var all []string
	switch values := v.(type) {
	case []any:
		for _, one := range values {
			all = append(all, text(one))
		}
	case []string:
		all = values
	}
	return all
}

func spanOf(properties map[string]any) graph.Span {
	span, _ := graph.ParseSpan(text(properties["span"])) // written by us, from a checked span
	return span
}

func entityOf(properties map[string]any) graph.Entity {
	e := graph.Entity{ID: text(properties["id"]), Name: text(properties["name"]), Kinds: texts(properties["kinds"]),
		Aliases: texts(properties["aliases"]), Span: spanOf(properties), Note: text(properties["note"])}
	e.Anonymous, _ = properties["anonymous"].(bool)
	for _, c := range texts(properties["codes"]) {
		if code, err := graph.ParseCode(c); err == nil {
			e.Codes = append(e.Codes, code)
		}
	}
	return e
}

func documentOf(p map[string]any) graph.Document {
	var passed []graph.Passed
	reasons := texts(p["reasons"])
	for i, locator := range texts(p["passed"]) {
		passed = append(passed, graph.Passed{Locator: locator, Reason: reasons[i]})
	}
	return graph.Document{Paragraphs: number(p["paragraphs"]), Passed: passed,
		ID: text(p["id"]), Title: text(p["title"]), Publisher: text(p["publisher"]),
		Published: graph.Date(text(p["published"])), Dating: text(p["dating"]), Authors: texts(p["authors"]),
		URL: text(p["url"]), File: text(p["file"]), Note: text(p["note"])}
}

func refOf(v any) graph.Ref {
	p, _ := v.(map[string]any)
	ref := graph.Ref{ID: text(p["id"]), Name: text(p["name"]), Kinds: texts(p["kinds"])}
	if ref.Name == "" {
		ref.Name = text(p["title"])
	}
	ref.Anonymous, _ = p["anonymous"].(bool)
	return ref
}

func nodeOf(v any) graph.Node {
	m, _ := v.(map[string]any)
	p, _ := m["entity"].(map[string]any)
	return graph.Node{Ref: refOf(p), Span: spanOf(p), Degree: number(m["degree"])}
}
