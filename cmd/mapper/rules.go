package main

import (
	"context"
	"fmt"

	"mapper/cypher"
	"mapper/graph/format"
)

type rulesCommand struct {
	Names  []string `arg:"" optional:"" name:"rule" help:"Rules to check (default: all)."`
	Format string   `short:"f" default:"table" enum:"${tables}" help:"One of ${enum}."`
	Strict bool     `help:"Take a broken rule of severity warning for broken too."`
	Rules  []string `env:"MAPPER_RULES" placeholder:"DIR" help:"Folders with rules of your own (.cypher files)."`
}

// Help shows examples below the options.
func (rulesCommand) Help() string {
	return "Examples:\n  mapper rules\n  mapper rules --strict\n  mapper rules every-edge-has-a-document --format json"
}

// Run checks rules: what each found on stderr, the breaches on stdout.
func (c rulesCommand) Run(ctx context.Context, std streams, to *connection) error {
	rules, err := cypher.Rules(c.Rules...)
	if err != nil {
		return err
	}
	if len(c.Names) > 0 {
		var chosen []*cypher.Statement
		for _, name := range c.Names {
			rule, err := find(rules, name, "rule")
			if err != nil {
				return err
			}
			chosen = append(chosen, rule)
		}
		rules = chosen
	}
	s, err := to.open(ctx, std.err)
	if err != nil {
		return err
	}
	defer s.close(std.err)
	broken := false
	for _, rule := range rules {
		if err := s.Check(ctx, rule); err != nil {
			return err
		}
		answer, err := s.Answer(ctx, rule, nil)
		if err != nil {
			return err
		}
		verdict := "kept   "
		switch {
		case answer.Total == 0:
		case rule.Severity == "warning" && !c.Strict:
			verdict = "warning"
		default:
			verdict, broken = "BROKEN ", true
		}
		fmt.Fprintf(std.err, "%s  %s: %s\n", verdict, rule.Name, answer.Sentence)
		if answer.Total > 0 {
			if err := format.Write(std.out, c.Format, answer.Table); err != nil {
				return err
			}
		}
	}
	if broken {
		return errBroken
	}
	return nil
}
