package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// answerLimit is how many rows an answer shows; Total still counts all of them.
const answerLimit = 10_000

// Answer asks a view or rule with parameters given as text, and says the answer
// in words too.
func (s *Store) Answer(ctx context.Context, statement *cypher.Statement, given map[string]string) (*graph.Answer, error) {
	running, err := s.Run(ctx, statement, given)
	if err != nil {
		return nil, err
	}
	rows := [][]any{}
	for cells, err := range running.Each {
		if err != nil {
			return nil, err
		}
		if len(rows) < answerLimit {
			rows = append(rows, cells)
		}
	}
	answer := &running.Answer
	answer.Rows = rows
	if answer.Shown.Shown = len(rows); answer.Total > len(rows) {
		answer.Why = fmt.Sprintf("at most %d rows are shown; the other formats have all", answerLimit)
	}
	return answer, nil
}

// Run asks a view or rule likewise, and gives its rows as they come, however many. They
// must be walked: that is what gives the connection back.
func (s *Store) Run(ctx context.Context, statement *cypher.Statement, given map[string]string) (*graph.Running, error) {
	return s.runWithin(ctx, readTime, statement, given)
}

// Unhurried asks as Run does, for a file, which takes as long as its reader does.
func (s *Store) Unhurried(ctx context.Context, statement *cypher.Statement, given map[string]string) (*graph.Running, error) {
	return s.runWithin(ctx, exportTime, statement, given)
}

// EachRow asks likewise, and hands on the rows one by one.
func (s *Store) EachRow(ctx context.Context, statement *cypher.Statement, given map[string]string, use func(cells []any) error) error {
	running, err := s.Unhurried(ctx, statement, given)
	if err != nil {
		return err
	}
	for cells, err := range running.Each {
		if err == nil {
			err = use(cells)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) runWithin(ctx context.Context, limit time.Duration, statement *cypher.Statement, given map[string]string) (*graph.Running, error) {
	arguments, err := statement.Arguments(given)
	if err != nil {
		return nil, err
	}
	tell(ctx, statement, arguments)
	session := s.session(ctx, neo4j.AccessModeRead)
	result, err := s.begin(ctx, limit, session, statement, arguments)
	if err != nil {
		session.Close(ctx)
		return nil, err
	}
	running := &graph.Running{Answer: graph.Answer{Name: statement.Name, Question: statement.Question, Table: graph.Table{Columns: statement.Columns}}}
	running.Each = func(yield func([]any, error) bool) {
		defer session.Close(ctx)
		telling := graph.Table{} // as many rows as a sentence needs
		for result.Next(ctx) {
			cells := make([]any, len(statement.Columns))
			for i, value := range result.Record().Values {
				cells[i] = cell(statement.Columns[i].Type, value)
			}
			telling.Rows = summed(telling.Rows, cells)
			telling.Total++
			if !yield(cells, nil) {
				return
			}
		}
		if err := result.Err(); err != nil {
			yield(nil, s.ofView(statement, err))
			return
		}
		running.Shown = graph.Shown{Shown: telling.Total, Total: telling.Total}
		running.Sentence = statement.Sentence(telling, given)
	}
	return running, nil
}

func (s *Store) begin(ctx context.Context, limit time.Duration, session neo4j.SessionWithContext, statement *cypher.Statement, arguments map[string]any) (neo4j.ResultWithContext, error) {
	result, err := session.Run(ctx, statement.Text, bolt(arguments), neo4j.WithTxTimeout(limit))
	if err != nil {
		return nil, s.ofView(statement, err)
	}
	keys, err := result.Keys()
	if err != nil {
		return nil, s.ofView(statement, err)
	}
	return result, statement.CheckColumns(keys)
}

// summed keeps of rows what a sentence may speak of: the first, and the sums of the rest.
func summed(rows [][]any, cells []any) [][]any {
	if len(rows) < 2 {
		return append(rows, slices.Clone(cells))
	}
	for i, value := range cells {
		sum, _ := rows[1][i].(int64)
		if n, ok := value.(int64); ok {
			rows[1][i] = sum + n
		}
	}
	return rows
}

// ofView names the file of a statement that the server does not take.
func (s *Store) ofView(statement *cypher.Statement, err error) error {
	translated := s.translate(err)
	if graph.KindOf(translated) == graph.Unparsable {
		return graph.Errorf(graph.Invalid, "%s: %v", statement.File, translated)
	}
	return translated
}
