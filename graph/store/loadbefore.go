package store

import "mapper/graph"

// before is what the graph says of the dataset itself.
type before struct {
	there      bool
	unfinished bool
	others     bool // other datasets describe entities
	release    string
	releases   []string
	day        graph.Date // of the release
	hash       graph.RowHash
	content    graph.RowHash
	generation int64
	rows       [3]int // documents, entities, claims
}

// look reads what the graph says of this dataset and of the others, and gathers the
// vocabulary of all: an entity may have kinds from several.
func (l *load) look() error {
	rows, err := l.do("datasets-before", nil)
	if err != nil {
		return err
	}
	if l.vocabulary, err = vocabularyOf(rows, l.about.ID); err == nil {
		l.vocabulary, err = l.vocabulary.Extend(l.about.Vocabulary)
	}
	l.content = graph.Hash([]any{l.options.Content, l.about, l.about.Vocabulary, l.vocabulary})
	for _, r := range rows {
		if p := mapOf(r["dataset"]); text(p["id"]) == l.about.ID {
			l.stood(p, graph.Date(text(r["day"])))
		} else {
			l.before.others = true
		}
	}
	return err
}

// stood takes in what the graph says of the dataset itself.
func (l *load) stood(p map[string]any, day graph.Date) {
	l.before.there, l.before.release, l.before.releases, l.before.day = true, text(p["release"]), texts(p["releases"]), day
	l.before.unfinished, _ = p["unfinished"].(bool)
	hash, _ := p["hash"].(int64)
	content, _ := p["content"].(int64)
	l.before.hash, l.before.content = graph.RowHash(hash), graph.RowHash(content)
	l.before.generation, _ = p["ledger"].(int64)
	l.before.rows = [3]int{number(p["documents"]), number(p["entities"]), number(p["claims"])}
	for _, relation := range texts(p["types"]) {
		l.number(relation)
	}
	l.report.Repaired = l.before.unfinished && !l.options.Adopt
}

// renamed says that the title, licence or the like of the dataset itself changed.
func (l *load) renamed() bool { return l.before.hash != l.headHash() }

func (l *load) headHash() graph.RowHash {
	if l.isDrop() {
		return 0
	}
	return graph.Hash([]any{l.about, l.about.Vocabulary})
}

// isDrop says that the dataset is to go: only Drop loads one without a title.
func (l *load) isDrop() bool { return l.about.Title == "" }

// allUnchanged reports a dataset that the graph has already.
func (l *load) allUnchanged() error {
	l.report.Documents.Unchanged, l.report.Entities.Unchanged, l.report.Claims.Unchanged = l.before.rows[0], l.before.rows[1], l.before.rows[2]
	return nil
}

// open gets the ledgers: from the last load, else from the graph itself.
func (l *load) open() (err error) {
	if l.doubtful() && !l.options.DryRun { // parts of a load that died
		if _, err := l.do("ledger-drop", map[string]any{"dataset": l.about.ID, "from": 0, "to": l.before.generation}); err != nil {
			return err
		}
	}
	if !l.before.there || l.options.Adopt {
		l.anew, l.entities, l.claims = true, &held{}, &held{}
		return nil
	}
	if l.before.unfinished || l.options.Verify || l.before.generation == 0 {
		l.anew = true
		l.entities, l.claims, err = l.surveyGraph()
		return err
	}
	l.entities, l.claims, err = l.readBook()
	l.anew = l.isDrop() || err == nil && (l.entities.worn() || l.claims.worn())
	return err
}
