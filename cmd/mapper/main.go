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
	Up         upCommand         `cmd:"" help:"Bring everything up: Neo4j, the datasets (the sample when none is named) and the web app."`
	Serve      serveCommand      `cmd:"" help:"Serve the web app on a graph that is there."`
	Check      checkCommand      `cmd:"" help:"Check datasets without a database: every problem with file and line."`
	Load       loadCommand       `cmd:"" help:"Check datasets, then make the graph hold exactly their content."`
	Convert    convertCommand    `cmd:"" help:"Make a dataset of published files and other datasets."`
	Views      viewsCommand      `cmd:"" help:"List the views."`
	View       viewCommand       `cmd:"" help:"Answer one view."`
	Rules      rulesCommand      `cmd:"" help:"Judge the rules; exit code 3 when one is broken (warnings do not count)."`
	Query      queryCommand      `cmd:"" help:"Run a read-only Cypher statement."`
	Draft      draftCommand      `cmd:"" help:"Make a view file of a statement."`
	Queries    queriesCommand    `cmd:"" help:"The saved queries: list, show, save, delete, import and export them."`
	Search     searchCommand     `cmd:"" help:"Find entities by name, alias or code."`
	Entity     entityCommand     `cmd:"" help:"Everything about one entity."`
	Edge       edgeCommand       `cmd:"" help:"Explain an edge: who says so, where and when."`
	Claims     claimsCommand     `cmd:"" help:"The claims about one entity, a part at a time."`
	Neighbours neighboursCommand `cmd:"" help:"What stands around an entity."`
	Relations  relationsCommand  `cmd:"" help:"Count what stands around an entity, by relation."`
	Paths      pathsCommand      `cmd:"" help:"How entities are joined: all shortest paths."`
	Shared     sharedCommand     `cmd:"" help:"What entities have in common."`
	Around     aroundCommand     `cmd:"" help:"What stands within some steps of an entity."`
	Map        mapCommand        `cmd:"" help:"A map: entities and the lines between them."`
	Events     eventsCommand     `cmd:"" help:"What happened to the entities of a map: foundings, ends, successions."`
	Evidence   evidenceCommand   `cmd:"" help:"The claims behind a map."`
	Pack       packCommand       `cmd:"" help:"An evidence pack of a map: its lines, claims and documents in one HTML file."`
	Documents  documentsCommand  `cmd:"" help:"List the documents."`
	Document   documentCommand   `cmd:"" help:"One document with the claims it makes."`
	Datasets   datasetsCommand   `cmd:"" help:"List the datasets that have been loaded."`
	Vocabulary vocabularyCommand `cmd:"" help:"List the kinds of entity and the relations."`
	Schema     schemaCommand     `cmd:"" help:"What a statement of your own may speak of: labels, types, properties, functions."`
	Diff       diffCommand       `cmd:"" help:"What changed between two days."`
	Export     exportCommand     `cmd:"" help:"Take the graph, or a part of it, away as a file."`
	Doctor     doctorCommand     `cmd:"" help:"Say what is found, what is missing and what to do."`
	Neo4j      neo4jCommand      `cmd:"" name:"neo4j" help:"Neo4j's own tools: its address, cypher-shell and Neo4j Browser."`
	Health     healthCommand     `cmd:"" help:"Ask a running mapper whether it is ready (for container health checks)."`
	Completion completionCommand `cmd:"" help:"Print what makes a shell complete commands, options and names."`
	Man        manCommand        `cmd:"" help:"Print the manual page."`
	Generate   generateCommand   `cmd:"" help:"Write the generated parts of the docs." hidden:""`

	Version kong.VersionFlag `help:"Print the version."`
	Quiet   bool             `short:"q" help:"Say nothing on standard error but what went wrong."`
	connection
}

func main() {
	// Asked for, a broken pipe is an error of the write and not the end of the program:
	// Neo4j is stopped in order when whoever reads (head) has had enough.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
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
	parser, err := newParser(&c, std, func(code int) { exited = code; panic(errExit) })
	if err != nil {
		fmt.Fprintln(std.err, "mapper:", err)
		return 1
	}
	if completes(parser) {
		return 0
	}
	return guard(&exited, func() int {
		parsed, err := parser.Parse(args)
		if err != nil {
			fmt.Fprintf(std.err, "mapper: %v\nSee mapper --help.\n", err)
			return 2
		}
		parsed.BindTo(ctx, (*context.Context)(nil))
		told := std
		if c.Quiet {
			told.err = io.Discard
		}
		return report(std.err, parsed.Run(&c.connection, told, parser))
	})
}

// newParser describes the command line: what is parsed, --help, the manual page and
// the completion of shells are all made of it.
func newParser(c *commands, std streams, exit func(int)) (*kong.Kong, error) {
	return kong.New(c, kong.Name("mapper"), kong.Writers(std.out, std.err), kong.Exit(exit), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Vars{"version": version, "answers": strings.Join(format.Names(format.Answers), ","), "graphs": strings.Join(format.Names(format.Graphs()), ","), "tables": strings.Join(format.Names(format.Tables()), ",")},
		kong.Description("Who collaborates with, commissions and regulates whom: a graph in which every edge says who says so, where and when.\n\n"+
			"Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 failed, 2 wrong use or bad input, 3 a rule is broken."))
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
	if errors.Is(err, errTold) {
		return 1
	}
	if errors.Is(err, syscall.EPIPE) { // whoever reads has had enough
		return 0
	}
	if err != nil {
		fmt.Fprintln(w, "mapper:", err)
	}
	return graph.ExitCode(err)
}
