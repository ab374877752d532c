package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mapper/graph"
)

// candidates is how many names of each sort (those that start with what was typed,
// those that hold its words) are weighed before the best are shown. It bounds what a
// search costs, whatever the size of the graph.
const candidates = 20

// Search finds entities by words of their names and aliases, the last word as far
// as it is typed, or by a code: first whoever bore just that code, then names that
// start with what was typed, codes that do, and names that hold its words.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) (graph.Hits, error) {
	found := graph.Hits{Items: []graph.Hit{}}
	w := wantedOf(q.Text)
	if len(w.words) == 0 {
		return found, nil
	}
	limit := orDefault(q.Limit, 10)
	rows, err := s.read(ctx, explore("search"), searchParams(q, w, limit))
	if err != nil || len(rows) == 0 {
		return found, err
	}
	exact := 0 // hits by just that code come first
	for _, r := range rows {
		found.Items = append(found.Items, hitOf(r, w))
		if number(r["rank"]) == 0 {
			exact++
		}
	}
	slices.SortStableFunc(found.Items[:exact], byLatest)
	found.Shown = graph.Shown{Shown: len(found.Items), Total: number(rows[0]["total"])}
	if found.Total > found.Shown.Shown {
		found.AtLeast = found.Total >= enough(limit)
		found.Why = "type more of the name"
	}
	return found, nil
}

// enough is how many candidates of a sort suffice for that many hits.
func enough(limit int) int { return max(candidates, 2*limit) }

func searchParams(q graph.SearchQuery, w wanted, limit int) map[string]any {
	options := map[string]any{"limit": enough(limit)}
	if len(q.Kinds) > 0 || !q.AsAt.IsZero() {
		options = map[string]any{} // what is looked for may stand behind any number of others
	}
	return map[string]any{"query": fullText(w.words), "options": options, "starts": w.spellings(), "name": strings.ToLower(w.text),
		"codes": w.codes, "scheme": unless(w.scheme), "kinds": list(q.Kinds), "as_at": q.AsAt, "enough": enough(limit), "limit": limit}
}

func hitOf(r row, w wanted) graph.Hit {
	p, _ := r["entity"].(map[string]any)
	hit := graph.Hit{Ref: refOf(p), Span: spanOf(p)}
	found := texts(r["codes"])
	if len(found) == 0 {
		hit.Matched = w.matched(hit.Name, texts(p["aliases"]))
		return hit
	}
	hit.Matched = slices.Min(found) // just that code, if it is among those that begin so
	hit.Codes = bore(p, found...)
	return hit
}

// byLatest puts whoever bears a code before those who bore it, the latest first.
func byLatest(a, b graph.Hit) int {
	over := func(h graph.Hit) string {
		latest := ""
		for _, c := range h.Codes {
			latest = max(latest, cmp.Or(string(c.End), "open")) // letters sort behind any year
		}
		return latest
	}
	return cmp.Compare(over(b), over(a))
}
