package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"slices"
	"time"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/store"
	"mapper/web"
)

// serving are the options of the web app, for up and serve alike.
type serving struct {
	Listen   string   `env:"MAPPER_LISTEN" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Address to listen on; port 0 takes a free one."`
	Auth     string   `env:"MAPPER_AUTH" placeholder:"FILE" help:"Let in only the users in FILE (lines made by htpasswd -nB NAME)."`
	Insecure bool     `env:"MAPPER_INSECURE" help:"Listen beyond this machine without --auth."`
	Host     []string `env:"MAPPER_HOST" placeholder:"NAME" help:"Further host names under which the app is reached."`
	Views    []string `env:"MAPPER_VIEWS" placeholder:"DIR" help:"Folders with views of your own (.cypher files)."`
	Rules    []string `env:"MAPPER_RULES" placeholder:"DIR" help:"Folders with rules of your own."`
	shelf
	Open    bool `help:"Open the browser."`
	Verbose bool `help:"Log every request."`
}

type serveCommand struct{ serving }

// Help shows examples below the options.
func (serveCommand) Help() string {
	return "Examples:\n  mapper serve --listen 127.0.0.1:9000\n  mapper serve --views my-views\n  mapper serve --listen 0.0.0.0:8080 --auth users"
}

// Run serves until it is interrupted.
func (c serveCommand) Run(ctx context.Context, std streams, to *connection) error {
	return c.run(ctx, std, to, func(*store.Store) error { return nil })
}

// run takes the port, opens the graph, prepares it and serves it until it is
// interrupted. The port comes first, since it fails in no time.
func (c serving) run(ctx context.Context, std streams, to *connection, prepare func(*store.Store) error) error {
	listener, err := c.listen(ctx)
	if err != nil {
		return err
	}
	defer listener.Close()
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	if err := prepare(s.Store); err != nil {
		return err
	}
	queries, err := c.folder(to)
	if err != nil {
		return err
	}
	return c.serve(ctx, s, listener, queries, std)
}

// listen takes the port before anything slow is started.
func (c serving) listen(ctx context.Context) (net.Listener, error) {
	if err := web.CheckListen(c.Listen, c.Auth != "", c.Insecure); err != nil {
		return nil, err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return nil, graph.Errorf(graph.Conflict, "cannot listen on %s: is another program, or another mapper, using the port? Choose another with --listen HOST:PORT", c.Listen).Because(err)
	}
	return listener, nil
}

// serve answers on the listener until the context ends or Neo4j does.
func (c serving) serve(ctx context.Context, s *connected, listener net.Listener, queries *cypher.Folder, std streams) error {
	handler, err := c.handler(ctx, s, listener.Addr().String(), queries, std)
	if err != nil {
		return err
	}
	server := web.Server(listener.Addr().String(), handler)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	address := "http://" + shownAddress(listener.Addr())
	fmt.Fprintf(std.out, "The mapper is at %s (Ctrl-C stops it)\n", address)
	go warm(address)
	if c.Open {
		openBrowser(address)
	}
	select {
	case <-ctx.Done():
		err = nil
	case <-s.ended():
		err = s.whyEnded()
	case err = <-failed:
		if errors.Is(err, http.ErrServerClosed) {
			err = nil
		}
	}
	stop, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	if server.Shutdown(stop) != nil {
		server.Close() // whoever is still waiting has had their half second
	}
	return err
}

func (c serving) handler(ctx context.Context, s *connected, address string, queries *cypher.Folder, std streams) (http.Handler, error) {
	views, err := cypher.Views(c.Views...)
	if err != nil {
		return nil, err
	}
	rules, err := cypher.Rules(c.Rules...)
	if err != nil {
		return nil, err
	}
	for _, v := range slices.Concat(views, rules) {
		if v.Own() {
			continue // held to the server by the tests
		}
		if err := s.Check(ctx, v); err != nil {
			return nil, err
		}
	}
	var auth *web.Auth
	if c.Auth != "" {
		if auth, err = web.ReadUsers(c.Auth); err != nil {
			return nil, err
		}
	}
	level := slog.LevelInfo
	if c.Verbose {
		level = slog.LevelDebug
	}
	log := slog.New(slog.NewTextHandler(std.err, &slog.HandlerOptions{Level: level}))
	return web.New(web.Options{Graph: s.Store, Views: views, Rules: rules, Log: log, Version: version, Auth: auth,
		Listen: address, AllowedHosts: c.Host, Queries: queries, TimeLimit: store.ConsoleTime, Rows: store.ConsoleRows})
}

// warm asks for the first page before anybody does: the first time a statement is
// asked, Neo4j plans it, which takes longer than answering it.
func warm(address string) {
	if response, err := http.Get(address + "/"); err == nil {
		response.Body.Close()
	}
}

// shownAddress gives an address that a browser can open: every interface is
// reached as localhost from here.
func shownAddress(addr net.Addr) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

// openBrowser tries; who has no browser has the address on the screen.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	_ = exec.Command(name, args...).Start()
}
