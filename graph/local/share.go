package local

import (
	"context"
	"time"

	"mapper/graph"
)

// lockPatience is how long another process may take to get a server ready: it may
// be fetching the jars over a slow line.
const lockPatience = 10 * time.Minute

// lockOrShare gives the home's lock, or the server of the process that holds it.
func (p places) lockOrShare(ctx context.Context) (unlock func(), shared *Server, err error) {
	end := time.Now().Add(lockPatience)
	for first := true; ; first = false {
		unlock, ok, err := tryLock(p.lock())
		if err != nil || ok {
			return unlock, nil, err
		}
		if r, ok := p.readRecord(); ok && answers(ctx, r.URI) {
			shared, err := p.share(r)
			return nil, shared, err
		}
		if first && exists(p.importing()) {
			p.say("waiting for another mapper that imports a graph into %s …", p.home)
		} else if first {
			p.say("waiting for another mapper that is starting or stopping Neo4j in %s …", p.home)
		}
		if time.Now().After(end) {
			return nil, nil, graph.Errorf(graph.Conflict,
				"Another mapper has held %s for %s and its Neo4j does not answer: end that process, or choose another directory with --home (MAPPER_HOME).",
				p.lock(), lockPatience)
		}
		if pause(ctx, 100*time.Millisecond); ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
	}
}

// waitLock waits for a lock as long as ctx allows.
func waitLock(ctx context.Context, path string) (unlock func(), err error) {
	for {
		unlock, ok, err := tryLock(path)
		if err != nil || ok {
			return unlock, err
		}
		if pause(ctx, 100*time.Millisecond); ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// share gives the server that another process runs.
func (p places) share(r record) (*Server, error) {
	password, err := p.readPassword()
	if err != nil {
		return nil, err
	}
	p.say("sharing the Neo4j that runs at %s (process %d)", r.URI, r.PID)
	s := newServer(r.URI, password)
	s.ReadOnly = r.ReadOnly
	s.stop = func(context.Context) error { return nil }
	go s.watch(p.home)
	return s, nil
}

func newServer(uri, password string) *Server {
	return &Server{URI: uri, Username: username, Password: password,
		done: make(chan struct{}), quit: make(chan struct{}), cleared: make(chan struct{})}
}

// watch closes Done when a shared server no longer answers: it is not our child, so
// nobody tells us. Twice, since a busy machine may miss one greeting.
func (s *Server) watch(home string) {
	for misses := 0; misses < 2; {
		select {
		case <-s.quit:
			return
		case <-time.After(time.Second):
		}
		if answers(context.Background(), s.URI) {
			misses = 0
		} else {
			misses++
		}
	}
	s.err = graph.Errorf(graph.Unavailable, "The Neo4j in %s, which another mapper had started, has ended.", home)
	close(s.done)
}
