package main

import (
	"cmp"
	"context"

	"mapper/graph"
)

// dated is the day on which a command looks at the graph.
type dated struct {
	AsAt string `name:"as-at" placeholder:"DATE" help:"The day to look at, YYYY-MM-DD: what had started by then and was not yet over; left out, dates do not matter."`
}

func (d dated) day() (graph.Day, error) { return dayOf("--as-at", d.AsAt) }

// dayOf reads the day that an option gives.
func dayOf(option, text string) (graph.Day, error) {
	day, err := graph.ParseDay(text)
	if err != nil {
		return day, graph.Errorf(graph.Invalid, "%s: %v", option, err)
	}
	return day, nil
}

// walked is what paths, shared and around take.
type walked struct {
	dated
	Relation []string `placeholder:"TYPE" predictor:"relation" help:"Types of relation to follow, in either direction, such as MEMBER_OF; left out, all but speech."`
}

// ask asks what follows relations from entities, once its day, its bounds and its
// relations are known to be right.
func (w walked) ask(ctx context.Context, std streams, to *connection, bounds error, do func(*connected, graph.Day) error) error {
	day, err := w.day()
	if err = cmp.Or(err, bounds); err != nil {
		return err
	}
	return to.ask(ctx, std, func(s *connected) error {
		if err := s.knows(ctx, w.Relation); err != nil {
			return err
		}
		return do(s, day)
	})
}

// within checks a number that has bounds.
func within(option string, n, least, most int) error {
	if n < least || n > most {
		return graph.Errorf(graph.Invalid, "%s: %d is not between %d and %d", option, n, least, most)
	}
	return nil
}
