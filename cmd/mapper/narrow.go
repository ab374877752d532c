package main

import "mapper/graph"

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

// within checks a number that has bounds.
func within(option string, n, least, most int) error {
	if n < least || n > most {
		return graph.Errorf(graph.Invalid, "%s: %d is not between %d and %d", option, n, least, most)
	}
	return nil
}
