package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
	"mapper/graph"
)

// TestAsAtInGoAndCypher asks both statements of the rule about every pairing of
// spans and days around their edges.
func TestAsAtInGoAndCypher(t *testing.T) {
	open(t)
	dates := []graph.Date{"", "2016", "2016-04", "2016-04-01", "2016-12-31", "2022-07"}
	days := []string{"", "2015-12-31", "2016-01-01", "2016-03-31", "2016-04-01", "2016-04-30", "2016-05-01", "2016-12-30", "2016-12-31", "2017-01-01", "2022-07-31", "2022-08-01"}
	statement := "UNWIND [{start: $start, end: $end}] AS thing RETURN " + cypher.AsAtRule("thing")
	stood := 0
	for _, start := range dates {
		for _, end := range dates {
			span := graph.Span{Start: start, End: end}
			if span.Check() != nil {
				continue
			}
			for _, text := range days {
				day, err := graph.ParseDay(text)
				if err != nil {
					t.Fatal(err)
				}
				want := graph.AsAt(span, day)
				params := map[string]any{"start": nil, "end": nil, "as_at": nil}
				for name, at := range map[string]func() (time.Time, bool){"start": start.First, "end": end.Over} {
					if d, known := at(); known {
						params[name] = neo4j.DateOf(d)
					}
				}
				if !day.IsZero() {
					params["as_at"] = neo4j.DateOf(day.Time())
				}
				if got := raw(t, statement, params); got != want {
					t.Errorf("%v on %q: Cypher says %v, Go %v", fmt.Sprint(span), text, got, want)
				}
				if want {
					stood++
				}
			}
		}
	}
	if stood < 50 {
		t.Errorf("only %d pairings stand: the test asks too little", stood)
	}
}
