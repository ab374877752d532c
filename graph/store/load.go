package store

import (
	"context"
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
	identifiers           []string // that an entity has borne, and may bear no more
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
	for _, step := range []func() error{l.lock, l.look} {
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
