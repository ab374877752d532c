// Command bench measures the mapper against the server's own means on the same
// machine, in the same run and in turns, and prints the ratios: times alone say more
// about the machine. docs/benchmarks.md says what each line means.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"syscall"
	"time"

	"mapper/graph/local"
)

// bench is one run.
type bench struct {
	scale  float64
	rounds int
	only   *regexp.Regexp
	jars   string // folder that holds neo4j-<version>
	cache  string
	files  files
	notes  notes
	states map[string]state // of the graphs, by phase
}

// sections are the parts of a run, in their order.
var sections = []struct {
	name string
	run  func(*bench, context.Context) error
}{
	{"bolt", (*bench).bolt},
	{"import", (*bench).offline},
	{"where", (*bench).where},
	{"read", (*bench).reading},
	{"search", (*bench).searching},
	{"api", (*bench).answering},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	if len(os.Args) == 4 && os.Args[1] == childFlag {
		err = runJob(ctx, os.Args[2], os.Args[3])
	} else {
		err = run(ctx, os.Args[1:])
	}
	if err != nil {
		say("bench: %v", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	b, err := newBench(args)
	if err != nil {
		return err
	}
	if err := b.files.make(ctx, b.scale); err != nil {
		return err
	}
	for _, s := range sections {
		if !b.only.MatchString(s.name) {
			continue
		}
		if err := s.run(b, ctx); err != nil {
			return err
		}
	}
	return b.print(os.Stdout)
}

// print writes the table, what lies behind it, and whether graphs are the same. That
// a target is missed is no error: machines differ, and noise does.
func (b *bench) print(w io.Writer) error {
	entities, claims := newWorld(b.scale, seed, 1).size()
	fmt.Fprintf(w, "%d entities and %d claims; medians of %d\n", entities, claims, b.rounds)
	missed := b.notes.table(w, allLines())
	fmt.Fprintf(w, "\n%d targets missed.\n", missed)
	b.notes.whereItGoes(w)
	b.notes.whereTimeGoes(w)
	told, err := b.differences()
	for _, sentence := range told {
		fmt.Fprintln(w, "\n"+sentence)
	}
	return err
}

func newBench(args []string) (*bench, error) {
	b := &bench{notes: notes{}, states: map[string]state{}}
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	flags.Float64Var(&b.scale, "scale", 1, "share of the full set of 400,000 entities and 1,000,000 claims")
	flags.IntVar(&b.rounds, "rounds", 3, "how often each thing is measured; the medians count")
	only := flags.String("only", "", "run only sections that match this regular expression")
	flags.StringVar(&b.jars, "jars", os.Getenv("MAPPER_TEST_JARS"), "folder that holds Neo4j's jars in neo4j-"+local.Version)
	flags.StringVar(&b.cache, "cache", os.Getenv("MAPPER_CACHE"), "folder for the set and the stores")
	_ = flags.Parse(args) // it ends the program itself
	var err error
	if b.only, err = regexp.Compile(*only); err != nil {
		return nil, fmt.Errorf("-only: %w", err)
	}
	if b.cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return nil, err
		}
		b.cache = filepath.Join(dir, "mapper")
	}
	if b.jars == "" {
		b.jars = b.cache
	}
	if _, err := os.Stat(b.lib()); err != nil {
		return nil, fmt.Errorf("Neo4j's jars are not in %s: run .ci/jars, or make bench, which does", b.lib())
	}
	b.files = filesFor(b.cache, b.scale)
	return b, nil
}

// say tells the person who waits what is under way.
func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}
