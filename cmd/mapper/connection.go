package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/local"
	"mapper/graph/store"
)

// connection says which Neo4j to use: a server that is named, else the mapper's
// own. The names of the variables are those of Aura's credentials file.
type connection struct {
	URI      string `name:"uri" env:"NEO4J_URI" placeholder:"bolt://HOST:7687" group:"Neo4j" help:"Use this server, cluster (neo4j://) or Aura (neo4j+s://) instead of the mapper's own Neo4j."`
	Username string `env:"NEO4J_USERNAME" placeholder:"NAME" group:"Neo4j" help:"User of that server; neo4j when only a password is given."`
	Password string `env:"NEO4J_PASSWORD" placeholder:"WORD" group:"Neo4j" help:"Password of that user; better given in the variable, where others do not see it."`
	Database string `env:"NEO4J_DATABASE" placeholder:"NAME" group:"Neo4j" help:"Database of that server, when it is not the default one."`
	Home     string `env:"MAPPER_HOME" placeholder:"DIR" group:"Neo4j" help:"Where the mapper's own Neo4j keeps its data (default: mapper in the user's data directory)."`
	Jars     string `env:"MAPPER_JARS" placeholder:"DIR" group:"Neo4j" help:"Where Neo4j's jars are kept, when several homes share them."`

	heavy bool // a server that is started is to load many rows
}

// connected is a store and what has to be ended with it.
type connected struct {
	*store.Store
	server *local.Server // nil when a named server is used
}

// open connects to the named server, or starts the mapper's own. Progress is told
// on w, a line a step.
func (c *connection) open(ctx context.Context, w io.Writer) (*connected, error) {
	config := store.Config{URI: c.URI, Username: c.Username, Password: c.Password, Database: c.Database}
	o := &connected{}
	if c.URI == "" {
		server, err := local.Start(ctx, local.Options{Home: c.Home, Jars: c.Jars, Log: w, Load: c.heavy})
		if err != nil {
			return nil, err
		}
		o.server = server
		config = store.Config{URI: server.URI, Username: server.Username, Password: server.Password}
	} else if config.Username == "" && config.Password != "" {
		config.Username = "neo4j"
	}
	s, err := store.Open(ctx, config)
	if err != nil {
		o.close(w)
		return nil, err
	}
	o.Store = s
	return o, nil
}

// ahead begins to connect to a named server, and to make its constraints where it is
// to prepare, while the caller does something else; what it gives waits for that.
func (c *connection) ahead(ctx context.Context, w io.Writer, prepare bool) func() (*connected, error) {
	open := sync.OnceValues(func() (*connected, error) {
		s, err := c.open(ctx, w)
		if err == nil && prepare {
			if err = s.Prepare(ctx); err != nil {
				s.close(w)
			}
		}
		return s, err
	})
	go open()
	return open
}

// close gives back what open took. It has its own time, since the command's
// context has ended when Ctrl-C was pressed.
func (o *connected) close(w io.Writer) {
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	if o.Store != nil {
		_ = o.Store.Close(ctx) // nothing is lost: the server drops what a client leaves
	}
	if o.server != nil {
		if err := o.server.Stop(ctx); err != nil {
			fmt.Fprintln(w, "mapper:", err)
		}
	}
}

// ended gives a channel that is closed when the mapper's own Neo4j ends by itself.
func (o *connected) ended() <-chan struct{} {
	if o.server == nil {
		return nil
	}
	return o.server.Done()
}

// whyEnded says why the mapper's own Neo4j ended.
func (o *connected) whyEnded() error {
	return graph.Errorf(graph.Unavailable, "Neo4j has ended by itself: %v", o.server.Err())
}

// ask opens the graph for a command that answers, and closes it.
func (c *connection) ask(ctx context.Context, std streams, do func(*connected) error) error {
	s, err := c.open(ctx, std.progress())
	if err != nil {
		return err
	}
	defer s.close(std.err)
	return do(s)
}

// knows checks what edges are narrowed to against the vocabulary of the graph.
func (o *connected) knows(ctx context.Context, f graph.Filter) error {
	if len(f.Relations) == 0 && len(f.Kinds) == 0 {
		return nil
	}
	vocabulary, err := o.Vocabulary(ctx)
	if err != nil {
		return err
	}
	return cmp.Or(vocabulary.CheckRelations(f.Relations), vocabulary.CheckKinds(f.Kinds))
}

// knowsArguments checks the parameters of a view that name something of the vocabulary.
func (o *connected) knowsArguments(ctx context.Context, view *cypher.Statement, arguments map[string]string) error {
	vocabulary, err := o.Vocabulary(ctx)
	if err != nil {
		return err
	}
	return view.Known(vocabulary, arguments)
}
