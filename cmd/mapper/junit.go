package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/jstemmer/go-junit-report/v2/junit"
)

// mostInReport is how many breaches of one rule a report for a CI server has, which
// shows them one by one.
const mostInReport = 1000

// writeJUnit writes the verdicts as CI servers read tests: a rule is a test case, a
// broken one of severity error a failure. JUnit knows no warning: a rule of that
// severity that is broken passes and says so in its output, and one that could not be
// judged is an error.
func writeJUnit(w io.Writer, all []judged) error {
	suite := junit.Testsuite{Name: "mapper rules"}
	suite.SetTimestamp(time.Now().UTC())
	var took time.Duration
	for _, one := range all {
		took += one.took
		suite.AddTestcase(testcase(one))
	}
	suite.Time = seconds(took)
	suites := junit.Testsuites{Name: suite.Name, Time: suite.Time}
	suites.AddSuite(suite)
	if _, err := io.WriteString(w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"); err != nil {
		return err
	}
	return suites.WriteXML(w)
}

func testcase(one judged) junit.Testcase {
	c := junit.Testcase{Name: one.Name, Classname: "mapper.rules." + one.Severity, Time: seconds(one.took)}
	result := &junit.Result{Message: printable(one.Sentence + one.Open), Type: one.Severity, Data: listed(one)}
	switch {
	case one.Open != "":
		c.Error = result
	case one.Kept():
	case one.Severity == "error":
		c.Failure = result
	default:
		c.SystemOut = &junit.Output{Data: "warning: " + result.Message + "\n" + result.Data}
	}
	return c
}

// listed are the breaches, a line each.
func listed(one judged) string {
	var text strings.Builder
	for i, b := range one.breaches() {
		if i == mostInReport {
			fmt.Fprintf(&text, "… and %d more\n", one.Breaches.Total-i)
			break
		}
		text.WriteString(printable(b.text) + "\n")
	}
	return text.String()
}

// printable leaves out what XML cannot hold, not even escaped.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }
