package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// step is a part of what a phase took.
type step struct {
	Text    string  `json:"text"`
	Seconds float64 `json:"seconds"`
}

// clock divides time into steps.
type clock struct {
	last  time.Time
	steps []step
}

func newClock() *clock { return &clock{last: time.Now()} }

// done ends a step, and begins the next.
func (c *clock) done(text string) {
	now := time.Now()
	c.steps = append(c.steps, step{text, now.Sub(c.last).Seconds()})
	c.last = now
}

// stepsOf writes the medians of a phase's steps.
func (n notes) stepsOf(w io.Writer, phase string) {
	if len(n[phase]) == 0 || len(n[phase][0].Steps) == 0 {
		return
	}
	var parts []string
	for i, s := range n[phase][0].Steps {
		took := n.median(phase, func(f figures) float64 { return f.Steps[i].Seconds })
		parts = append(parts, fmt.Sprintf("%s %s s", s.Text, figure(took)))
	}
	fmt.Fprintf(w, "  %s: %s\n", phase, strings.Join(parts, ", "))
}

// whereTimeGoes writes the steps of the phases that have some.
func (n notes) whereTimeGoes(w io.Writer) {
	fmt.Fprintf(w, "\nSteps, by the clock:\n")
	for _, phase := range []string{csvLoad, boltOne, boltTwo, again, sameRows, changed, csvWhole, imported} {
		n.stepsOf(w, phase)
	}
}
