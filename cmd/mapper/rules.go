package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"mapper/cypher"
	"mapper/graph"
	"mapper/graph/format"
	"mapper/web"
)

type rulesCommand struct {
	Names  []string `arg:"" optional:"" name:"rule" predictor:"rule" help:"Rules to check (default: all)."`
	Format string   `short:"f" default:"table" enum:"${tables},junit,sarif" help:"One of ${enum}. junit and sarif are for CI servers."`
	into
	FailOn string   `default:"error" enum:"error,warning" help:"From which severity on a broken rule ends the command with exit code 3: error or warning (${default})."`
	Rules  []string `env:"MAPPER_RULES" placeholder:"DIR" predictor:"dir" help:"Folders with rules of your own (.cypher files)."`
}

// Help shows examples below the options.
func (rulesCommand) Help() string {
	return "The verdicts go to standard error, the breaches to standard output. Exit code 3 when a rule is broken, 1 when one could not be judged in time.\n\n" +
		"Examples:\n  mapper rules\n  mapper rules --fail-on warning\n  mapper rules every-edge-has-a-document --format json\n" +
		"  mapper rules --format junit -o rules.xml\n  mapper rules --rules my-rules --format sarif -o rules.sarif"
}

// judged is a rule with its verdict and how long that took.
type judged struct {
	rule *cypher.Statement
	web.Verdict
	took time.Duration
}

// Run judges rules: the verdicts on standard error, the breaches on standard output.
func (c rulesCommand) Run(ctx context.Context, std streams, to *connection) error {
	rules, err := c.chosen()
	if err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		var all []judged
		for _, rule := range rules {
			one, err := judge(ctx, s, rule)
			if err != nil {
				return err
			}
			fmt.Fprintf(std.err, "%-7s  %s: %s\n", c.verdict(one), rule.Name, one.Sentence+one.Open)
			all = append(all, one)
		}
		if err := c.write(std, func(w io.Writer) error { return c.report(w, all) }); err != nil {
			return err
		}
		return c.outcome(all)
	})
}

// chosen gives the rules that are named, all without a name.
func (c rulesCommand) chosen() ([]*cypher.Statement, error) {
	rules, err := cypher.Rules(c.Rules...)
	if err != nil || len(c.Names) == 0 {
		return rules, err
	}
	var chosen []*cypher.Statement
	for _, name := range c.Names {
		rule, err := find(rules, name, "rule")
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, rule)
	}
	return chosen, nil
}

// judge asks for the breaches of one rule. One that the graph is too large for stays
// open, and the others are judged all the same.
func judge(ctx context.Context, s *connected, rule *cypher.Statement) (judged, error) {
	began := time.Now()
	one := judged{rule: rule, Verdict: web.Verdict{Name: rule.Name, Title: rule.Title, Question: rule.Question, Severity: severity(rule), Cypher: rule.Whole(),
		Breaches: graph.Table{Columns: rule.Columns, Rows: [][]any{}}}}
	if err := s.Check(ctx, rule); err != nil {
		return one, err
	}
	answer, err := s.Answer(ctx, rule, nil)
	one.took = time.Since(began)
	switch kind := graph.KindOf(err); {
	case err == nil:
		one.Sentence, one.Breaches = answer.Sentence, answer.Table
	case kind == graph.Timeout || kind == graph.TooLarge:
		one.Open = "The graph is too large to judge it in time."
	default:
		return one, err
	}
	return one, nil
}

// severity is that of the rule; without one a breach is an error.
func severity(rule *cypher.Statement) string {
	if rule.Severity == "" {
		return "error"
	}
	return rule.Severity
}

// broken says whether the rule's breaches end the command with exit code 3.
func (c rulesCommand) broken(one judged) bool {
	return one.Breaches.Total > 0 && (one.Severity == "error" || c.FailOn == "warning")
}

func (c rulesCommand) verdict(one judged) string {
	switch {
	case one.Open != "":
		return "OPEN"
	case one.Kept():
		return "kept"
	case c.broken(one):
		return "BROKEN"
	}
	return "warning"
}

// outcome is what the verdicts come to.
func (c rulesCommand) outcome(all []judged) error {
	open := 0
	for _, one := range all {
		if c.broken(one) {
			return errBroken
		}
		if one.Open != "" {
			open++
		}
	}
	if open > 0 {
		return graph.Errorf(graph.Timeout, "%s could not be judged in time", plural(open, "rule", "rules"))
	}
	return nil
}

// report writes the breaches. A person gets a table for each broken rule; programs get
// one answer for all.
func (c rulesCommand) report(w io.Writer, all []judged) error {
	switch c.Format {
	case "junit":
		return writeJUnit(w, all)
	case "sarif":
		return writeSARIF(w, all)
	case "json":
		verdicts := make([]web.Verdict, len(all))
		for i, one := range all {
			verdicts[i] = one.Verdict
		}
		return writeJSON(w, map[string]any{"items": verdicts, "shown": len(all), "total": len(all)})
	case "table":
		for _, one := range all {
			if one.Breaches.Total > 0 {
				if err := format.Write(w, c.Format, one.Breaches); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return format.Write(w, c.Format, breachTable(all))
}
