package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"mapper/graph/local"
	"mapper/graph/store"
)

// server is a Neo4j that serves one measurement. Both sides of a comparison get the
// same flags and settings, which are those of a server for loading; local.Start's
// would refuse LOAD CSV.
type server struct {
	home, lib string
	uri       string
	command   *exec.Cmd
	exited    chan error
}

// settings are the server's, with its port and the folder LOAD CSV may read.
const settings = `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%[1]d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.http.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
db.tx_log.preallocate=false
server.memory.pagecache.size=512m
server.directories.import=%[2]s
dbms.security.allow_csv_import_from_file_urls=true
`

// startPatience is how long a server may take to answer.
const startPatience = 2 * time.Minute

// start runs a server on the store in home, an empty one if there is none.
func (b *bench) start(ctx context.Context, home string) (*server, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	conf := filepath.Join(home, "conf")
	if err := os.MkdirAll(conf, 0o755); err != nil {
		return nil, err
	}
	text := fmt.Sprintf(settings, port, b.files.tables())
	if err := os.WriteFile(filepath.Join(conf, "neo4j.conf"), []byte(text), 0o644); err != nil {
		return nil, err
	}
	s := &server{home: home, lib: b.lib(), uri: fmt.Sprintf("bolt://127.0.0.1:%d", port), exited: make(chan error, 1)}
	if err := s.launch(); err != nil {
		return nil, err
	}
	return s, s.await(ctx)
}

// lib is the folder of Neo4j's jars.
func (b *bench) lib() string { return filepath.Join(b.jars, "neo4j-"+local.Version, "lib") }

func (s *server) launch() error {
	s.command = exec.Command("java", "-XX:+UseParallelGC", "-Xmx2g", "-cp", filepath.Join(s.lib, "*"),
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"org.neo4j.server.CommunityEntryPoint", "--home-dir="+s.home, "--config-dir="+filepath.Join(s.home, "conf"), "--console-mode")
	console, err := os.Create(filepath.Join(s.home, "console.log"))
	if err != nil {
		return err
	}
	defer console.Close()
	s.command.Stdout, s.command.Stderr = console, console
	if err := s.command.Start(); err != nil {
		return fmt.Errorf("Java could not be started: %w", err)
	}
	go func() { s.exited <- s.command.Wait() }()
	return nil
}

// await waits until the server answers, and stops it when it does not.
func (s *server) await(ctx context.Context) error {
	end := time.Now().Add(startPatience)
	for {
		err := ping(ctx, s.config())
		if err == nil {
			return nil
		}
		select {
		case exit := <-s.exited:
			return fmt.Errorf("Neo4j ended at once (%v): see %s", exit, filepath.Join(s.home, "console.log"))
		case <-ctx.Done():
			return errors.Join(ctx.Err(), s.stop())
		case <-time.After(100 * time.Millisecond):
		}
		if time.Now().After(end) {
			return errors.Join(err, s.stop())
		}
	}
}

// stop ends the server in order, so that its store can be opened again at once.
func (s *server) stop() error {
	if err := s.command.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	select {
	case <-s.exited:
		return nil
	case <-time.After(time.Minute):
		return s.command.Process.Kill()
	}
}

// config is how to reach the server.
func (s *server) config() store.Config { return store.Config{URI: s.uri} }

// cpu gives the CPU seconds the server has used so far.
func (s *server) cpu() float64 { return cpuOf(s.command.Process.Pid) }

func freePort() (int, error) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// restart ends the server in order and starts it anew on the same store.
func (s *server) restart(ctx context.Context) error {
	if err := s.stop(); err != nil {
		return err
	}
	if err := s.launch(); err != nil {
		return err
	}
	return s.await(ctx)
}
