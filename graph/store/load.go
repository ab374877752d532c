package store

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// LoadOptions change how a dataset is loaded.
type LoadOptions struct {
	// Content is a fingerprint of all rows, when the caller has one: a dataset that
	// the graph has with this content is left alone without being read again.
	Content graph.RowHash
	Verify  bool                        // compare with the nodes and edges themselves, not with the ledger of the last load
	Adopt   bool                        // the graph holds exactly these rows already, from an offline import: only note them
	DryRun  bool                        // find out what would change, and change nothing
	Workers int                         // how many transactions write at once; 0 for 2
	Atomic  int                         // up to how many changed rows all is one transaction; 0 for 20,000
	Told    func(step string, rows int) // told of what has been written, a batch at a time; may be nil
	Waiting func()                      // told when another load has to end first; may be nil
}

// Load makes the graph hold exactly the content of d, which must have passed the
// check, and leaves other datasets alone. A dataset that is published in releases
// keeps what the release no longer has, marked with the last release that had it.
//
// While few rows change, all happens in one transaction: a load that dies leaves the
// graph as it was. A larger load writes in batches; one that dies leaves a dataset
// that says it is unfinished, and the same load again repairs it to the same graph.
// A second load waits for the first.
func (s *Store) Load(ctx context.Context, d graph.Stream, o LoadOptions) (graph.Report, error) {
	began := time.Now()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	// The transaction holds the lock for the whole load, however long that is.
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(lockTime))
	if err != nil {
		return graph.Report{}, s.translate(err)
	}
	defer tx.Close(ctx) // rolls back what was not committed
	l := newLoad(ctx, s, tx, d, o)
	err = l.run()
	l.report.Took = time.Since(began)
	return l.report, s.translate(err)
}

// lockTime bounds the longest load.
const lockTime = 24 * time.Hour

// load is one load under way.
type load struct {
	ctx                   context.Context
	store                 *Store
	tx                    neo4j.ExplicitTransaction
	rows                  graph.Stream
	about                 *graph.Dataset
	options               LoadOptions
	vocabulary            *graph.Vocabulary // with what every loaded dataset adds
	report                graph.Report
	writer                *writer
	hasher                graph.Hasher
	boxes                 *boxes
	spare                 chan *entityBatch            // memory of entities that have been written
	alone                 struct{ dataset, first any } // lists of the one dataset that describes a node
	labels                map[string]*labelled         // by kinds, joined
	types                 []string                     // relations, by their number in the ledger
	numbers               map[string]uint16
	before                before
	entities              *held // what the graph has of the dataset
	claims                *held
	anew                  bool                  // the ledger is written whole, not only what has changed of it
	content               graph.RowHash         // fingerprint of all rows, and of what the vocabulary makes of them
	day                   graph.Date            // of the release
	arrivals              map[graph.RowHash]int // claims that have come to a dataset that was there, by their start and relation
	left                  []*leaving            // claims that have gone from it
	mentioned             mentions
	dropped, undocumented []string // entities and documents to take out
}

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

func newLoad(ctx context.Context, s *Store, tx neo4j.ExplicitTransaction, d graph.Stream, o LoadOptions) *load {
	about := d.About()
	l := &load{ctx: ctx, store: s, tx: tx, rows: d, about: about, options: o, boxes: newBoxes(), labels: map[string]*labelled{}, numbers: map[string]uint16{},
		arrivals: map[graph.RowHash]int{},
		report:   graph.Report{Dataset: about.ID, Release: about.Release, DryRun: o.DryRun}}
	if about.Release == "" {
		l.mentioned = mentions{}
	}
	l.spare = make(chan *entityBatch, 4)
	l.alone.dataset = []string{about.ID}
	if about.Release != "" {
		l.alone.first = []string{about.Release}
	}
	l.writer = newWriter(l)
	return l
}

func (l *load) run() error {
	for _, step := range []func() error{l.lock, l.learn, l.look} {
		if err := step(); err != nil {
			return err
		}
	}
	if l.options.Content != 0 && !l.before.unfinished && !l.options.Verify && l.before.content == l.content && !l.renamed() {
		return l.allUnchanged()
	}
	if err := l.open(); err != nil {
		return err
	}
	defer l.writer.stop()
	if err := l.compare(); err != nil {
		return l.cutOff(err)
	}
	l.report.Total()
	if l.options.DryRun || !l.report.Touched() && !l.renamed() && !l.before.unfinished && l.before.content == l.content {
		return nil
	}
	return l.finish()
}

