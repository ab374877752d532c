package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// manDate is when the manual last changed in substance; a page that carried the
// moment it was made would never be the same twice.
const manDate = "2026-11-30"

type manCommand struct{}

// Help shows examples below the options.
func (manCommand) Help() string {
	return "Examples:\n  mapper man | man -l -\n  mapper man > /usr/local/share/man/man1/mapper.1"
}

// Run prints the manual page.
func (manCommand) Run(std streams, app *kong.Kong) error { return writeMan(std.out, app.Model) }

// manual writes a page in the macros of man(7).
type manual struct{ strings.Builder }

// writeMan writes the manual page from the same description of the commands that
// --help is made from.
func writeMan(w io.Writer, app *kong.Application) error {
	m := &manual{}
	m.line(`.TH MAPPER 1 "` + manDate + `" "Relationship mapper" "User commands"`)
	m.section("NAME", "mapper - who collaborates with, commissions and regulates whom")
	m.line(".SH SYNOPSIS", ".B mapper", ".I command", "[flags]")
	m.section("DESCRIPTION", app.Help)
	m.line(".SH COMMANDS")
	for _, command := range app.Leaves(true) {
		m.command(command)
	}
	m.line(".SH OPTIONS", "Every command takes these.")
	m.flags(app.Flags)
	m.line(".SH EXIT STATUS")
	for _, exit := range [][2]string{{"0", "Done. Of rules: none is broken. Also when whoever reads the output has had enough."},
		{"1", "Failed: something the command needs is missing, does not answer or took too long."},
		{"2", "Wrong use or bad input; the message says what and where. The graph is as it was."},
		{"3", "A rule is broken."}} {
		m.tagged(exit[0], exit[1])
	}
	m.environment(app)
	m.section("SEE ALSO", "The guides in the folder docs of the project: user-guide.md, cron-and-ci.md, neo4j-tools.md, writing-views.md, data-format.md.")
	_, err := io.WriteString(w, m.String())
	return err
}

func (m *manual) command(node *kong.Node) {
	m.line(".SS " + roff("mapper "+strings.TrimPrefix(node.Summary(), "mapper ")))
	m.text(node.Help)
	for _, arg := range node.Positional {
		m.tagged("<"+arg.Name+">", arg.Help)
	}
	m.flags(node.Flags)
	if node.Detail != "" {
		m.line(".PP")
		m.text(node.Detail)
	}
}

// flags writes flags with what they take and the variables that set them.
func (m *manual) flags(flags []*kong.Flag) {
	for _, flag := range flags {
		if flag.Hidden {
			continue
		}
		name := flag.Summary()
		if flag.Short != 0 {
			name = "-" + string(flag.Short) + ", " + name
		}
		help := flag.Help
		for _, variable := range flag.Envs {
			help += " ($" + variable + ")"
		}
		m.tagged(name, help)
	}
}

// environment lists the variables in the order of the flags that they set.
func (m *manual) environment(app *kong.Application) {
	m.line(".SH ENVIRONMENT")
	told := map[string]bool{}
	for _, node := range append([]*kong.Node{app.Node}, app.Leaves(true)...) {
		for _, flag := range node.Flags {
			for _, variable := range flag.Envs {
				if !told[variable] {
					told[variable] = true
					m.tagged(variable, "Stands for --"+flag.Name+".")
				}
			}
		}
	}
	m.tagged("XDG_DATA_HOME", "Where the folder mapper is, which holds the mapper's own Neo4j, when MAPPER_HOME is not set.")
	m.tagged("NO_COLOR", "Has no effect: nothing is ever coloured.")
}

func (m *manual) section(title, text string) {
	m.line(".SH " + title)
	m.text(text)
}

func (m *manual) tagged(tag, text string) {
	m.line(".TP", `.B "`+strings.ReplaceAll(roff(tag), `"`, `\(dq`)+`"`)
	m.text(text)
}

// text writes paragraphs; lines that are indented are examples, set as they are.
func (m *manual) text(text string) {
	inside := false
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if example := strings.HasPrefix(line, "  "); example != inside {
			inside = example
			m.line(map[bool]string{true: ".PP\n.nf", false: ".fi"}[inside])
		}
		if line == "" {
			m.line(".PP")
			continue
		}
		m.line(roff(strings.TrimPrefix(line, "  ")))
	}
	if inside {
		m.line(".fi")
	}
}

func (m *manual) line(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(m, line)
	}
}

// roff writes a text so that none of it is taken for a macro or an escape.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "…", "...", "“", `\(lq`, "”", `\(rq`, "–", `\(en`).Replace(text)
	if strings.HasPrefix(text, ".") {
		text = `\&` + text
	}
	return text
}
