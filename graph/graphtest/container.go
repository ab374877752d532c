package graphtest

import (
	"context"
	"fmt"
	"net"
	"os"
	"time"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"
)

const (
	officialImage = "neo4j:5.26-community"
	bolt          = "7687/tcp"
	password      = "graphtest-password"
)

// running is the container that was started, if any.
var running *testcontainers.DockerContainer

// inContainer starts a container of the image that MAPPER_TEST_NEO4J_IMAGE names.
func inContainer(ctx context.Context) (Neo4j, func() error, error) {
	if err := engineAnswers(ctx); err != nil {
		return Neo4j{}, nil, fmt.Errorf("no Docker engine answers: %w", err)
	}
	image := os.Getenv("MAPPER_TEST_NEO4J_IMAGE")
	if image == "" {
		image = officialImage
	}
	container, err := testcontainers.Run(ctx, image,
		testcontainers.WithExposedPorts(bolt),
		testcontainers.WithEnv(map[string]string{
			"NEO4J_AUTH":                         "neo4j/" + password,
			"NEO4J_server_memory_heap_max__size": "512m",
			"NEO4J_server_memory_pagecache_size": "64m",
			"NEO4J_dbms_usage__report_enabled":   "false",
		}),
		testcontainers.WithWaitStrategyAndDeadline(2*time.Minute, wait.ForNop(untilBoltAnswers)),
	)
	// Nobody else ends it: there may be no reaper. A container that failed to start is still there.
	stop := func() error { return testcontainers.TerminateContainer(container) }
	if err != nil {
		_ = stop()
		return Neo4j{}, nil, err
	}
	address, err := boltAddress(ctx, container)
	if err != nil {
		_ = stop()
		return Neo4j{}, nil, err
	}
	running = container
	return Neo4j{"neo4j://" + address, "neo4j", password}, stop, nil
}

// engineAnswers asks the engine that testcontainers would use; testcontainers
// panics where it finds no trace of one.
func engineAnswers(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	provider, err := testcontainers.ProviderDefault.GetProvider()
	if err != nil {
		return err
	}
	defer provider.Close()
	return provider.Health(ctx)
}

func boltAddress(ctx context.Context, target wait.StrategyTarget) (string, error) {
	host, err := target.Host(ctx)
	if err != nil {
		return "", err
	}
	port, err := target.MappedPort(ctx, bolt)
	if err != nil {
		return "", err
	}
	return net.JoinHostPort(host, port.Port()), nil
}

// untilBoltAnswers waits for the server itself: the engine's proxy accepts
// connections from the start.
func untilBoltAnswers(ctx context.Context, target wait.StrategyTarget) error {
	address, err := boltAddress(ctx, target)
	if err != nil {
		return err
	}
	for {
		err := shakeHands(ctx, address)
		if err == nil {
			return nil
		}
		state, stateErr := target.State(ctx)
		if stateErr == nil && !state.Running {
			return fmt.Errorf("the container ended with exit code %d", state.ExitCode)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no answer over Bolt at %s: %w", address, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}
