package store

import (
	"slices"

	"mapper/graph"
)

// compareDocuments writes what has changed of the documents, few as they are.
func (l *load) compareDocuments() error {
	var documents []*graph.Document
	var ids []string
	err := l.rows.EachDocument(func(d *graph.Document) error {
		kept := *d
		documents, ids = append(documents, &kept), append(ids, d.ID)
		return nil
	})
	if err == nil {
		err = l.checkRelease(documents)
	}
	if err != nil {
		return err
	}
	before := map[string]documentBefore{}
	err = l.each("documents-before", map[string]any{"dataset": l.about.ID, "ids": ids}, func(r row) error {
		hash, _ := r["hash"].(int64)
		before[text(r["id"])] = documentBefore{text(r["title"]), text(r["published"]), texts(r["datasets"]), graph.RowHash(hash)}
		return nil
	})
	if err == nil {
		err = l.checkShared(documents, before)
	}
	if err != nil {
		return err
	}
	return l.writeDocuments(documents, before)
}

// documentBefore is what the graph has of a document. Several datasets may rest on
// one; the first of them describes it.
type documentBefore struct {
	title, published string
	datasets         []string
	hash             graph.RowHash
}

// is says whether a document of the same id is the same: by its title, or, since
// titles are worded, by the day of its publication.
func (b documentBefore) is(d *graph.Document) bool {
	return b.title == d.Title || b.published != "" && b.published == string(d.Published)
}

func (l *load) writeDocuments(documents []*graph.Document, before map[string]documentBefore) error {
	var rows, shared []any
	for _, d := range documents {
		old, there := before[d.ID]
		delete(before, d.ID)
		hash := graph.Hash(d)
		switch what := l.judgeDocument(d, old, there, hash); {
		case what == same:
		case !there || old.datasets[0] == l.about.ID:
			rows = append(rows, map[string]any{"id": d.ID, "properties": documentProperties(d, hash), "datasets": orElse(old.datasets, l.about.ID)})
		default:
			shared = append(shared, d.ID)
		}
	}
	if l.about.Release == "" { // earlier releases are what gone rows rest on
		l.report.Documents.Removed = len(before)
		l.undocumented = sortedKeys(before)
	}
	err := l.writer.add(&batch{title: "documents", rows: len(rows), do: func(run runner) error {
		return run.do("documents", map[string]any{"rows": rows})
	}})
	if err != nil {
		return err
	}
	return l.writer.add(&batch{title: "documents", rows: len(shared), do: func(run runner) error {
		return run.do("documents-shared", map[string]any{"ids": shared, "dataset": l.about.ID})
	}})
}

// judgeDocument finds out what has become of a document, and counts it.
func (l *load) judgeDocument(d *graph.Document, old documentBefore, there bool, hash graph.RowHash) state {
	t := &l.report.Documents
	switch {
	case there && l.options.Adopt:
		t.Added++
		return same
	case !there || !slices.Contains(old.datasets, l.about.ID):
		t.Added++
		return added
	case old.datasets[0] != l.about.ID || old.hash == hash:
		t.Unchanged++
		return same
	}
	t.Changed++
	return changed
}

// checkShared refuses a document that is another one in another dataset: two would
// have one id.
func (l *load) checkShared(documents []*graph.Document, before map[string]documentBefore) error {
	for _, d := range documents {
		old, there := before[d.ID]
		if there && !slices.Contains(old.datasets, l.about.ID) && !old.is(d) {
			return graph.Errorf(graph.Conflict, "document %q is %q in dataset %s already, and %q in %s: give it another id", d.ID, old.title, old.datasets[0], d.Title, l.about.ID)
		}
	}
	return nil
}

func orElse(all []string, one string) []string {
	if len(all) == 0 {
		return []string{one}
	}
	return all
}

// checkRelease finds the day of the release, and refuses one that is older than what
// the graph has: what is gone and what is new would be told the wrong way round.
func (l *load) checkRelease(documents []*graph.Document) error {
	if l.about.Release == "" {
		return nil
	}
	at := slices.IndexFunc(documents, func(d *graph.Document) bool { return d.ID == l.about.Release })
	if at < 0 || documents[at].Published == "" {
		return graph.Errorf(graph.Invalid, "%s: the release %q is none of its documents, or has no date of publication", l.about.ID, l.about.Release)
	}
	l.day = documents[at].Published
	was, known := l.before.day.First()
	is, _ := l.day.First()
	if known && l.before.release != l.about.Release && is.Before(was) {
		return graph.Errorf(graph.Conflict, "%s: the graph has the release of %s (%s), which is later than this one of %s: load releases in the order in which they were published, or drop the dataset first (mapper load --drop %s)",
			l.about.ID, l.before.day.Words(), l.before.release, l.day.Words(), l.about.ID)
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
