// Mapper turns documents about who collaborates with, commissions and regulates
// whom into a graph in Neo4j, and answers questions on it in a browser, on the
// command line and over HTTP.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"mapper/graph"
	"mapper/graph/format"
)

// version is set by the build: -ldflags "-X main.version=1.2.3".
var version = "dev"

// commands is the command line: one field and one file a command.
type commands struct {
	Up       upCommand       `cmd:"" help:"Bring everything up: Neo4j, the datasets (the sample when none is named) and the web app."`
	Serve    serveCommand    `cmd:"" help:"Serve the web app on a graph that is there."`
	Check    checkCommand    `cmd:"" help:"Check datasets without a database: every problem with file and line."`
	Load     loadCommand     `cmd:"" help:"Check datasets, then make the graph hold exactly their content."`
	Convert  convertCommand  `cmd:"" help:"Make a dataset of published files and other datasets."`
	Views    viewsCommand    `cmd:"" help:"List the views."`
	View     viewCommand     `cmd:"" help:"Answer one view."`
	Rules    rulesCommand    `cmd:"" help:"Judge the rules; exit code 3 when one is broken (warnings do not count)."`
	Query    queryCommand    `cmd:"" help:"Run a read-only Cypher statement."`
	Doctor   doctorCommand   `cmd:"" help:"Say what is found, what is missing and what to do."`
	Health   healthCommand   `cmd:"" help:"Ask a running mapper whether it is ready (for container health checks)."`
	Generate generateCommand `cmd:"" help:"Write the generated parts of the docs." hidden:""`

	Version kong.VersionFlag `help:"Print the version."`
	connection
}

// streams are where a command reads and writes: data on out, all else on err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// errBroken ends a command whose rules are broken.
var errBroken = errors.New("a rule is broken")

// run carries out one command line and gives its exit code: 0 done, 1 failed, 2
// wrong use or bad input, 3 a rule is broken.
func run(ctx context.Context, args []string, std streams) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c, kong.Name("mapper"), kong.Writers(std.out, std.err), kong.Vars{"version": version, "answers": strings.Join(format.Names(format.Answers), ","), "tables": strings.Join(format.Names(format.Tables()), ",")},
		kong.Exit(func(code int) { exited = code; panic(errExit) }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Description("Who collaborates with, commissions and regulates whom: a graph in which every edge says who says so, where and when.\n\n"+
			"Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 failed, 2 wrong use or bad input, 3 a rule is broken."),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(std))
	if err != nil {
		fmt.Fprintln(std.err, "mapper:", err)
		return 1
	}
	return guard(&exited, func() int {
		parsed, err := parser.Parse(args)
		if err != nil {
			fmt.Fprintf(std.err, "mapper: %v\nSee mapper --help.\n", err)
			return 2
		}
		return report(std.err, parsed.Run(&c.connection))
	})
}

var errExit = errors.New("exit")

// guard turns kong's way of ending the program (after --help) into an exit code.
func guard(exited *int, do func() int) (code int) {
	defer func() {
		if r := recover(); r != nil {
			if r != errExit {
				panic(r)
			}
			code = *exited
		}
	}()
	return do()
}

// report prints what went wrong and gives the exit code.
func report(w io.Writer, err error) int {
	if errors.Is(err, errBroken) {
		return 3
	}
	if err != nil {
		fmt.Fprintln(w, "mapper:", err)
	}
	return graph.ExitCode(err)
}
