package main

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"mapper/cypher"
	"mapper/graph/store"
)

// The bare driver, which is what the store is measured against.

// connect gives a driver, for a server without authentication when there is no name.
func connect(to store.Config) (neo4j.DriverWithContext, error) {
	auth := neo4j.NoAuth()
	if to.Username != "" {
		auth = neo4j.BasicAuth(to.Username, to.Password, "")
	}
	return neo4j.NewDriverWithContext(to.URI, auth, func(c *config.Config) {
		c.SocketConnectTimeout = time.Second
		c.MaxTransactionRetryTime = 0
	})
}

// ping says whether the server answers.
func ping(ctx context.Context, to store.Config) error {
	driver, err := connect(to)
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	return driver.VerifyConnectivity(ctx)
}

// each runs a statement by itself, as CALL … IN TRANSACTIONS demands, and hands on
// its records; use may be nil.
func each(ctx context.Context, session neo4j.SessionWithContext, text string, params map[string]any, use func(*neo4j.Record) error) error {
	result, err := session.Run(ctx, text, params)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		if use == nil {
			continue
		}
		if err := use(result.Record()); err != nil {
			return err
		}
	}
	return result.Err()
}

// within opens a session for what needs one.
func within(ctx context.Context, to store.Config, mode neo4j.AccessMode, do func(neo4j.SessionWithContext) error) error {
	driver, err := connect(to)
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, FetchSize: 5000})
	defer session.Close(ctx)
	return do(session)
}

// awaitIndexes waits until all indexes answer.
func awaitIndexes(ctx context.Context, to store.Config) error {
	return within(ctx, to, neo4j.AccessModeWrite, func(session neo4j.SessionWithContext) error {
		return each(ctx, session, cypher.Get("schema", "await").Text, nil, nil)
	})
}
