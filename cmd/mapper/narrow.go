package main

import (
	"cmp"
	"context"
	"math"

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

// narrowed is which edges a command answers with.
type narrowed struct {
	Kind     []string `placeholder:"KIND" predictor:"kind" help:"Only entities of these kinds or ones below them."`
	Relation []string `placeholder:"TYPE" predictor:"relation" help:"Only these types of relation."`
	Status   []string `placeholder:"STATUS" help:"Only what is said so firmly: stated, reported, planned, opinion, denied."`
	Document []string `placeholder:"ID" help:"Only what these documents say."`
}

// filter gives the choice as the graph is asked, once its statuses are known to be such.
func (n narrowed) filter() (graph.Filter, error) {
	f := graph.Filter{Relations: n.Relation, Kinds: n.Kind, Documents: n.Document}
	for _, status := range n.Status {
		f.Statuses = append(f.Statuses, graph.Status(status))
	}
	return f, graph.CheckStatuses(f.Statuses)
}

// directed is which way edges point, as seen from an entity.
type directed struct {
	Direction string `default:"both" enum:"both,out,in" help:"Only what starts at the entity (out) or points to it (in), or both (${default})."`
}

// way gives the direction as the graph is asked.
func (d directed) way() string {
	if d.Direction == "both" {
		return ""
	}
	return d.Direction
}

// limited is how many of something come at most. Who embeds it sets what they are, how
// many are usual, how many there may be and, where that is not always so, when.
type limited struct {
	Limit int `default:"${usual}" placeholder:"N" help:"How many ${of} at most${when=}, up to ${most} (${default})."`
}

func (l limited) bounds(most int) error { return within("--limit", l.Limit, 1, most) }

// paged is which part of a long list comes.
type paged struct {
	Skip int `placeholder:"N" help:"How many ${of} to pass over."`
	limited
}

func (p paged) bounds(most int) error {
	return cmp.Or(p.limited.bounds(most), within("--skip", p.Skip, 0, math.MaxInt))
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
		if err := s.knows(ctx, graph.Filter{Relations: w.Relation}); err != nil {
			return err
		}
		return do(s, day)
	})
}

// within checks a number that has bounds.
func within(option string, n, least, most int) error {
	if n < least && most == math.MaxInt {
		return graph.Errorf(graph.Invalid, "%s: %d is below %d", option, n, least)
	}
	if n < least || n > most {
		return graph.Errorf(graph.Invalid, "%s: %d is not between %d and %d", option, n, least, most)
	}
	return nil
}
