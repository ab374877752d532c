package store_test

import (
	"context"
	"testing"
	"time"

	"mapper/graph"
)

// hostile are statements that must be refused, stopped, or found not to parse.
var hostile = []string{
	"CREATE (n:X)", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "MERGE (n:X {id: 1})", "MATCH (n) REMOVE n:Entity",
	"MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "PROFILE CREATE (n:X)", "EXPLAIN MATCH (n) RETURN n", "CYPHER runtime=slotted MATCH (n) RETURN n",
	"/* MATCH */ CREATE (n:X)", "// MATCH (n) RETURN n\nCREATE (n:X)", "CALL { CREATE (n:X) RETURN n } RETURN n", "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
	"MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS OF 10 ROWS", "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
	"CREATE INDEX x FOR (n:X) ON (n.x)", "DROP CONSTRAINT entity_id", "CREATE CONSTRAINT x FOR (n:X) REQUIRE n.x IS UNIQUE",
	"SHOW USERS", "SHOW SETTINGS", "SHOW DATABASES", "SHOW TRANSACTIONS", "SHOW PROCEDURES", "SHOW FUNCTIONS", "SHOW INDEXES",
	"TERMINATE TRANSACTIONS 'x-transaction-1'", "CREATE USER eve SET PASSWORD 'password1'", "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'password1'",
	"LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row",
	"CALL dbms.listConfig()", "CALL dbms.listConnections()", "CALL dbms.killConnections(['bolt-1'])", "CALL dbms.queryJmx('*:*')",
	"CALL db.clearQueryCaches()", "CALL db.createLabel('X')", "CALL tx.setMetaData({a: 1})", "CALL `dbms`.`listConfig`()",
	"MATCH (n) CALL dbms.listConfig() YIELD name RETURN name", "USE system SHOW USERS", "RETURN 1; MATCH (n) DETACH DELETE n", "MATCH (n RETURN n", "",
	"\u200bCREATE (n:X)", "MATCH (n) WHERE n.id = 'a' \u2028 SET n.x = 1",
}

func TestConsoleRefuses(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	before := checksum(t)
	for _, statement := range hostile {
		result, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: statement})
		switch kind := graph.KindOf(err); {
		case err == nil:
			t.Errorf("%q ran and gave %v", statement, result.Rows)
		case kind != graph.Refused && kind != graph.Unparsable && kind != graph.Invalid:
			t.Errorf("%q: %s: %v; want it refused", statement, kind, err)
		}
	}
	if checksum(t) != before {
		t.Error("the graph has changed")
	}
}

func TestConsoleStops(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	began := time.Now()
	_, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: "MATCH (a), (b), (c), (d), (e) RETURN sum(size(a.name + b.name + c.name + d.name + e.name))"})
	if graph.KindOf(err) != graph.Timeout || time.Since(began) > 20*time.Second {
		t.Errorf("an endless product: %v after %v; want it stopped", err, time.Since(began))
	}
	result, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: "UNWIND range(1, 100000) AS n RETURN n"})
	if err != nil || result.Shown.Shown != 1000 || result.Why == "" {
		t.Errorf("many rows: %v, %v; want 1000 and why", result, err)
	}
}

func TestConsoleAnswers(t *testing.T) {
	s := open(t)
	loadSample(t, s)
	reads := []string{
		"MATCH (p:Person) RETURN p", "MATCH p = (a:Entity)-[r:REGULATES]->(b) RETURN p", "RETURN 1 AS one",
		"MATCH (e:Entity) WHERE e.name CONTAINS 'SET' OR e.name = 'DELETE' RETURN count(e)", "CALL db.labels()", "CALL db.labels() YIELD label RETURN label",
		"CALL db.index.fulltext.queryNodes('names', 'monitor') YIELD node RETURN node.name", "MATCH (a:Entity) CALL (a) { MATCH (a)-[r]-() RETURN count(r) AS n } RETURN a.id, n LIMIT 5",
		"MATCH (e:Entity) RETURN e.id UNION MATCH (d:Document) RETURN d.id AS `e.id`", "MATCH p = SHORTEST 1 (a:Entity {id: 'tda'})-[]-{1,4}(b:Entity {id: 'monitor'}) RETURN p",
		"match (d:Document)-[:MENTIONS]->(e) return d.title, count(e) order by d.title", "// a remark first\nMATCH (n:Group) RETURN count(n)",
	}
	for _, statement := range reads {
		result, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: statement, Plan: true})
		if err != nil || len(result.Rows) == 0 || result.Plan == "" {
			t.Errorf("%q: %v, %v; want rows and a plan", statement, result, err)
		}
	}
	result, err := s.Console(context.Background(), graph.ConsoleQuery{Statement: "MATCH (a:Entity {id: $id})-[r]->(b:Entity) RETURN a, r, b", Parameters: map[string]any{"id": "tda"}})
	if err != nil || len(result.Nodes) < 2 || len(result.Edges) == 0 {
		t.Errorf("a graph: %+v, %v; want nodes and edges", result, err)
	}
}
