package local

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	"mapper/graph"
)

// startPatience is how long Neo4j may take to answer: a start takes 3 to 6 s, the
// recovery of a large store after a crash some 15 s, each on two slow cores.
const startPatience = 120 * time.Second

// start runs a server in this home, whose lock the caller holds.
func (p places) start(ctx context.Context, unlock func()) (*Server, error) {
	j, err := p.javaAndJars(ctx)
	if err != nil {
		return nil, err
	}
	p.stopOrphan(ctx)
	if err := p.clearImport(); err != nil {
		return nil, err
	}
	password, err := p.ensurePassword(ctx, j)
	if err != nil {
		return nil, err
	}
	begin := time.Now()
	p.say("starting Neo4j %s in %s …", Version, p.home)
	c, uri, err := p.startTwice(ctx, j)
	if err != nil {
		return nil, err
	}
	p.say("Neo4j answers at %s after %.1f s", uri, time.Since(begin).Seconds())
	s := newServer(uri, password)
	s.Started, s.ReadOnly = true, p.profile.readOnly
	s.archive = p.ensureArchive(j)
	s.stop = func(ctx context.Context) error { return p.stopServer(ctx, s, c) }
	go p.tend(s, c, unlock)
	return s, nil
}

// startTwice tries a second time when the first failed of something that a second
// try mends: the port was taken by another process a moment before, or Java stumbled
// over a damaged class archive.
func (p places) startTwice(ctx context.Context, j java) (c *child, uri string, err error) {
	for try := 1; ; try++ {
		archived := exists(p.archive(j))
		c, uri, err = p.startOnce(ctx, j, archived)
		if err == nil || try == 2 || ctx.Err() != nil {
			return c, uri, err
		}
		if graph.KindOf(err) == graph.Internal && archived {
			os.Remove(p.archive(j))
		} else if !errors.Is(err, errPortTaken) {
			return nil, "", err
		}
	}
}

// startOnce starts Neo4j and waits until it answers.
func (p places) startOnce(ctx context.Context, j java, archived bool) (*child, string, error) {
	var flags []string
	if archived {
		flags = append(flags, "-XX:SharedArchiveFile="+p.archive(j))
	}
	c, uri, err := p.launch(j, syscall.SIGTERM, flags...)
	if err != nil {
		return nil, "", err
	}
	// Written before it answers, so that it is found and ended if we are killed now.
	err = p.writeRecord(record{c.cmd.Process.Pid, uri, Version, time.Now().UTC().Truncate(time.Second), os.Getpid(), p.profile.readOnly})
	if err == nil {
		err = p.awaitAnswer(ctx, c, uri)
	}
	if err != nil {
		c.stop(context.WithoutCancel(ctx))
		os.Remove(p.record())
		return nil, "", err
	}
	return c, uri, nil
}

// launch starts Neo4j on a free port, its output going to the console log alone.
func (p places) launch(j java, orphaned syscall.Signal, flags ...string) (c *child, uri string, err error) {
	port, err := freePort()
	if err != nil {
		return nil, "", graph.Errorf(graph.Unavailable, "%v", err)
	}
	if err := writeConfig(p.conf(), port, p.profile); err != nil {
		return nil, "", err
	}
	console, err := os.OpenFile(p.console(), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, "", cannot("write", p.console(), err)
	}
	defer console.Close()
	cmd := p.serverCommand(j, flags...)
	cmd.Stdout, cmd.Stderr = console, console
	c, err = spawn(cmd, orphaned)
	if err != nil {
		return nil, "", graph.Errorf(graph.Unavailable, "Java (%s) could not be started: %v", cmd.Path, err)
	}
	return c, fmt.Sprintf("bolt://127.0.0.1:%d", port), nil
}

// awaitAnswer waits until the server greets, ends or takes too long.
func (p places) awaitAnswer(ctx context.Context, c *child, uri string) error {
	end := time.After(startPatience)
	for !answers(ctx, uri) {
		select {
		case <-c.exited:
			return p.reason(c.err)
		case <-ctx.Done():
			return ctx.Err()
		case <-end:
			return graph.Errorf(graph.Unavailable, "Neo4j did not answer within %s; its log is %s.", startPatience, p.console())
		case <-time.After(20 * time.Millisecond):
		}
	}
	return nil
}

// tend clears up when the server ends, by itself or by Stop, and only then lets the
// next one start.
func (p places) tend(s *Server, c *child, unlock func()) {
	<-c.exited
	s.archive.abandon()
	why := p.reason(c.err) // while the log is still this server's
	os.Remove(p.record())
	unlock()
	select {
	case <-s.quit:
	default:
		s.err = why
		close(s.done)
	}
	close(s.cleared)
}

func (p places) stopServer(ctx context.Context, s *Server, c *child) error {
	c.terminate() // both end at the same time
	s.archive.abandon()
	c.stop(ctx)
	<-s.cleared
	return nil
}
