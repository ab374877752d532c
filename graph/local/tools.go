package local

import (
	"context"
	_ "embed"
	"os/exec"
	"path/filepath"

	"mapper/graph"
)

//go:embed tools/cypher-shell.xml
var shellPom []byte

//go:embed tools/neo4j-browser.xml
var browserPom []byte

var (
	shell   = bundle{"cypher-shell", "cypher-shell", pinned(shellPom), "about 50 MB", shellPom}
	browser = bundle{"neo4j-browser", "Neo4j Browser", pinned(browserPom), "15 MB", browserPom}
)

// tool gives the folder with the jars of one of Neo4j's own programs, which are
// fetched the first time.
func (o Options) tool(ctx context.Context, b bundle) (places, error) {
	p, err := o.prepare()
	if err != nil {
		return p, err
	}
	p.jars = filepath.Join(filepath.Dir(p.jars), b.name+"-"+b.version)
	return p, p.ensure(ctx, b)
}

// Shell gives the command that runs Neo4j's cypher-shell with these arguments. Whom it
// connects to and as whom it reads from the variables NEO4J_URI, NEO4J_USERNAME,
// NEO4J_PASSWORD and NEO4J_DATABASE: a command line can be read by every user of the
// machine.
func Shell(ctx context.Context, o Options, args ...string) (*exec.Cmd, error) {
	p, err := o.tool(ctx, shell)
	if err != nil {
		return nil, err
	}
	j, err := usableJava(ctx, p)
	if err != nil {
		return nil, err
	}
	java := append(small[:2:2], "-cp", filepath.Join(p.lib(), "*"), "org.neo4j.shell.Main")
	return exec.Command(j.path, append(java, args...)...), nil
}

// Browser gives the jar of Neo4j Browser, whose pages stand in its folder browser.
func Browser(ctx context.Context, o Options) (jar string, err error) {
	p, err := o.tool(ctx, browser)
	return filepath.Join(p.lib(), browser.name+"-"+browser.version+".jar"), err
}

// Running gives the server that runs in the home, without starting one.
func Running(ctx context.Context, o Options) (*Server, error) {
	p, err := o.places()
	if err != nil {
		return nil, err
	}
	r, ok := p.readRecord()
	if !ok || !answers(ctx, r.URI) {
		return nil, graph.Errorf(graph.Unavailable, "No Neo4j runs in %s: the mapper's own runs as long as a command does, such as mapper up.", p.home)
	}
	password, err := p.readPassword()
	return &Server{URI: r.URI, Username: username, Password: password, ReadOnly: r.ReadOnly}, err
}
