package local

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"mapper/graph"
)

// places are the files of one home. Neo4j's own home is the same directory, so its
// data and logs stand beside the mapper's.
type places struct {
	home string
	jars string // neo4j-<version>: the directory lib and the class archives
	log  io.Writer

	profile profile // of the server that is started
}

func (p places) lib() string      { return filepath.Join(p.jars, "lib") }
func (p places) conf() string     { return filepath.Join(p.home, "conf") }
func (p places) data() string     { return filepath.Join(p.home, "data") }
func (p places) store() string    { return filepath.Join(p.data(), "databases") }
func (p places) logs() string     { return filepath.Join(p.home, "logs") }
func (p places) console() string  { return filepath.Join(p.logs(), "neo4j-console.log") }
func (p places) password() string { return filepath.Join(p.home, "password") }
func (p places) record() string   { return filepath.Join(p.home, "server.json") }
func (p places) lock() string     { return filepath.Join(p.home, "lock") }

func (p places) importing() string { return filepath.Join(p.home, "importing") }
func (p places) importLog() string { return filepath.Join(p.logs(), "neo4j-import.log") }

// places finds the directories, without making any.
func (o Options) places() (places, error) {
	home, err := o.Home, error(nil)
	if home == "" {
		home, err = Home()
	} else {
		home, err = filepath.Abs(home)
	}
	if err != nil {
		return places{}, err
	}
	jars, err := filepath.Abs(o.Jars)
	if o.Jars == "" {
		jars = home
	}
	p := places{home: real(home), jars: filepath.Join(real(jars), "neo4j-"+Version), log: o.Log, profile: serving()}
	if o.Load {
		p.profile = loading()
	}
	if o.ReadOnly {
		p.profile = readOnly(p.profile)
	}
	if p.log == nil {
		p.log = io.Discard
	}
	return p, err
}

// prepare makes the home, readable by its user alone: it holds a password. The
// places are found once more when the directories are there and links can be followed.
func (o Options) prepare() (places, error) {
	p, err := o.places()
	if err != nil {
		return p, err
	}
	if err := p.makeDirectories(); err != nil {
		return p, err
	}
	return o.places()
}

func (p places) makeDirectories() error {
	for _, dir := range []string{p.home, p.conf(), p.logs(), filepath.Dir(p.jars)} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return cannot("make", dir, err)
		}
	}
	return nil
}

// real follows symbolic links, so that two spellings of one home are one home (and
// one class path: a class archive holds for one spelling only).
func real(dir string) string {
	if found, err := filepath.EvalSymlinks(dir); err == nil {
		return found
	}
	return dir
}

func (p places) say(format string, args ...any) { fmt.Fprintf(p.log, format+"\n", args...) }

// cannot is the error for a file of the home that cannot be used, with the advice
// that fits the cause.
func cannot(verb, path string, cause error) error {
	advice := "check the directory, or choose another with --home (MAPPER_HOME)."
	switch {
	case errors.Is(cause, fs.ErrPermission):
		advice = "give yourself the right to it, or choose another directory with --home (MAPPER_HOME)."
	case errors.Is(cause, syscall.ENOSPC):
		advice = "the disk is full: free some space, or choose another directory with --home (MAPPER_HOME)."
	}
	return graph.Errorf(graph.Unavailable, "Could not %s %s: %s", verb, path, advice).Because(cause)
}

// writeFile writes a whole file or none, readable by the user alone.
func writeFile(path string, content []byte) error {
	temp := path + ".new"
	if err := os.WriteFile(temp, content, 0o600); err != nil {
		os.Remove(temp)
		return cannot("write", path, err)
	}
	if err := os.Rename(temp, path); err != nil {
		return cannot("write", path, err)
	}
	return nil
}
