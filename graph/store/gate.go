package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// Read access mode alone is not enough: showing settings, ending other people's
// transactions, loading files and calling procedures of the server all run in it.
// So a statement of somebody else's is explained first, which runs nothing, and
// refused unless its plan is that of a plain read.

// forbidden are plan operators (or the start of their names) that are no plain
// read of the graph, with what they do.
var forbidden = []struct{ operator, does string }{
	{"LoadCSV", "reads files or addresses from the server"},
	{"Show", "shows the server's own affairs"},
	{"TerminateTransactions", "ends other people's work"},
	{"AdministrationCommand", "administers the server"},
	{"TransactionForeach", "runs in transactions of its own"},
	{"TransactionApply", "runs in transactions of its own"},
	{"Create", "writes"}, {"Merge", "writes"}, {"Delete", "writes"}, {"DetachDelete", "writes"}, {"Set", "writes"}, {"Remove", "writes"},
	{"Foreach", "writes"}, {"Drop", "changes the schema"}, {"Alter", "administers the server"}, {"Grant", "administers the server"},
}

// procedures are the ones that only read the graph or describe its schema.
var procedures = []string{
	"db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
	"db.labels", "db.relationshipTypes", "db.propertyKeys",
	"db.schema.visualization", "db.schema.nodeTypeProperties", "db.schema.relTypeProperties",
}

// gate refuses a statement that is not a plain read, and gives the explanation of one
// that is.
func (s *Store) gate(ctx context.Context, statement string, params map[string]any) (*explanation, error) {
	if word := firstWord(statement); word == "EXPLAIN" || word == "PROFILE" || word == "CYPHER" {
		return nil, graph.Errorf(graph.Refused, "leave out %s: the statement is explained anyway, and its plan is shown on request", word)
	}
	if known := s.passed.find(statement); known != nil {
		return known, nil
	}
	explained, err := s.explain(ctx, neo4j.AccessModeRead, statement, params)
	if err != nil {
		return nil, err
	}
	if explained.Plan() == nil {
		return nil, graph.Errorf(graph.Refused, "the statement administers the server; only reading the graph is allowed here")
	}
	if err := inspect(explained.Plan()); err != nil {
		return nil, err
	}
	if t := explained.StatementType(); t != neo4j.StatementTypeReadOnly && !plainCall(explained.Plan()) {
		return nil, graph.Errorf(graph.Refused, "the statement writes or administers; only reading the graph is allowed here")
	}
	s.passed.keep(statement, explained)
	return explained, nil
}

// inspect walks a plan and refuses what is not a plain read.
func inspect(plan neo4j.Plan) error {
	operator, _, _ := strings.Cut(plan.Operator(), "@")
	for _, f := range forbidden {
		if strings.HasPrefix(operator, f.operator) {
			return graph.Errorf(graph.Refused, "the statement %s (%s); only reading the graph is allowed here", f.does, operator)
		}
	}
	if operator == "ProcedureCall" {
		if name := procedureOf(plan); !slices.Contains(procedures, name) {
			return graph.Errorf(graph.Refused, "the procedure %s is not allowed here; allowed are %s", name, strings.Join(procedures, ", "))
		}
	}
	for _, child := range plan.Children() {
		if err := inspect(child); err != nil {
			return err
		}
	}
	return nil
}

// procedureOf reads a procedure's name from the plan: name(arguments) :: (…).
func procedureOf(plan neo4j.Plan) string {
	name, _, _ := strings.Cut(fmt.Sprint(plan.Arguments()["Details"]), "(")
	return strings.ReplaceAll(strings.TrimSpace(name), "`", "")
}

// plainCall says whether the plan is one allowed procedure standing alone, which
// the server does not count as a read.
func plainCall(plan neo4j.Plan) bool {
	if operator, _, _ := strings.Cut(plan.Operator(), "@"); operator == "ProcedureCall" {
		return slices.Contains(procedures, procedureOf(plan))
	}
	return len(plan.Children()) == 1 && plainCall(plan.Children()[0])
}

// firstWord gives the first word of a statement in upper case, behind comments.
func firstWord(statement string) string {
	for {
		statement = strings.TrimLeft(statement, " \t\r\n")
		switch {
		case strings.HasPrefix(statement, "//"):
			_, statement, _ = strings.Cut(statement, "\n")
		case strings.HasPrefix(statement, "/*"):
			_, statement, _ = strings.Cut(statement, "*/")
		default:
			end := strings.IndexFunc(statement, func(r rune) bool { return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') })
			if end < 0 {
				end = len(statement)
			}
			return strings.ToUpper(statement[:end])
		}
	}
}

// Check makes sure that a view is a plain read whose columns are as declared,
// without running it.
func (s *Store) Check(ctx context.Context, statement *cypher.Statement) error {
	params := map[string]any{}
	for _, p := range statement.Params {
		params[p.Name] = nil
	}
	explained, err := s.gate(ctx, statement.Text, params)
	if err != nil {
		return graph.Errorf(graph.KindOf(err), "%s: %v", statement.File, err)
	}
	return statement.CheckColumns(explained.keys)
}
