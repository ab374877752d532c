package local

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"mapper/graph"
)

// ensurePassword gives the home's password, making one for a store that does not
// exist yet. Neo4j takes an initial password only before its first start, so with a
// store the file is the only copy.
func (p places) ensurePassword(ctx context.Context, j java) (string, error) {
	password, err := p.readPassword()
	if err != nil {
		return "", err
	}
	if exists(p.store()) {
		if password == "" {
			return "", graph.Errorf(graph.Unavailable,
				"The password of the store in %s is gone (%s). Put the file back, or move %s away and load the datasets again.",
				p.home, p.password(), p.data())
		}
		return password, nil
	}
	if password, err = p.choosePassword(); err != nil {
		return "", err
	}
	return password, p.setInitialPassword(ctx, j, p.password())
}

// choosePassword gives the password of the file, making one if there is none.
func (p places) choosePassword() (string, error) {
	password, err := p.readPassword()
	if err != nil || password != "" {
		return password, err
	}
	password = rand.Text()
	return password, writeFile(p.password(), []byte(password+"\n"))
}

// readPassword gives "" when there is no password yet.
func (p places) readPassword() (string, error) {
	text, err := os.ReadFile(p.password())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", cannot("read", p.password(), err)
	}
	return strings.TrimSpace(string(text)), nil
}

// setInitialPassword runs Neo4j's own tool. It reads the password from the file
// (@file), for a command line can be read by every user of the machine.
func (p places) setInitialPassword(ctx context.Context, j java, file string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	args := append(small[:2:2], "-cp", filepath.Join(p.lib(), "*"),
		"org.neo4j.cli.AdminTool", "dbms", "set-initial-password", "@"+file)
	cmd := exec.CommandContext(ctx, j.path, args...)
	cmd.Dir = p.home
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+p.home, "NEO4J_CONF="+p.conf())
	printed, err := cmd.CombinedOutput()
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return graph.Errorf(graph.Unavailable, "Neo4j %s could not set its first password: %s", Version, lastLine(string(printed))).Because(err)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
