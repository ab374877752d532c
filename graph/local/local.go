// Package local runs a Neo4j Community of the mapper's own: a child process made
// from Maven's jars on the user's Java, listening on loopback only, that is started
// with the first mapper command, shared by others and stopped with the one that
// started it. It knows processes and files; it does not speak to the graph.
package local

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"

	"mapper/graph"
)

// username is the one user a fresh Neo4j has.
const username = "neo4j"

// Options say where the managed Neo4j lives.
type Options struct {
	Home string    // data directory: store, password, logs; empty: Home()
	Jars string    // directory that holds neo4j-<version>, when several homes share it; empty: the home
	Log  io.Writer // one line of progress per step for a person; nil: silent

	ReadOnly bool // Start: a server that refuses every write, whoever asks; one found running is shared as it is

	Load    bool // Start: a server for a load of very many rows, which takes more memory; one found running is shared as it is
	Replace bool // StartImport: the store that is there holds nothing, and may be replaced
}

// Server is a Neo4j that answers, started by this process or found running.
type Server struct {
	URI, Username, Password string
	Started                 bool // false: it was found running, and is shared
	ReadOnly                bool // it refuses every write

	done    chan struct{}
	err     error // why done was closed; read only after that
	stopped sync.Once
	stop    func(context.Context) error
	quit    chan struct{} // closed by Stop: what happens from then on is no crash
	cleared chan struct{} // closed when an own server is gone and its lock free
	archive *aside        // the making of the class archive; nil if there was one
}

// Home gives the directory of the managed Neo4j when none is named: MAPPER_HOME,
// else XDG_DATA_HOME/mapper, else ~/.local/share/mapper.
func Home() (string, error) {
	if dir := os.Getenv("MAPPER_HOME"); dir != "" {
		return filepath.Abs(dir)
	}
	// The XDG specification says that a relative path is to be ignored.
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "mapper"), nil
	}
	dir, err := os.UserHomeDir()
	if err != nil {
		return "", graph.Errorf(graph.Unavailable, "There is no home directory to keep Neo4j's files in: set MAPPER_HOME to a directory.").Because(err)
	}
	return filepath.Join(dir, ".local", "share", "mapper"), nil
}

// Start gives a Neo4j that answers: the one that runs in this home, or a new one.
//
// Whoever starts a server holds the home's lock for as long as it runs, and the
// kernel lets go of the lock even after kill -9. So who finds the lock taken shares
// the server (or waits for it to be ready), and who gets the lock knows that any
// Neo4j still running here has lost its parent: it is stopped, in order, and a new
// one started, for only a real child can be watched and ended with its parent.
func Start(ctx context.Context, o Options) (*Server, error) {
	p, err := o.prepare()
	if err != nil {
		return nil, err
	}
	unlock, shared, err := p.lockOrShare(ctx)
	if err != nil || shared != nil {
		return shared, err
	}
	s, err := p.start(ctx, unlock)
	if err != nil {
		unlock()
		return nil, err
	}
	return s, nil
}

// Done is closed when the server ended without Stop: it crashed, was killed or, if
// it was shared, its owner stopped it. Err then says why; Start gives a new one.
func (s *Server) Done() <-chan struct{} { return s.done }

// Err says why Done was closed; before that, and after Stop, it is nil.
func (s *Server) Err() error {
	select {
	case <-s.done:
		return s.err
	default:
		return nil
	}
}

// Stop ends the server if this process started it, killing it when it takes more
// than ten seconds or ctx ends. A second call does nothing.
func (s *Server) Stop(ctx context.Context) error {
	var err error
	s.stopped.Do(func() {
		close(s.quit)
		err = s.stop(ctx)
	})
	return err
}
