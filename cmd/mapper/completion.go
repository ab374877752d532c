package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/posener/complete"
	"github.com/willabides/kongplete"

	"mapper/cypher"
	"mapper/graph"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"One of ${enum}."`
}

// Help shows examples below the options.
func (completionCommand) Help() string {
	return "Commands and options are completed, and the names of views, rules, saved queries, kinds, relations and parameters too, without a server.\n\n" +
		"Examples:\n  echo 'source <(mapper completion bash)' >> ~/.bashrc\n  echo 'source <(mapper completion zsh)' >> ~/.zshrc\n" +
		"  mapper completion fish > ~/.config/fish/completions/mapper.fish"
}

// shellScripts tell each shell to ask the program itself what could come next.
// Where it has nothing to offer, the shell offers files.
var shellScripts = map[string]string{
	"bash": "complete -o default -o bashdefault -C PROGRAM mapper\n",
	"zsh":  "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\ncomplete -o default -o bashdefault -C PROGRAM mapper\n",
	"fish": "function __complete_mapper\n    set -lx COMP_LINE (commandline -cp)\n    test -z (commandline -ct | string collect)\n    and set COMP_LINE \"$COMP_LINE \"\n    PROGRAM\nend\ncomplete -c mapper -a \"(__complete_mapper)\"\n",
}

// Run prints what a shell has to be told.
func (c completionCommand) Run(std streams) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(std.out, strings.ReplaceAll(shellScripts[c.Shell], "PROGRAM", "'"+strings.ReplaceAll(program, "'", `'\''`)+"'"))
	return err
}

// completes answers a shell that asks what could come next, by the variable COMP_LINE.
func completes(parser *kong.Kong) bool {
	if os.Getenv("COMP_LINE") == "" {
		return false
	}
	kongplete.Complete(parser, kongplete.WithExitFunc(func(int) {}), kongplete.WithPredictors(map[string]complete.Predictor{
		"view":     predict(func(a complete.Args) []string { return names(cypher.Views(folders(a, "--views", "MAPPER_VIEWS")...)) }),
		"rule":     predict(func(a complete.Args) []string { return names(cypher.Rules(folders(a, "--rules", "MAPPER_RULES")...)) }),
		"query":    predict(savedOn),
		"param":    predict(paramsOf),
		"kind":     predict(func(complete.Args) []string { return kinds() }),
		"relation": predict(func(complete.Args) []string { return relations() }),
		"file":     complete.PredictFiles("*"),
		"dir":      complete.PredictDirs("*"),
	}))
	return true
}

type predict = complete.PredictFunc

// folders are those with statements of the user's own: of the line that is being
// typed, else of the variable.
func folders(a complete.Args, flag, variable string) []string {
	if i := slices.Index(a.All, flag); i >= 0 && i+1 < len(a.All) {
		return strings.Split(a.All[i+1], ",")
	}
	if dirs := os.Getenv(variable); dirs != "" {
		return strings.Split(dirs, ",")
	}
	return nil
}

// names lists statements; a folder that cannot be read completes to nothing.
func names(all []*cypher.Statement, _ error) []string {
	list := make([]string, len(all))
	for i, s := range all {
		list[i] = s.Name
	}
	return list
}

// saved are the queries of the folder that the line or a variable names, else of the home.
func saved(a complete.Args) []cypher.Saved {
	first := func(flag, variable string) string {
		return strings.Join(folders(a, flag, variable), ",")
	}
	folder, err := shelf{first("--queries", "MAPPER_QUERIES")}.folder(&connection{Home: first("--home", "MAPPER_HOME")})
	if err != nil {
		return nil
	}
	all, _ := folder.List()
	return all
}

func savedOn(a complete.Args) (list []string) {
	for _, one := range saved(a) {
		list = append(list, one.Name)
	}
	return list
}

// paramsOf are the parameters of the view, or of the saved query, that is on the line.
func paramsOf(a complete.Args) (list []string) {
	all, _ := cypher.Views(folders(a, "--views", "MAPPER_VIEWS")...)
	for _, one := range saved(a) {
		all = append(all, &cypher.Statement{Name: one.Name, Params: cypher.Loose(one.Text).Params})
	}
	for _, s := range all {
		if slices.Contains(a.All, s.Name) {
			for _, p := range s.Params {
				list = append(list, p.Name+"=")
			}
		}
	}
	return list
}

func kinds() (list []string) {
	for _, k := range graph.Standard().Kinds {
		list = append(list, k.Name)
	}
	return list
}

func relations() (list []string) {
	for _, r := range graph.Standard().Relations {
		list = append(list, r.Type)
	}
	return list
}
