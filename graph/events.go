package graph

import (
	"cmp"
	"slices"
	"strconv"
)

// EventsOf lists what happened to the entities of a map, and to any others that they
// succeeded or were succeeded by, and counts what began and ended by year.
func EventsOf(g Subgraph, successions []Evidence) *Events {
	events := &Events{Items: []Event{}, Years: []Year{}, Shown: Shown{}}
	for _, n := range g.Nodes {
		events.add(n.Start, "founded", n.Name+" begins", "", n.Ref)
		events.add(n.End, "ended", n.Name+" ends", "", n.Ref)
	}
	told := map[string]bool{}
	for _, c := range successions {
		if key := c.From.ID + " " + c.To.ID + " " + string(c.Start); !told[key] {
			told[key] = true
			events.add(c.Start, "succeeded", c.From.Name+" to "+c.To.Name, c.ID, c.From, c.To)
			events.Items[len(events.Items)-1].Sentence = c.Sentence
		}
	}
	slices.SortStableFunc(events.Items, func(a, b Event) int { return cmp.Compare(first(a.Day), first(b.Day)) })
	events.Shown = Shown{Shown: len(events.Items), Total: len(events.Items)}
	events.count(g)
	return events
}

func (e *Events) add(day Date, kind, sentence, edge string, who ...Ref) {
	if day == "" {
		return
	}
	precision := map[int]string{4: "year", 7: "month", 10: "day"}[len(day)]
	e.Items = append(e.Items, Event{Day: day, Precision: precision, Kind: kind, Entities: who, Edge: edge, Sentence: sentence + ", " + day.Words() + "."})
}

func first(d Date) int64 {
	t, _ := d.First()
	return t.Unix()
}

// count counts by year; a map without dates has no years.
func (e *Events) count(g Subgraph) {
	years := map[int]*Year{}
	tick := func(d Date, add func(*Year)) {
		if d == "" {
			return
		}
		year, _ := strconv.Atoi(string(d[:4]))
		if years[year] == nil {
			years[year] = &Year{Year: year}
		}
		add(years[year])
	}
	for _, n := range g.Nodes {
		tick(n.Start, func(y *Year) { y.Starts++ })
		tick(n.End, func(y *Year) { y.Ends++ })
	}
	for _, line := range g.Edges {
		tick(line.Start, func(y *Year) { y.EdgeStarts++ })
		tick(line.End, func(y *Year) { y.EdgeEnds++ })
	}
	for _, one := range e.Items {
		tick(one.Day, func(*Year) {})
	}
	for year := range years {
		if e.From == 0 || year < e.From {
			e.From = year
		}
		e.To = max(e.To, year)
	}
	for year := e.From; year <= e.To && e.To > 0; year++ {
		if years[year] == nil {
			years[year] = &Year{Year: year}
		}
		e.Years = append(e.Years, *years[year])
	}
}
