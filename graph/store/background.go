package store

import (
	"context"

	"mapper/graph"
)

// background is what rows are read against: the words of the graph, and the releases
// of its datasets.
type background struct {
	*graph.Vocabulary
	releases map[string][]graph.Release // by dataset, the latest last
}

func (s *Store) background(ctx context.Context) (*background, error) {
	rows, err := s.read(ctx, explore("datasets"), nil)
	if err != nil {
		return nil, err
	}
	vocabulary, err := vocabularyOf(rows, "")
	if err != nil {
		return nil, err
	}
	b := &background{vocabulary, map[string][]graph.Release{}}
	for _, r := range rows {
		id := text(mapOf(r["dataset"])["id"])
		for _, one := range sliceOf(r["releases"]) {
			b.releases[id] = append(b.releases[id], graph.Release{Ref: refOf(one), Published: graph.Date(text(mapOf(one)["published"]))})
		}
	}
	return b, nil
}

// symmetric lists the types of the relations that have no direction.
func (b *background) symmetric() []string {
	types := []string{}
	for _, r := range b.Relations {
		if r.Symmetric {
			types = append(types, r.Type)
		}
	}
	return types
}

// seen says in which releases of its dataset a claim is.
func (b *background) seen(claim map[string]any) *graph.Seen {
	dataset := text(claim["dataset"])
	return graph.SeenIn(dataset, text(claim["first"]), text(claim["last"]), b.releases[dataset])
}

// seenBy says the same of an entity, which may be of several datasets: its lists
// stand side by side, with "" for a dataset that has no releases.
func (b *background) seenBy(entity map[string]any) []graph.Seen {
	var all []graph.Seen
	first, last := texts(entity["first"]), texts(entity["last"])
	for i, dataset := range texts(entity["datasets"]) {
		if seen := graph.SeenIn(dataset, at(first, i), at(last, i), b.releases[dataset]); seen != nil {
			all = append(all, *seen)
		}
	}
	return all
}

// at gives one text of a list, "" behind its end: a list of nothing is not kept.
func at(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return ""
}
