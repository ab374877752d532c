package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// Bounds on what is read of one document.
const (
	readingMost  = 20_000          // entities whose claims are looked through for those of a document
	releaseLimit = 100             // of a release, which has hundreds of thousands
	releaseTime  = 2 * time.Second // looking for them
	hub          = 2000            // edges of an entity that is not walked from
)

// Documents lists all documents, the oldest first.
func (s *Store) Documents(ctx context.Context) (graph.Sources, error) {
	items, err := s.sources(ctx, nil)
	return graph.Sources{Items: items, Shown: graph.Shown{Shown: len(items), Total: len(items)}}, err
}

// Document gives one document with a part of what it says, in the order of the claims'
// ids. A release has one part only.
func (s *Store) Document(ctx context.Context, id string, skip, limit int) (*graph.Reading, error) {
	found, err := s.sources(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, graph.Errorf(graph.NotFound, "there is no document %q in the graph: see the list of documents", id)
	}
	b, err := s.background(ctx)
	if err != nil {
		return nil, err
	}
	reading := &graph.Reading{Source: found[0]}
	if reading.Release == "" {
		rows, err := s.read(ctx, explore("document-claims"), map[string]any{"document": id, "hub": hub, "most": readingMost, "skip": skip, "limit": limit})
		if err != nil {
			return nil, err
		}
		reading.Evidence = evidence(rows, b)
		reading.More = len(rows) == limit && skip+limit < reading.Claims
	} else if skip == 0 {
		if reading.Evidence, err = s.newIn(ctx, b, id, min(limit, releaseLimit)); err != nil {
			return nil, err
		}
	}
	reading.Shown = graph.Shown{Shown: len(reading.Evidence), Total: max(reading.Claims, len(reading.Evidence))}
	if reading.Shown.Shown < reading.Total {
		reading.Why = "a part of them; the pages of the entities have all"
	}
	return reading, nil
}

// newIn gives some claims that a release brought or changed, none when it takes too long
// to find any.
func (s *Store) newIn(ctx context.Context, b *background, release string, limit int) ([]graph.Evidence, error) {
	hurried, cancel := context.WithTimeout(ctx, releaseTime)
	defer cancel()
	rows, err := s.read(hurried, explore("release-claims"), map[string]any{"document": release, "limit": limit})
	if ctx.Err() == nil && graph.KindOf(err) == graph.Timeout {
		return nil, nil
	}
	return evidence(rows, b), err
}

func (s *Store) sources(ctx context.Context, id any) ([]graph.Source, error) {
	rows, err := s.read(ctx, explore("documents"), map[string]any{"document": id, "hub": hub})
	if err != nil {
		return nil, err
	}
	items := []graph.Source{}
	for _, r := range rows {
		d := r["document"].(map[string]any)
		source := graph.Source{Document: documentOf(d), Datasets: texts(d["datasets"]), Release: text(r["release"])}
		if source.Release != "earlier" { // what an earlier one held, nobody has kept
			source.Claims, source.Entities = number(r["claims"]), number(r["entities"])
		}
		items = append(items, source)
	}
	return items, nil
}

// Datasets lists what has been loaded.
func (s *Store) Datasets(ctx context.Context) ([]graph.Collection, error) {
	rows, err := s.read(ctx, explore("datasets"), nil)
	if err != nil {
		return nil, err
	}
	all := []graph.Collection{}
	for _, r := range rows {
		d := r["dataset"].(map[string]any)
		c := graph.Collection{Dataset: graph.Dataset{ID: text(d["id"]), Title: text(d["title"]), Licence: text(d["licence"]), Description: text(d["description"])},
			Documents: number(d["documents"]), Entities: number(d["entities"]), Claims: number(d["claims"]), Releases: texts(d["releases"])}
		c.Release = text(d["release"])
		c.Unfinished, _ = d["unfinished"].(bool)
		switch at := d["loaded"].(type) {
		case time.Time:
			c.Loaded = at.UTC().Format(time.RFC3339)
		case neo4j.LocalDateTime:
			c.Loaded = at.Time().Format(time.RFC3339)
		}
		all = append(all, c)
	}
	return all, nil
}

// Vocabulary gives the mapper's own vocabulary with what loaded datasets add.
func (s *Store) Vocabulary(ctx context.Context) (*graph.Vocabulary, error) {
	rows, err := s.read(ctx, explore("datasets"), nil)
	if err != nil {
		return nil, err
	}
	return vocabularyOf(rows, "")
}

// vocabularyOf adds the vocabularies of all datasets but one to the mapper's own.
func vocabularyOf(rows []row, but string) (*graph.Vocabulary, error) {
	v := graph.Standard()
	for _, r := range rows {
		d := r["dataset"].(map[string]any)
		var more graph.Vocabulary
		if err := json.Unmarshal([]byte(text(d["vocabulary"])), &more); err != nil {
			return nil, graph.Errorf(graph.Internal, "the vocabulary of dataset %v in the graph cannot be read: load it again", d["id"]).Because(err)
		}
		if text(d["id"]) == but || len(more.Kinds)+len(more.Relations) == 0 {
			continue
		}
		wider, err := v.Extend(more)
		if err != nil {
			return nil, err
		}
		v = wider
	}
	return v, nil
}
