package local

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"mapper/graph"
)

// tool is Neo4j's importer over the files in the folder. Files are named relative to
// it, since a comma or a pattern's sign in the path of the home would be taken for one.
func (im *Importer) tool() *exec.Cmd {
	args := []string{"-XX:+UseParallelGC", "-Xmx" + megabytes(memoryShare(512, 1280)), homeFlag(im.p.home),
		"-Djava.io.tmpdir=" + im.away.home,
		"-cp", filepath.Join(im.p.lib(), "*")}
	args = append(append(args, opens...),
		"org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "--verbose",
		"--id-type=string", "--array-delimiter=U+FDD0", "--trim-strings=false", "--strict=true",
		"--skip-bad-relationships=false", "--skip-duplicate-nodes=false",
		"--read-buffer-size="+strconv.Itoa(im.readBuffer()))
	var broken []string
	for _, t := range im.tables {
		if t.rows == 0 {
			continue
		}
		files := filepath.Base(t.header)
		for _, f := range []*file{&t.plain, &t.lines} {
			if f.file != nil {
				files += "," + filepath.Base(f.path)
			}
		}
		args = append(args, "--"+t.sort+"="+files)
		if t.lines.file != nil {
			broken = append(broken, filepath.Base(t.lines.path))
		}
	}
	if broken != nil {
		args = append(args, "--multiline-fields-format=v2", "--multiline-fields="+strings.Join(broken, ","))
	}
	cmd := exec.Command(im.java.path, args...)
	cmd.Dir = im.away.home
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+im.away.home, "NEO4J_CONF="+im.away.conf())
	return cmd
}

// readBuffer is the tool's for each file, which must hold the longest value.
func (im *Importer) readBuffer() int {
	size := 4 << 20
	for _, t := range im.tables {
		size = max(size, 2*t.longest)
	}
	return size
}

// rows counts what the tables hold.
func (im *Importer) rows() map[string]int64 {
	sums := map[string]int64{}
	for _, t := range im.tables {
		sums[t.sort] += t.rows
	}
	return sums
}

// runTool runs it to its end.
func (im *Importer) runTool(ctx context.Context, progress func(float64, string)) error {
	log, err := os.OpenFile(im.p.importLog(), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return cannot("write", im.p.importLog(), err)
	}
	defer log.Close()
	cmd := im.tool()
	var out io.Writer = log
	if progress != nil {
		out = &importProgress{out: log, tell: progress, rows: im.rows(), stage: -1}
	}
	cmd.Stdout, cmd.Stderr = out, out
	c, err := spawn(cmd, syscall.SIGKILL)
	if err != nil {
		return graph.Errorf(graph.Unavailable, "Java (%s) could not be started: %v", cmd.Path, err)
	}
	defer c.kill()
	// So that it is found and ended if we are killed where it does not die with us.
	err = im.p.writeRecord(record{PID: c.cmd.Process.Pid, Version: Version, Started: time.Now().UTC().Truncate(time.Second), Owner: os.Getpid()})
	if err != nil {
		return err
	}
	defer os.Remove(im.p.record())
	select {
	case <-c.exited:
		if c.err != nil {
			return im.p.reasonIn(im.p.importLog(), "Neo4j's import", c.err)
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
