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
	Trust    bool                        // take a dataset whose fingerprint the graph has for loaded, without comparing row by row
	DryRun   bool                        // find out what would change, and change nothing
	Progress func(step string, rows int) // told of each step before it runs; may be nil
	Waiting  func()                      // told when another load has to end first; may be nil
}

// loadTime bounds a whole load, waiting for another one included.
const loadTime = 10 * time.Minute

// Load makes the graph hold exactly the content of d, which must have passed
// Check, and leaves other datasets alone. Everything happens in one transaction:
// a load that dies leaves the graph as it was. A second load waits for the first.
func (s *Store) Load(ctx context.Context, d *graph.Dataset, o LoadOptions) (graph.Report, error) {
	began := time.Now()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(loadTime))
	if err != nil {
		return graph.Report{}, s.translate(err)
	}
	defer tx.Close(ctx) // rolls back what was not committed
	l := &load{ctx: ctx, tx: tx, dataset: d, options: o}
	report, err := l.run()
	if err == nil && !o.DryRun && (report.Touched() || l.renamed) {
		err = tx.Commit(ctx)
	}
	report.Took = time.Since(began)
	return report, s.translate(err)
}

// load is one load under way.
type load struct {
	ctx        context.Context
	tx         neo4j.ExplicitTransaction
	dataset    *graph.Dataset
	vocabulary *graph.Vocabulary // with what every loaded dataset adds
	options    LoadOptions
	content    string // fingerprint of everything in the dataset, and of what the vocabulary makes of it
	renamed    bool   // title, licence or the like of the dataset itself changed
}

func (l *load) run() (graph.Report, error) {
	report := graph.Report{Dataset: l.dataset.ID, DryRun: l.options.DryRun}
	if err := l.lock(); err != nil {
		return report, err
	}
	if err := l.learn(); err != nil {
		return report, err
	}
	if l.options.Trust {
		if same, err := l.same(&report); same || err != nil {
			return report, err
		}
	}
	plan, err := l.plan(&report)
	if err != nil || l.options.DryRun {
		return report, err
	}
	if !report.Touched() && !l.renamed {
		return report, nil
	}
	return report, l.write(plan)
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

// same says whether the graph has loaded exactly this content already.
func (l *load) same(report *graph.Report) (bool, error) {
	rows, err := l.do("dataset-before", map[string]any{"dataset": l.dataset.ID})
	if err != nil || rows[0]["content"] != l.content {
		return false, err
	}
	d := l.dataset
	report.Documents.Unchanged, report.Entities.Unchanged, report.Claims.Unchanged = len(d.Documents), len(d.Entities), len(d.Claims)
	return true, nil
}

// learn gathers the vocabulary of this dataset and of the others in the graph: an
// entity may have kinds from several.
func (l *load) learn() error {
	rows, err := l.ask("explore", "datasets", nil)
	if err != nil {
		return err
	}
	l.vocabulary, err = vocabularyOf(rows, l.dataset.ID)
	if err == nil {
		l.vocabulary, err = l.vocabulary.Extend(l.dataset.Vocabulary)
	}
	d := l.dataset
	l.content = graph.Hash([]any{d, d.Vocabulary, l.vocabulary, d.Documents, d.Entities, d.Claims})
	return err
}

// step is one statement of a load with what it is sent.
type step struct {
	name   string
	params map[string]any
	rows   int
}

// write carries out a plan: edges go before their ends, and come after them.
func (l *load) write(p *plan) error {
	for _, s := range p.steps(l.dataset.ID) {
		if s.rows == 0 {
			continue
		}
		if l.options.Progress != nil {
			l.options.Progress(cypher.Get("load", s.name).Title, s.rows)
		}
		if _, err := l.do(s.name, s.params); err != nil {
			return err
		}
	}
	return nil
}

// do runs one statement of cypher/load within the load's transaction.
func (l *load) do(name string, params map[string]any) ([]row, error) {
	return l.ask("load", name, params)
}

func (l *load) ask(folder, name string, params map[string]any) ([]row, error) {
	result, err := l.tx.Run(l.ctx, cypher.Get(folder, name).Text, params)
	if err != nil {
		return nil, err
	}
	var rows []row
	for result.Next(l.ctx) {
		rows = append(rows, row(result.Record().AsMap()))
	}
	return rows, result.Err()
}

// Drop removes a dataset: its claims and documents, and the entities that no
// other dataset describes.
func (s *Store) Drop(ctx context.Context, id string) (graph.Report, error) {
	return s.Load(ctx, &graph.Dataset{ID: id}, LoadOptions{})
}
