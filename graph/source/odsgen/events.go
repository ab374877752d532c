package odsgen

import "mapper/graph"

// event is a succession between two members of a class.
type event struct {
	from, to     int
	day, before  graph.Date // the successor's first day and the day before
	older, newer bool       // whether the record of either end states it
}

// events gives the successions among the four members to which k belongs; ids of
// them follow from the place in the list.
func (w *world) events(c, k int) []event {
	first := k / 4 * 4
	if classes[c].fixed > 0 || first+3 >= w.counts[c] {
		return nil
	}
	dice := w.roll(forEvents, c, first)
	year := 1996 + dice.IntN(24)
	happen := func(from, to, after int) event {
		told := dice.Float64()
		day, before := graph.Date(itoa4(year+after)+"-04-01"), graph.Date(itoa4(year+after)+"-03-31")
		return event{first + from, first + to, day, before, told < 0.15, told > 0.02}
	}
	switch p := dice.Float64(); {
	case p < 0.16: // one takes over from another
		return []event{happen(0, 1, 0)}
	case p < 0.18: // a merger
		return []event{happen(0, 2, 0), happen(1, 2, 0)}
	case p < 0.192: // a split
		return []event{happen(0, 1, 0), happen(0, 2, 0)}
	case p < 0.20: // one after the other
		return []event{happen(0, 1, 0), happen(1, 2, 3)}
	case p < 0.2015: // a code that succeeds itself
		return []event{happen(3, 3, 0)}
	}
	return nil
}

// itoa4 writes a year.
func itoa4(year int) string {
	return string([]byte{byte('0' + year/1000), byte('0' + year/100%10), byte('0' + year/10%10), byte('0' + year%10)})
}
