package local

import (
	"context"
	_ "embed"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
)

// A class archive (AppCDS) halves a start. Measured on two noisy cores, seconds: start
// without 4.5–6.7, with 2.5–3.4; the first eight statements then 3.3, with 2.0. Ways to
// make one, and why the last is used:
//   - at the server's own exit (-XX:ArchiveClassesAtExit): the stop takes 5–10 s, not 0.3;
//   - jcmd VM.cds dynamic_dump: the serving JVM stands still for 4 s, and a headless
//     JRE has no jcmd;
//   - -Xshare:dump from a class list: 23 s, for an archive that starts no faster;
//   - at the exit of a throw-away server: 15–27 s, at the lowest priority, beside the
//     first server while that serves. If the mapper ends sooner, the next one tries.
//
// Java ignores an archive of another build or of other jars, so the name has the
// build and the place is beside the jars.

//go:embed warmup.cypher
var warmup string

var unsafeInName = regexp.MustCompile(`[^A-Za-z0-9.+_-]`)

func (p places) archive(j java) string {
	return filepath.Join(p.jars, "classes-"+unsafeInName.ReplaceAllString(j.build, "_")+".jsa")
}

// ensureArchive starts the making of the class archive, if it is missing or the
// server that has just started could not use it. It is a convenience: failures are
// left to the next start.
func (p places) ensureArchive(j java) *aside {
	log, _ := os.ReadFile(p.console())
	if strings.Contains(string(log), "Unable to use shared archive") {
		os.Remove(p.archive(j)) // the jars were moved since
	}
	if exists(p.archive(j)) {
		return nil
	}
	return doAside(func(ctx context.Context) error { return p.makeArchive(ctx, j) })
}

// makeArchive runs a server on a throw-away store, lets it do what servers here do
// and stops it. Only what it has loaded by then is in the archive.
func (p places) makeArchive(ctx context.Context, j java) error {
	unlock, ok, err := tryLock(p.archive(j) + ".lock")
	if !ok {
		return err // another home that shares the jars is making it
	}
	defer unlock()
	made := p.archive(j) + ".part" // renamed when whole: Java crashes over half an archive
	defer os.Remove(made)
	away := places{home: filepath.Join(p.home, "archive.part"), jars: p.jars, log: io.Discard, profile: serving()}
	os.RemoveAll(away.home)
	defer os.RemoveAll(away.home)
	if err := away.makeDirectories(); err != nil {
		return err
	}
	password, err := away.ensurePassword(ctx, j)
	if err != nil {
		return err
	}
	c, uri, err := away.launch(j, syscall.SIGKILL, "-XX:ArchiveClassesAtExit="+made)
	if err != nil {
		return err
	}
	defer c.kill() // nothing is lost with it
	beNice(c.cmd.Process.Pid)
	if err := away.awaitAnswer(ctx, c, uri); err != nil {
		return err
	}
	if _, err := runAll(ctx, uri, password, strings.Split(strings.TrimRight(warmup, ";\n"), ";\n")...); err != nil {
		return err
	}
	c.terminate() // and the archive is written, which takes longer than the grace of a stop
	select {
	case <-c.exited:
		return errors.Join(c.err, os.Rename(made, p.archive(j)))
	case <-ctx.Done():
		return ctx.Err()
	}
}
