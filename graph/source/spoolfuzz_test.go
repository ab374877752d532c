package source

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mapper/graph"
)

// FuzzSpool puts made-up bodies, which share a few codes, and claims about whoever
// bears these through a spool. Whatever they are: the outcome passes the check of a
// dataset, and on any day on which a claim stood there is one edge of it, to whoever
// bore the code that day.
func FuzzSpool(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		w := world{rand.New(rand.NewPCG(seed, 1))}
		s, err := NewSpool(t.TempDir(), 0)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		entities, claims := w.entities(), w.claims()
		feed(t, s, entities, claims, nil)
		r, err := s.Stream(&graph.Dataset{ID: "test", Title: "Test"}, Known{})
		if err != nil {
			t.Fatal(err)
		}
		made := map[string][]graph.Claim{}
		problems, err := graph.CheckStream(r, graph.Standard(), graph.Visitor{Claim: func(c *graph.Claim) error {
			made[c.Note] = append(made[c.Note], *c)
			return nil
		}})
		if err != nil || len(problems) > 0 {
			t.Fatalf("%v %v", err, problems.Err())
		}
		for _, c := range claims {
			w.holds(t, r, &c, made[c.Note])
		}
	})
}

type world struct{ *rand.Rand }

// date gives a day of some years, or none.
func (w world) date() graph.Date {
	if w.IntN(4) == 0 {
		return ""
	}
	return graph.Date(fmt.Sprintf("%d-%02d-01", 2010+w.IntN(6), 1+w.IntN(12)))
}

func (w world) span() graph.Span {
	s := graph.Span{Start: w.date(), End: w.date()}
	if s.Start != "" && s.End != "" && s.End <= s.Start {
		s.Start, s.End = s.End, s.Start
	}
	return s
}

func (w world) entities() []graph.Entity {
	var all []graph.Entity
	for i := range 6 {
		e := graph.Entity{ID: fmt.Sprintf("ods:C%d", i), Name: "Name", Kinds: []string{"Provider"}}
		if w.IntN(2) == 0 {
			e.ID += ":later"
		}
		e.Codes = []graph.Code{{Scheme: "ods", Value: fmt.Sprintf("C%d", w.IntN(3)), Span: w.span()}}
		all = append(all, e)
	}
	return all
}

func (w world) claims() []graph.Claim {
	var all []graph.Claim
	for i := range 8 {
		end := func() string {
			if w.IntN(3) == 0 {
				return fmt.Sprintf("ods:C%d", w.IntN(6))
			}
			return CodeRef(fmt.Sprintf("ods:C%d", w.IntN(4)), w.date())
		}
		all = append(all, graph.Claim{ID: fmt.Sprintf("c%d", i), From: end(), Relation: []string{"OVERSEES", "COLLABORATES_WITH"}[w.IntN(2)], To: end(), Span: w.span(), Note: fmt.Sprint(i)})
	}
	return all
}

// holds checks what became of one claim.
func (w world) holds(t *testing.T, r *Resolved, c *graph.Claim, made []graph.Claim) {
	pass := r.settling()
	from, _ := pass.whom(c.From)
	to, _ := pass.whom(c.To)
	for year := 2009; year < 2018; year++ {
		for month := 1; month <= 12; month++ {
			text := fmt.Sprintf("%d-%02d-15", year, month)
			day, _ := graph.ParseDay(text)
			on := firstDay(graph.Date(text))
			stands := slices.DeleteFunc(slices.Clone(made), func(m graph.Claim) bool { return !graph.AsAt(m.Span, day) })
			loop := from.at(on) == to.at(on) && c.From != c.To
			switch {
			case !graph.AsAt(c.Span, day) && len(stands) > 0, len(stands) > 1:
				t.Fatalf("%s: %d edges of %+v", text, len(stands), c)
			case c.Start == "" || !graph.AsAt(c.Span, day):
				continue // of which bearer it then speaks, its own day says
			case loop != (len(stands) == 0):
				t.Fatalf("%s: %d edges of %+v, %v", text, len(stands), c, made)
			case loop:
				continue
			}
			ends, want := []string{stands[0].From, stands[0].To}, []string{from.at(on), to.at(on)}
			slices.Sort(ends)
			slices.Sort(want)
			if !slices.Equal(ends, want) {
				t.Fatalf("%s: %v, want %v: %+v", text, ends, want, c)
			}
		}
	}
}