// compare finds what has changed and has it written: documents and entities go before
// the claims that need them, and what is no longer described goes after.
func (l *load) compare() error {
	w := l.writer
	for _, step := range []func() error{l.compareDocuments, l.compareEntities, w.barrier, l.compareClaims, w.barrier, l.dropEntities, l.compareMentions, w.flush, l.countMoves} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// lock waits until no other load is under way.
func (l *load) lock() error {
	if l.options.Waiting != nil {
		patience := time.AfterFunc(2*time.Second, l.options.Waiting)
		defer patience.Stop()
	}
	_, err := l.do("lock", nil)
	return err
}

// learn gathers the vocabulary of this dataset and of the others in the graph: an
// entity may have kinds from several.
func (l *load) learn() error {
	rows, err := l.ask(cypher.Get("explore", "datasets").Text, nil)
	if err != nil {
		return err
	}
	if l.vocabulary, err = vocabularyOf(rows, l.about.ID); err == nil {
		l.vocabulary, err = l.vocabulary.Extend(l.about.Vocabulary)
	}
	l.content = graph.Hash([]any{l.options.Content, l.about, l.about.Vocabulary, l.vocabulary})
	return err
}

// look reads what the graph says of the dataset.
func (l *load) look() error {
	rows, err := l.do("dataset-before", map[string]any{"dataset": l.about.ID})
	if err != nil {
		return err
	}
	p, there := rows[0]["properties"].(map[string]any)
	l.before = before{there: there, release: text(p["release"]), releases: texts(p["releases"]), day: graph.Date(text(rows[0]["day"]))}
	l.before.unfinished, _ = p["unfinished"].(bool)
	l.before.others, _ = rows[0]["others"].(bool)
	hash, _ := p["hash"].(int64)
	content, _ := p["content"].(int64)
	l.before.hash, l.before.content = graph.RowHash(hash), graph.RowHash(content)
	l.before.generation, _ = p["ledger"].(int64)
	l.before.rows = [3]int{number(p["documents"]), number(p["entities"]), number(p["claims"])}
	for _, relation := range texts(p["types"]) {
		l.number(relation)
	}
	l.report.Repaired = l.before.unfinished && !l.options.Adopt
	return nil
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
	if !l.options.DryRun { // parts of a load that died
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

// finish notes what has been loaded, together with the last rows of a small load.
func (l *load) finish() error {
	if l.anew {
		l.writer.note("ledger-drop", map[string]any{"dataset": l.about.ID, "from": l.generation(), "to": l.generation()})
	}
	if l.isDrop() {
		l.writer.note("dataset-drop", map[string]any{"dataset": l.about.ID})
	} else {
		vocabulary, err := json.Marshal(l.about.Vocabulary)
		if err != nil {
			return err
		}
		l.writer.note("dataset", map[string]any{"id": l.about.ID, "properties": map[string]any{"id": l.about.ID, "title": l.about.Title,
			"licence": l.about.Licence, "description": l.about.Description, "vocabulary": string(vocabulary), "hash": int64(l.headHash()),
			"content": int64(l.content), "ledger": l.generation(), "types": l.types, "release": unless(l.about.Release), "releases": orNil(l.releases()),
			"documents": l.report.Documents.Rows(), "entities": l.report.Entities.Rows(), "claims": l.report.Claims.Rows()}})
	}
	if l.about.Release != "" {
		l.writer.note("release-counts", map[string]any{"document": l.about.Release, "claims": l.report.Claims.Rows(), "entities": l.report.Entities.Rows()})
	}
	l.writer.note("bump", nil)
	if err := l.writer.finish(); err != nil {
		return err
	}
	if err := l.tx.Commit(l.ctx); err != nil {
		return err
	}
	return l.indexClaims()
}

// releases lists the documents of all releases, this one last.
func (l *load) releases() []string {
	if l.about.Release == "" || slices.Contains(l.before.releases, l.about.Release) {
		return l.before.releases
	}
	return append(slices.Clone(l.before.releases), l.about.Release)
}

// generation numbers the ledger that this load writes.
func (l *load) generation() int64 { return l.before.generation + 1 }

// do runs one statement of cypher/load within the load's transaction.
func (l *load) do(name string, params map[string]any) ([]row, error) {
	return l.ask(cypher.Get("load", name).Text, params)
}

func (l *load) ask(text string, params map[string]any) ([]row, error) {
	var rows []row
	err := l.stream(text, params, func(r row) error {
		rows = append(rows, r)
		return nil
	})
	return rows, err
}

// each hands on the rows of a statement of cypher/load one by one.
func (l *load) each(name string, params map[string]any, use func(row) error) error {
	return l.stream(cypher.Get("load", name).Text, params, use)
}

func (l *load) stream(text string, params map[string]any, use func(row) error) error {
	return streamIn(l.ctx, l.tx, text, params, use)
}

// Drop removes a dataset: its claims and documents, and the entities that no
// other dataset describes.
func (s *Store) Drop(ctx context.Context, id string) (graph.Report, error) {
	return s.Load(ctx, (&graph.Dataset{ID: id}).Stream(), LoadOptions{})
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
