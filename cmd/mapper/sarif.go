package main

import (
	"fmt"
	"io"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// writeSARIF writes the verdicts as SARIF 2.1.0, the form of static analysers: each
// breach is a result at the level of its rule's severity, at the file of its rule and
// at the entities and claims it names. A rule that could not be judged is a
// notification, and the run then no success.
func writeSARIF(w io.Writer, all []judged) error {
	run := sarif.NewRun()
	run.Tool = sarif.NewTool().WithDriver(sarif.NewToolComponent().WithName("mapper").WithVersion(version).
		WithFullName("mapper rules").WithShortDescription(sarif.NewMultiformatMessageString().WithText("What should hold in the graph, and what breaks it")))
	invocation := sarif.NewInvocation().WithExecutionSuccessful(true)
	for _, one := range all {
		run.AddRule(one.Name).WithName(one.Title).WithDescription(one.Question).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(one.Severity))
		if one.Open != "" {
			invocation.WithExecutionSuccessful(false).AddToolExecutionNotification(sarif.NewNotification().WithLevel(sarif.LevelError).
				WithMessage(sarif.NewTextMessage(one.Name + ": " + one.Open)).
				WithAssociatedRule(sarif.NewReportingDescriptorReference().WithID(one.Name).WithIndex(run.GetRuleIndex(one.Name))))
		}
		for i, b := range one.breaches() {
			if i == mostInReport {
				run.CreateResultForRule(one.Name).WithLevel(one.Severity).WithLocations([]*sarif.Location{ruleFile(one)}).
					WithMessage(sarif.NewTextMessage(fmt.Sprintf("… and %d more", one.Breaches.Total-i)))
				break
			}
			run.CreateResultForRule(one.Name).WithLevel(one.Severity).WithMessage(sarif.NewTextMessage(b.text)).
				WithLocations([]*sarif.Location{located(ruleFile(one), b)}).
				WithPartialFingerprints(map[string]string{"breach/v1": b.text})
		}
	}
	run.AddInvocation(invocation)
	out := sarif.NewReport()
	out.AddRun(run)
	return out.PrettyWrite(w)
}

// ruleFile is where a rule is written: servers that show results beside code want a
// file with a line.
func ruleFile(one judged) *sarif.Location {
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().
		WithArtifactLocation(sarif.NewSimpleArtifactLocation(one.rule.File)).WithRegion(sarif.NewRegion().WithStartLine(1)))
}

// located adds the entities and claims that a breach names.
func located(at *sarif.Location, b breach) *sarif.Location {
	for _, e := range b.entities {
		at.AddLogicalLocation(sarif.NewLogicalLocation().WithName(e.Name).WithFullyQualifiedName(e.ID).WithKind("entity"))
	}
	for _, c := range b.claims {
		at.AddLogicalLocation(sarif.NewLogicalLocation().WithName(c.ID).WithFullyQualifiedName(c.ID).WithKind("claim"))
	}
	return at
}
