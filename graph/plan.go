package graph

import (
	"fmt"
	"strings"
)

// PlanStep is one operator of an execution plan, with those that give it its rows.
type PlanStep struct {
	Operator string     `json:"operator"`
	Details  string     `json:"details,omitempty" doc:"what it works on"`
	Rows     float64    `json:"rows" doc:"how many rows the server expects it to give: an estimate, made before anything runs"`
	Steps    []PlanStep `json:"steps,omitempty" doc:"the operators that it takes its rows from"`
}

// String writes the plan as an indented text, an operator a line.
func (p *PlanStep) String() string {
	var out strings.Builder
	if p != nil {
		p.write(&out, 0)
	}
	return out.String()
}

func (p *PlanStep) write(out *strings.Builder, depth int) {
	fmt.Fprintf(out, "%s%s", strings.Repeat("  ", depth), p.Operator)
	if p.Details != "" {
		fmt.Fprintf(out, "  %s", p.Details)
	}
	fmt.Fprintf(out, "  (about %.0f rows)\n", p.Rows)
	for i := range p.Steps {
		p.Steps[i].write(out, depth+1)
	}
}
