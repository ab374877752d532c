package store

import (
	"encoding/json"

	"mapper/graph"
)

// Reading back what rows.go writes.

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
	e.Stub, _ = properties["stub"].(bool)
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
	ref.Stub, _ = p["stub"].(bool)
	return ref
}

func nodeOf(v any) graph.Node {
	m, _ := v.(map[string]any)
	p, _ := m["entity"].(map[string]any)
	return graph.Node{Ref: refOf(p), Span: spanOf(p), Degree: number(m["degree"])}
}

// describedBy reads who describes a node, and how. A node of one dataset is its
// own description; one of several keeps each of them as JSON.
func describedBy(properties map[string]any) []graph.Described {
	var all []graph.Described
	for _, text := range texts(properties["descriptions"]) {
		var d graph.Described
		if json.Unmarshal([]byte(text), &d) == nil {
			all = append(all, d)
		}
	}
	if len(all) > 0 {
		return all
	}
	datasets := texts(properties["datasets"])
	hashes, _ := properties["hashes"].([]any)
	if len(datasets) != 1 || len(hashes) != 1 {
		return nil
	}
	hash, _ := hashes[0].(int64)
	return []graph.Described{{Dataset: datasets[0], Hash: graph.RowHash(hash), First: only(properties["first"]), Last: only(properties["last"]),
		Gone: graph.Date(only(properties["gone"])), Entity: entityOf(properties)}}
}

// only gives the one text of a list of one.
func only(v any) string {
	if all := texts(v); len(all) > 0 {
		return all[0]
	}
	return ""
}
