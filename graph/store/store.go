// Package store keeps the graph in Neo4j: connect, schema, load, read. It is the
// only package that imports the Neo4j driver, and every statement it sends is a
// file under cypher/.
package store

import (
	"context"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"mapper/cypher"
	"mapper/graph"
)

// Config says which Neo4j to use, in the terms of the official driver.
type Config struct {
	URI      string // bolt://…, neo4j://… (a cluster), neo4j+s://… (Aura)
	Username string // "" for a server without authentication
	Password string
	Database string // "" for the server's default
}

// Limits on reading, so that no question can hold the server up.
const (
	connections = 64               // at once; who finds none free waits his turn
	readTime    = 20 * time.Second // one statement of the mapper's own
	waitTime    = 5 * time.Second  // a free connection
)

// Store is an open connection to the graph. It may be used by many at once.
type Store struct {
	driver   neo4j.DriverWithContext
	database string
	uri      string
	passed   passed
}

// Open connects and makes sure that the server answers. Its errors say which
// server was asked and what to do.
func Open(ctx context.Context, c Config) (*Store, error) {
	auth := neo4j.NoAuth()
	if c.Username != "" || c.Password != "" {
		auth = neo4j.BasicAuth(c.Username, c.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, auth, func(o *config.Config) {
		o.MaxConnectionPoolSize = connections
		o.ConnectionAcquisitionTimeout = waitTime
		o.SocketConnectTimeout = waitTime
		o.MaxTransactionRetryTime = 5 * time.Second
		o.UserAgent = "mapper"
	})
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%q is no Neo4j address: write bolt://HOST:7687 or neo4j+s://HOST", c.URI).Because(err)
	}
	s := &Store{driver: driver, database: c.Database, uri: c.URI}
	if err := driver.VerifyConnectivity(ctx); err != nil {
		driver.Close(ctx)
		return nil, s.translate(err)
	}
	return s, nil
}

// Close gives the connections back.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// Ping asks the server for an answer that costs nothing.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.read(ctx, explore("ping"), nil)
	return err
}

// Empty says whether nothing has been loaded, or all of it dropped.
func (s *Store) Empty(ctx context.Context) (bool, error) {
	rows, err := s.read(ctx, explore("empty"), nil)
	if err != nil {
		return false, err
	}
	empty, _ := rows[0]["empty"].(bool)
	return empty, nil
}

// Version names the state of the graph: it changes with every load that changed
// anything, and differs between stores.
func (s *Store) Version(ctx context.Context) (string, error) {
	rows, err := s.read(ctx, explore("version"), nil)
	if err != nil {
		return "", err
	}
	version, _ := rows[0]["version"].(string)
	return version, nil
}

// Prepare makes the constraints and indexes that loading and searching rest on.
// It changes nothing where they are there already.
func (s *Store) Prepare(ctx context.Context) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	var await *cypher.Statement
	for _, statement := range cypher.All()["schema"] {
		if statement.Name == "await" {
			await = statement
			continue
		}
		if err := s.consume(ctx, session, statement); err != nil {
			return err
		}
	}
	return s.consume(ctx, session, await)
}

func (s *Store) consume(ctx context.Context, session neo4j.SessionWithContext, statement *cypher.Statement) error {
	return s.run(ctx, session, statement.Text)
}

func (s *Store) run(ctx context.Context, session neo4j.SessionWithContext, text string) error {
	result, err := session.Run(ctx, text, nil, neo4j.WithTxTimeout(batchTime))
	if err == nil {
		_, err = result.Consume(ctx)
	}
	return s.translate(err)
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.database})
}

// explore finds a reading statement of the mapper's own by name.
func explore(name string) *cypher.Statement { return cypher.Get("explore", name) }

// row is one record by column.
type row map[string]any

// read runs a statement where the server refuses writes, and gives all its rows.
func (s *Store) read(ctx context.Context, statement *cypher.Statement, params map[string]any) ([]row, error) {
	return s.readWithin(ctx, readTime, statement, params)
}

// readLong is for statements that look at everything.
func (s *Store) readLong(ctx context.Context, statement *cypher.Statement, params map[string]any) ([]row, error) {
	return s.readWithin(ctx, batchTime, statement, params)
}

func (s *Store) readWithin(ctx context.Context, limit time.Duration, statement *cypher.Statement, params map[string]any) ([]row, error) {
	tell(ctx, statement, params)
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement.Text, bolt(params), neo4j.WithTxTimeout(limit))
	if err != nil {
		return nil, s.translate(err)
	}
	var rows []row
	for result.Next(ctx) {
		rows = append(rows, row(result.Record().AsMap()))
	}
	return rows, s.translate(result.Err())
}

// bolt turns parameters into what the driver sends.
func bolt(params map[string]any) map[string]any {
	sent := make(map[string]any, len(params))
	for name, value := range params {
		if day, ok := value.(graph.Day); ok {
			value = nil
			if !day.IsZero() {
				value = neo4j.DateOf(day.Time())
			}
		}
		sent[name] = value
	}
	return sent
}

// list is never nil, since a null list is not the empty list in Cypher.
func list[T ~string](values []T) []string {
	texts := make([]string, 0, len(values))
	for _, v := range values {
		texts = append(texts, string(v))
	}
	return texts
}

// isLoopback is only for messages: what to try next differs.
func (s *Store) isLoopback() bool {
	return strings.Contains(s.uri, "localhost") || strings.Contains(s.uri, "127.0.0.1")
}
