package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"mapper/graph"
	"mapper/graph/local"
)

type browserCommand struct {
	Port        int  `default:"0" placeholder:"PORT" help:"Port on this machine to serve it at; 0 takes a free one (${default})."`
	Write       bool `help:"Let its user write; see the guide to Neo4j's tools for what that means for the mapper."`
	Open        bool `help:"Open the browser."`
	Credentials bool `help:"Print the user and the password to connect with."`
}

// Help shows examples below the options.
func (browserCommand) Help() string {
	return "Neo4j Browser is fetched by Maven the first time, and served to this machine alone until Ctrl-C. It may speak to Neo4j and to nobody else.\n\n" +
		"Examples:\n  mapper neo4j browser --credentials\n  mapper neo4j browser --open --port 7474"
}

// Run serves Neo4j Browser until it is interrupted.
func (c browserCommand) Run(ctx context.Context, std streams, to *connection) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", c.Port))
	if err != nil {
		return graph.Errorf(graph.Conflict, "cannot listen on port %d: choose another with --port", c.Port).Because(err)
	}
	defer listener.Close()
	s, stop, err := to.forTools(ctx, std, c.Write)
	if err != nil {
		return err
	}
	defer stop()
	jar, err := local.Browser(ctx, local.Options{Home: to.Home, Jars: to.Jars, Log: std.progress()})
	if err != nil {
		return err
	}
	pages, err := openBrowserPages(jar, s.URI)
	if err != nil {
		return err
	}
	defer pages.Close()
	address := "http://" + listener.Addr().String() + "/?connectURL=" + url.QueryEscape(withUser(s))
	fmt.Fprintln(std.err, s.hint(c.Write, "browser"))
	fmt.Fprintf(std.out, "Neo4j Browser is at %s (Ctrl-C stops it)\n", address)
	if c.Credentials {
		fmt.Fprintf(std.out, "user %s\npassword %s\n", s.Username, s.Password)
	} else {
		fmt.Fprintln(std.err, "It asks for the password: start it with --credentials to see that.")
	}
	if c.Open {
		openBrowser(address)
	}
	return serveUntil(ctx, listener, pages, s.Done())
}

// withUser puts the user, and never the password, into the address that Neo4j Browser
// offers to connect to.
func withUser(s server) string {
	u, err := url.Parse(s.URI)
	if err != nil || s.Username == "" {
		return s.URI
	}
	u.User = url.User(s.Username)
	return u.String()
}

// serveUntil serves until the context ends, or Neo4j does.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler, gone <-chan struct{}) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	defer server.Close()
	select {
	case <-ctx.Done():
		return nil
	case <-gone:
		return graph.Errorf(graph.Unavailable, "Neo4j has ended")
	case err := <-failed:
		return err
	}
}

// browserPages are the pages of Neo4j Browser, out of its jar.
type browserPages struct {
	*zip.ReadCloser
	policy string
}

// openBrowserPages opens the jar, for pages that may speak to that Neo4j alone: left to
// itself, Neo4j Browser reports its use and loads guides and fonts from elsewhere.
func openBrowserPages(jar, neo4j string) (*browserPages, error) {
	files, err := zip.OpenReader(jar)
	if err != nil {
		return nil, graph.Errorf(graph.Unavailable, "%s cannot be read: remove it, and it is fetched again", jar).Because(err)
	}
	to := "ws: wss:" // a cluster names further servers
	if u, err := url.Parse(neo4j); err == nil && u.Scheme == "bolt" {
		to = "ws://" + u.Host
	}
	return &browserPages{files, "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
		"font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; connect-src 'self' " + to}, nil
}

// ServeHTTP serves a file of the jar.
func (p *browserPages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	text, err := fs.ReadFile(p, path.Join("browser", name))
	if errors.Is(err, fs.ErrNotExist) || r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "this file cannot be read", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Security-Policy", p.policy)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Referrer-Policy", "no-referrer")
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(text))
}
