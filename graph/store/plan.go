package store

import (
	"encoding/json"
	"slices"

	"mapper/graph"
)

// plan is everything a load has to write.
type plan struct {
	claimsGone, documentsGone, entitiesGone []string
	entities, documents, claims             []map[string]any
	identified                              []string
	identifiers                             []map[string]any
	mentions, mentionsGone                  []map[string]any
	dataset                                 map[string]any
}

// steps lists the statements in the order in which they keep the graph whole.
func (p *plan) steps(dataset string) []step {
	steps := []step{
		{"claims-drop", map[string]any{"dataset": dataset, "ids": p.claimsGone}, len(p.claimsGone)},
		{"mentions-drop", map[string]any{"rows": p.mentionsGone}, len(p.mentionsGone)},
		{"documents-drop", map[string]any{"ids": p.documentsGone}, len(p.documentsGone)},
		{"entities-drop", map[string]any{"ids": p.entitiesGone}, len(p.entitiesGone)},
		{"entities", map[string]any{"rows": p.entities}, len(p.entities)},
		{"identifiers", map[string]any{"ids": p.identified, "rows": p.identifiers}, len(p.identified)},
		{"identifiers-drop", nil, len(p.identified) + len(p.entitiesGone)},
		{"documents", map[string]any{"rows": p.documents}, len(p.documents)},
		{"claims", map[string]any{"rows": p.claims}, len(p.claims)},
		{"mentions", map[string]any{"rows": p.mentions}, len(p.mentions)},
	}
	if p.dataset == nil {
		return append(steps, step{"dataset-drop", map[string]any{"dataset": dataset}, 1}, step{"bump", nil, 1})
	}
	return append(steps, step{"dataset", map[string]any{"id": dataset, "properties": p.dataset}, 1}, step{"bump", nil, 1})
}

// plan compares the dataset with what the graph holds of it.
func (l *load) plan(report *graph.Report) (*plan, error) {
	p := &plan{}
	for _, part := range []func(*plan, *graph.Report) error{l.planClaims, l.planDocuments, l.planEntities, l.planMentions, l.planDataset} {
		if err := part(p, report); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (l *load) planClaims(p *plan, report *graph.Report) error {
	rows, err := l.do("claims-before", map[string]any{"dataset": l.dataset.ID})
	if err != nil {
		return err
	}
	before := hashes(rows)
	for _, c := range l.dataset.Claims {
		id, hash := graph.EdgeID(l.dataset.ID, c.ID), graph.Hash(c)
		old, there := before[id]
		delete(before, id)
		if !tally(&report.Claims, there, old == hash) {
			continue
		}
		if there {
			p.claimsGone = append(p.claimsGone, id)
		}
		p.claims = append(p.claims, map[string]any{"from": c.From, "to": c.To, "type": c.Relation, "properties": claimProperties(c, id, l.dataset.ID, hash)})
	}
	p.claimsGone = append(p.claimsGone, sortedKeys(before)...)
	report.Claims.Removed = len(before)
	return nil
}

func (l *load) planDocuments(p *plan, report *graph.Report) error {
	ids := make([]string, len(l.dataset.Documents))
	for i, d := range l.dataset.Documents {
		ids[i] = d.ID
	}
	rows, err := l.do("documents-before", map[string]any{"dataset": l.dataset.ID, "ids": ids})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if owner := r["dataset"].(string); owner != l.dataset.ID {
			return graph.Errorf(graph.Conflict, "document %q belongs to dataset %s already: give it another id in %s", r["id"], owner, l.dataset.ID)
		}
	}
	before := hashes(rows)
	for _, d := range l.dataset.Documents {
		hash := graph.Hash(d)
		old, there := before[d.ID]
		delete(before, d.ID)
		if tally(&report.Documents, there, old == hash) {
			p.documents = append(p.documents, map[string]any{"id": d.ID, "properties": documentProperties(d, l.dataset.ID, hash)})
		}
	}
	p.documentsGone = sortedKeys(before)
	report.Documents.Removed = len(before)
	return nil
}

// planMentions derives which document mentions which entity from the claims.
func (l *load) planMentions(p *plan, _ *graph.Report) error {
	rows, err := l.do("mentions-before", map[string]any{"dataset": l.dataset.ID})
	if err != nil {
		return err
	}
	type pair struct{ document, entity string }
	before, now := map[pair]int64{}, map[pair]int64{}
	for _, r := range rows {
		before[pair{r["document"].(string), r["entity"].(string)}] = r["claims"].(int64)
	}
	for _, c := range l.dataset.Claims {
		ends := []string{c.From, c.To, c.Speaker}
		slices.Sort(ends)
		for _, id := range slices.Compact(ends) {
			if id != "" {
				now[pair{c.Document, id}]++
			}
		}
	}
	for k, n := range now {
		if before[k] != n {
			p.mentions = append(p.mentions, map[string]any{"document": k.document, "entity": k.entity, "claims": n})
		}
	}
	for k := range before {
		if now[k] == 0 {
			p.mentionsGone = append(p.mentionsGone, map[string]any{"document": k.document, "entity": k.entity})
		}
	}
	return nil
}

func (l *load) planDataset(p *plan, report *graph.Report) error {
	d := l.dataset
	rows, err := l.do("dataset-before", map[string]any{"dataset": d.ID})
	if err != nil {
		return err
	}
	if d.Title == "" { // only Drop loads a dataset without one
		l.renamed = rows[0]["hash"] != nil
		return nil
	}
	vocabulary, err := json.Marshal(d.Vocabulary)
	if err != nil {
		return err
	}
	hash := graph.Hash([]any{d, d.Vocabulary})
	l.renamed = rows[0]["hash"] != hash || rows[0]["content"] != l.content
	p.dataset = map[string]any{"id": d.ID, "title": d.Title, "licence": d.Licence, "description": d.Description,
		"vocabulary": string(vocabulary), "hash": hash, "content": l.content,
		"documents": len(d.Documents), "entities": len(d.Entities), "claims": len(d.Claims)}
	return nil
}

// tally counts one row and says whether it has to be written.
func tally(t *graph.Tally, there, same bool) bool {
	switch {
	case !there:
		t.Added++
	case same:
		t.Unchanged++
		return false
	default:
		t.Changed++
	}
	return true
}

func hashes(rows []row) map[string]string {
	found := make(map[string]string, len(rows))
	for _, r := range rows {
		found[r["id"].(string)], _ = r["hash"].(string)
	}
	return found
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
