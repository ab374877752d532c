//go:build unix

package main

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// ruined makes rules of which one is broken, one warns and one is kept.
func ruined(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range map[string]string{
		"no-person":    "// title: No person\n// question: Who is a person?\n// column: person entity\n// column: odd text\n// answer: {rows|person|people} found.\n\nMATCH (person:Person) RETURN person, 'a < b & \"c\" ' + '\\u0001' AS odd ORDER BY person.name LIMIT 2\n",
		"no-regulator": "// title: No regulator\n// severity: warning\n// column: regulator entity\n// column: claims claims\n// answer: {rows|regulator|regulators} found.\n\nMATCH (regulator:Regulator)-[r:REGULATES]->() WITH regulator, collect(r {.id, .status}) AS claims RETURN regulator, claims ORDER BY regulator.name LIMIT 1\n",
		"no-unicorn":   "// title: No unicorn\n// column: unicorn entity\n// answer: {rows|unicorn|unicorns} found.\n// empty: No unicorn.\n\nMATCH (unicorn:Entity {name: 'Unicorn'}) RETURN unicorn\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name+".cypher"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const theRuined = " no-person no-regulator no-unicorn --rules "

// TestJUnit has the report read by a reader of CI servers' kind.
func TestJUnit(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	dir := ruined(t)
	file := filepath.Join(dir, "rules.xml")
	program(t, "", "mapper rules"+theRuined+dir+" -f junit -o "+file).want(t, 3, "BROKEN   no-person", "warning  no-regulator", "kept     no-unicorn")
	text, err := os.ReadFile(file)
	if err != nil || xml.Unmarshal(text, new(struct{})) != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	python := os.Getenv("MAPPER_TEST_PYTHON")
	if python == "" {
		t.Skip("MAPPER_TEST_PYTHON is not set (see .ci/readers)")
	}
	script := `
import sys, junitparser
x = junitparser.JUnitXml.fromfile(sys.argv[1])
print(x.tests, x.failures, x.errors, x.skipped)
for suite in x:
    for case in suite:
        print(case.name, case.classname, "passed" if case.is_passed else "failed", [r.message for r in case.result], (case.system_out or "").split("\n")[0])
`
	out, err := exec.Command(python, "-c", script, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"3 1 0 0\n", "no-person mapper.rules.error failed ['2 people found.']", "no-regulator mapper.rules.warning passed [] warning: 1 regulator found.", "no-unicorn mapper.rules.error passed []"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("junitparser does not read %q:\n%s\n%s", want, out, text)
		}
	}
}

// TestSARIF holds the report to the schema that OASIS publishes, which go-sarif carries.
func TestSARIF(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	dir := ruined(t)
	file := filepath.Join(dir, "rules.sarif")
	program(t, "", "mapper rules"+theRuined+dir+" -f sarif --fail-on warning -o "+file).want(t, 3, "BROKEN   no-regulator")
	report, err := sarif.Open(file, sarif.WithStrictValidation())
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Validate(); err != nil {
		t.Error(err)
	}
	run := report.Runs[0]
	if len(run.Tool.Driver.Rules) != 3 || len(run.Results) != 3 || !*run.Invocations[0].ExecutionSuccessful {
		t.Fatalf("%d rules, %d results", len(run.Tool.Driver.Rules), len(run.Results))
	}
	person, regulator := run.Results[0], run.Results[2]
	if person.Level != "error" || *person.RuleID != "no-person" || !strings.HasPrefix(*person.Message.Text, "person: Amanda Pritchard; odd: a < b") && !strings.Contains(*person.Message.Text, "; odd: a < b") {
		t.Errorf("person: %+v, %s", person, *person.Message.Text)
	}
	if regulator.Level != "warning" || regulator.RuleIndex != 1 {
		t.Errorf("regulator: %+v", regulator)
	}
	at := regulator.Locations[0]
	if *at.PhysicalLocation.ArtifactLocation.URI != filepath.Join(dir, "no-regulator.cypher") || *at.LogicalLocations[0].Kind != "entity" || *at.LogicalLocations[1].Kind != "claim" {
		t.Errorf("location: %+v", at)
	}
}
