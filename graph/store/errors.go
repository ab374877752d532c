package store

import (
	"context"
	"errors"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/graph"
)

// translate turns what the driver says into one of the mapper's own errors, with
// what to do next. An error that is one of them already passes through.
func (s *Store) translate(err error) error {
	var own *graph.Error
	var server *neo4j.Neo4jError
	var connectivity *neo4j.ConnectivityError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return err
	case errors.As(err, &server):
		return s.fromServer(server, err)
	case errors.Is(err, context.DeadlineExceeded), strings.Contains(err.Error(), context.DeadlineExceeded.Error()):
		// the driver reports the caller's own deadline as a broken connection
		return graph.Errorf(graph.Timeout, "Neo4j took too long to answer").Because(err)
	case errors.Is(err, context.Canceled), strings.Contains(err.Error(), context.Canceled.Error()): // said likewise
		return graph.Errorf(graph.Timeout, "the question was cancelled").Because(err)
	case errors.As(err, &connectivity), strings.Contains(err.Error(), "ConnectivityError"),
		strings.Contains(err.Error(), "acquisition"):
		return graph.Errorf(graph.Unavailable, "Neo4j at %s cannot be reached: %s", s.uri, s.whatNow()).Because(err)
	}
	return graph.Errorf(graph.Internal, "Neo4j: %v", err)
}

func (s *Store) whatNow() string {
	if s.isLoopback() {
		return "is it running? Start it, or unset NEO4J_URI to use the mapper's own"
	}
	return "check NEO4J_URI, the network, and that the server is up"
}

// fromServer translates what the server itself answered.
func (s *Store) fromServer(server *neo4j.Neo4jError, err error) error {
	code := server.Code
	switch {
	case strings.HasPrefix(code, "Neo.ClientError.Security."):
		return graph.Errorf(graph.Unavailable, "Neo4j at %s refuses the user name or password: check NEO4J_USERNAME and NEO4J_PASSWORD", s.uri).Because(err)
	case strings.Contains(code, "TransactionTimedOut"), strings.Contains(code, "LockClient"),
		strings.Contains(code, "Transaction.Terminated"):
		return graph.Errorf(graph.Timeout, "the statement ran past its time limit and was stopped").Because(err)
	case strings.Contains(code, "MemoryPoolOutOfMemory"), strings.Contains(code, "OutOfMemoryError"):
		return graph.Errorf(graph.TooLarge, "the statement needs more memory than one may take: ask for less at once").Because(err)
	case strings.Contains(code, "DatabaseNotFound"):
		return graph.Errorf(graph.Unavailable, "Neo4j at %s has no database %q: check NEO4J_DATABASE", s.uri, s.database).Because(err)
	case strings.Contains(code, "Statement.AccessMode"):
		return graph.Errorf(graph.Refused, "the statement writes, and only reading is allowed here").Because(err)
	case strings.Contains(code, "ReadOnly") && strings.HasSuffix(code, "Database"):
		return graph.Errorf(graph.Conflict, "Neo4j at %s takes no writes: another mapper (mapper neo4j browser or shell) has started it for reading alone; end that, then try again", s.uri).Because(err)
	case strings.HasPrefix(code, "Neo.ClientError.Statement."), strings.Contains(code, "ProcedureNotFound"):
		return unparsable(server.Msg).Because(err)
	case strings.HasPrefix(code, "Neo.TransientError."):
		return graph.Errorf(graph.Unavailable, "Neo4j is busy: try again").Because(err)
	}
	return graph.Errorf(graph.Internal, "Neo4j: %s", server.Msg).Because(err)
}
