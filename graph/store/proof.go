package store

import (
	"context"
	"slices"

	"mapper/graph"
)

// Proof gives a part of the claims behind the edges of a map, and all documents that
// these rest on.
func (s *Store) Proof(ctx context.Context, q graph.MapQuery, skip, limit int) (*graph.Proof, error) {
	g, b, err := s.drawnOn(ctx, q)
	if err != nil {
		return nil, err
	}
	all := claimIDs(g.claims)
	part := all[min(skip, len(all)):min(skip+limit, len(all))]
	rows, err := s.read(ctx, explore("map-evidence"), map[string]any{"ids": ids(g.Nodes), "claims": part})
	if err != nil {
		return nil, err
	}
	proof := &graph.Proof{Map: g.Subgraph, Items: evidence(rows, b), Shown: graph.Shown{Shown: len(part), Total: len(all)},
		Cypher: inline(explore("between").Text, betweenParams(ids(g.Nodes), q.Filter))}
	if len(part) < len(all) {
		proof.Why = "a part at a time: ask for the next with skip"
	}
	proof.Documents, err = s.citedBy(ctx, g.claims)
	return proof, err
}

// claimIDs gives the ids of claims in order.
func claimIDs(claims []graph.Evidence) []string {
	all := make([]string, len(claims))
	for i, c := range claims {
		all[i] = c.ID
	}
	slices.Sort(all)
	return all
}

// Taken gives a map with the documents behind each of its edges.
func (s *Store) Taken(ctx context.Context, q graph.MapQuery) (*graph.Taken, error) {
	g, b, err := s.drawnOn(ctx, q)
	if err != nil {
		return nil, err
	}
	return s.taken(ctx, g, b)
}

// TakenOf gives what a picture of paths, or of what entities share or have around them,
// shows: its lines and no others between the same entities. Behind the lines stands what
// has one of the statuses on the day; no status stands for all.
func (s *Store) TakenOf(ctx context.Context, picture graph.Subgraph, day graph.Day, statuses ...graph.Status) (*graph.Taken, error) {
	if len(picture.Nodes) == 0 { // nothing shown is not everything
		b, err := s.background(ctx)
		if err != nil {
			return nil, err
		}
		return s.taken(ctx, drawn{}, b)
	}
	g, b, err := s.drawnOn(ctx, graph.MapQuery{Show: ids(picture.Nodes), Filter: graph.Filter{AsAt: day, Statuses: statuses, Limit: len(picture.Nodes)}})
	if err != nil {
		return nil, err
	}
	behind := graph.Gather(picture.Edges, g.claims, b.Vocabulary)
	g.Subgraph, g.claims = picture, nil
	for _, e := range picture.Edges {
		g.claims = append(g.claims, behind[e.ID]...)
	}
	return s.taken(ctx, g, b)
}

func (s *Store) taken(ctx context.Context, g drawn, b *background) (taken *graph.Taken, err error) {
	taken = &graph.Taken{Subgraph: g.Subgraph, Behind: graph.Behind(g.Edges, g.claims, b.Vocabulary), Claims: claimIDs(g.claims), Words: b.Vocabulary}
	taken.Documents, err = s.citedBy(ctx, g.claims)
	return taken, err
}

// citedBy gives the documents of claims, with how many of the claims rest on each.
func (s *Store) citedBy(ctx context.Context, claims []graph.Evidence) ([]graph.Cited, error) {
	counts, ids := map[string]int{}, []string{}
	for _, c := range claims {
		if counts[c.Document.ID]++; counts[c.Document.ID] == 1 {
			ids = append(ids, c.Document.ID)
		}
	}
	found, err := s.cited(ctx, ids)
	cited := make([]graph.Cited, 0, len(found))
	for _, d := range found {
		cited = append(cited, graph.Cited{Document: d, Claims: counts[d.ID]})
	}
	return cited, err
}
