package graphtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"mapper/graph/local"
)

// managed starts the mapper's own Neo4j in a home that goes with it. The jars
// outlive it, in the cache that `make test` fills.
func managed(ctx context.Context) (Neo4j, func() error, error) {
	cache := os.Getenv("MAPPER_CACHE")
	if cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return Neo4j{}, nil, err
		}
		cache = filepath.Join(dir, "mapper")
	}
	home, err := os.MkdirTemp("", "graphtest-")
	if err != nil {
		return Neo4j{}, nil, err
	}
	server, err := local.Start(ctx, local.Options{Home: home, Jars: cache, Log: os.Stderr})
	if err != nil {
		_ = os.RemoveAll(home)
		return Neo4j{}, nil, err
	}
	stop := func() error {
		if err := server.Stop(context.Background()); err != nil {
			return fmt.Errorf("%w (its files are in %s)", err, home)
		}
		return os.RemoveAll(home)
	}
	return Neo4j{server.URI, server.Username, server.Password}, stop, nil
}
