package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"

	"mapper/graph/local"
)

// neo4jCommand are Neo4j's own tools on the Neo4j that the mapper uses.
type neo4jCommand struct {
	Address addressCommand `cmd:"" help:"Print the address of the Neo4j that the mapper uses."`
	Shell   shellCommand   `cmd:"" help:"Run Neo4j's cypher-shell on it."`
	Browser browserCommand `cmd:"" help:"Serve Neo4j Browser for it."`
}

type addressCommand struct {
	Credentials bool `help:"Print user and password too, as lines NAME=VALUE."`
}

// Help shows examples below the options.
func (addressCommand) Help() string {
	return "The mapper's own Neo4j runs as long as a mapper command does, such as mapper up; its port differs each time.\n\n" +
		"Examples:\n  mapper neo4j address\n  mapper neo4j address --credentials > neo4j.env"
}

// Run prints where Neo4j answers; it starts none.
func (c addressCommand) Run(ctx context.Context, std streams, to *connection) error {
	n, err := to.running(ctx)
	if err != nil {
		return err
	}
	if !c.Credentials {
		_, err := fmt.Fprintln(std.out, n.URI)
		return err
	}
	for _, line := range n.environment(to.Database) {
		if _, err := fmt.Fprintln(std.out, line); err != nil {
			return err
		}
	}
	return nil
}

// server is a Neo4j that answers, and with which name and password.
type server struct {
	*local.Server
	named bool // by --uri: somebody else's
}

// running gives the named server or the mapper's own, when that runs.
func (c *connection) running(ctx context.Context) (server, error) {
	if c.URI != "" {
		return c.named(), nil
	}
	s, err := local.Running(ctx, local.Options{Home: c.Home, Jars: c.Jars})
	return server{Server: s}, err
}

func (c *connection) named() server {
	s := server{&local.Server{URI: c.URI, Username: c.Username, Password: c.Password}, true}
	if s.Username == "" && s.Password != "" {
		s.Username = "neo4j"
	}
	return s
}

// forTools gives the named server, or the mapper's own, which is started for reading
// alone unless writing is asked for.
func (c *connection) forTools(ctx context.Context, std streams, write bool) (s server, stop func(), err error) {
	if c.URI != "" {
		return c.named(), func() {}, nil
	}
	own, err := local.Start(ctx, local.Options{Home: c.Home, Jars: c.Jars, Log: std.progress(), ReadOnly: !write})
	if err != nil {
		return s, nil, err
	}
	o := &connected{server: own}
	return server{Server: own}, func() { o.close(std.err) }, nil
}

// environment is how Neo4j's own programs are told of a server.
func (s server) environment(database string) []string {
	all := []string{"NEO4J_URI=" + s.URI, "NEO4J_USERNAME=" + s.Username, "NEO4J_PASSWORD=" + s.Password}
	if database != "" {
		all = append(all, "NEO4J_DATABASE="+database)
	}
	return all
}

// hint says honestly what keeps a tool from writing, and what does not.
func (s server) hint(write bool, tool string) string {
	switch {
	case s.ReadOnly && write:
		return "This Neo4j takes no writes: the mapper that runs it started it for reading alone."
	case s.ReadOnly:
		return "Read-only: this Neo4j refuses every write to the graph as long as it runs."
	case write:
		return "This can change the graph. What it changes of a dataset, mapper load --verify puts right; what it adds, nobody takes away."
	case tool == "shell":
		return "Read access is asked for, and the server refuses writes; but the user may write, and does after :access-mode write."
	}
	return "NOT read-only: another command runs this Neo4j, and its user may write. End that command, and this one starts Neo4j for reading alone."
}

type shellCommand struct {
	Write bool     `help:"Let the shell write; see the guide to Neo4j's tools for what that means for the mapper."`
	Args  []string `arg:"" optional:"" passthrough:"" name:"argument" help:"Arguments for cypher-shell: a statement, -f FILE, --format plain …"`
}

// Help shows examples below the options.
func (shellCommand) Help() string {
	return "cypher-shell is fetched by Maven the first time. Options of the mapper stand before its own.\n\n" +
		"Examples:\n  mapper neo4j shell\n  mapper neo4j shell 'MATCH (e:Entity) RETURN count(e)'\n  mapper views --favourites -o views.cypher && mapper neo4j shell -f views.cypher"
}

// errTold ends a command that has said itself what is wrong.
var errTold = errors.New("told already")

// Run runs cypher-shell in this terminal or pipe.
func (c shellCommand) Run(ctx context.Context, std streams, to *connection) error {
	s, stop, err := to.forTools(ctx, std, c.Write)
	if err != nil {
		return err
	}
	defer stop()
	args := c.Args
	if !c.Write {
		args = append([]string{"--access-mode", "read"}, args...)
	}
	cmd, err := local.Shell(ctx, local.Options{Home: to.Home, Jars: to.Jars, Log: std.progress()}, args...)
	if err != nil {
		return err
	}
	fmt.Fprintln(std.err, s.hint(c.Write, "shell"))
	cmd.Env = append(without(os.Environ(), "NEO4J_"), s.environment(to.Database)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = std.in, std.out, std.err
	return follow(cmd)
}

// follow runs a program that shares the terminal. Ctrl-C reaches it too, and ends a
// statement there, not the mapper; who ends the mapper ends it.
func follow(cmd *exec.Cmd) error {
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	defer signal.Stop(ended)
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-ended:
			_ = cmd.Process.Signal(syscall.SIGTERM)
		case <-done:
		}
	}()
	var exit *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &exit) {
		return errTold
	} else if err != nil {
		return err
	}
	return nil
}

// without leaves variables out by how they begin.
func without(environ []string, prefix string) (kept []string) {
	for _, one := range environ {
		if !strings.HasPrefix(one, prefix) {
			kept = append(kept, one)
		}
	}
	return kept
}
