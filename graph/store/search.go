package store

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"mapper/graph"
)

// candidates is how many full-text hits are weighed before the best are shown.
const candidates = 1000

// Search finds entities by words of their names and aliases, the last word as far
// as it is typed, or by a code.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) (graph.Hits, error) {
	found := graph.Hits{Items: []graph.Hit{}}
	words := queryWords(q.Text)
	if len(words) == 0 {
		return found, nil
	}
	code := strings.ToUpper(strings.TrimSpace(q.Text))
	if _, value, ok := strings.Cut(code, ":"); ok {
		code = value
	}
	var kind any
	if q.Kind != "" {
		kind = q.Kind
	}
	rows, err := s.read(ctx, explore("search"), map[string]any{"query": fullText(words), "code": code, "kind": kind,
		"start": strings.ToLower(strings.TrimSpace(q.Text)), "as_at": q.AsAt, "enough": candidates, "limit": orDefault(q.Limit, 20)})
	if err != nil {
		return found, err
	}
	hits, _ := rows[0]["hits"].([]any)
	for _, one := range hits {
		hit := one.(map[string]any)
		node := nodeOf(hit)
		properties := hit["entity"].(map[string]any)
		found.Items = append(found.Items, graph.Hit{Ref: node.Ref, Span: node.Span, Degree: node.Degree,
			Matched: matched(words, node.Name, texts(properties["aliases"]), text(hit["code"]))})
	}
	found.Shown = graph.Shown{Shown: len(found.Items), Total: number(rows[0]["total"])}
	if found.Total > found.Shown.Shown {
		found.Why = fmt.Sprintf("the %d best of %d: type more of the name", found.Shown.Shown, found.Total)
	}
	return found, nil
}

// queryWords splits what was typed the way the index splits names, so that no
// character can be an operator of the full-text query.
func queryWords(typed string) []string {
	return strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// fullText asks for all words, the last one by its beginning. A word may be one
// the index passes over ("of", "the"), so only the last must be there.
func fullText(words []string) string {
	query := make([]string, len(words))
	for i, w := range words {
		query[i] = "+" + w
		if i == len(words)-1 {
			query[i] = "+(" + w + " OR " + w + "*)"
		} else if stopWords[w] {
			query[i] = w
		}
	}
	return strings.Join(query, " ")
}

// stopWords are words that Lucene's English analysis leaves out of the index.
var stopWords = map[string]bool{"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "but": true,
	"by": true, "for": true, "if": true, "in": true, "into": true, "is": true, "it": true, "no": true, "not": true, "of": true,
	"on": true, "or": true, "such": true, "that": true, "the": true, "their": true, "then": true, "there": true, "these": true,
	"they": true, "this": true, "to": true, "was": true, "will": true, "with": true}

// matched gives the alias or code that matched when the name did not.
func matched(words []string, name string, aliases []string, code string) string {
	if code != "" {
		return code
	}
	if holds(name, words) {
		return ""
	}
	for _, alias := range aliases {
		if holds(alias, words) {
			return alias
		}
	}
	return ""
}

// holds says whether every word begins a word of the name.
func holds(name string, words []string) bool {
	have := queryWords(name)
	for _, w := range words {
		found := false
		for _, h := range have {
			found = found || strings.HasPrefix(h, w)
		}
		if !found {
			return false
		}
	}
	return true
}
