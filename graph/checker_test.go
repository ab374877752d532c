package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestDescribedTable compares with a map, and holds the memory it takes to what is promised.
func TestDescribedTable(t *testing.T) {
	var table describedTable
	want := map[uint64]described{}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 300_000 {
		hash := random.Uint64() | 1
		if i%7 == 0 {
			hash = uint64(i%1000 + 1) // small, alike, and often again
		}
		d := described{hash, uint32(i), uint16(i)}
		if earlier := table.put(d); earlier != want[hash] {
			t.Fatalf("%d: had %v; want %v", hash, earlier, want[hash])
		}
		want[hash] = d
		if i%50_000 == 49_999 {
			slots := 0
			for _, p := range table.parts {
				slots += len(p.slots)
			}
			if perRow := float64(slots) * 16 / float64(len(want)); perRow > 24 {
				t.Errorf("%d rows take %.1f bytes each", len(want), perRow)
			}
		}
	}
	for hash, d := range want {
		if got := table.get(hash); got != d {
			t.Fatalf("%d: %v; want %v", hash, got, d)
		}
	}
	for range 100_000 {
		hash := random.Uint64() &^ 1
		if _, ok := want[hash]; !ok && table.get(hash).hash != 0 {
			t.Fatalf("%d is found and was never put", hash)
		}
	}
}

func TestHashList(t *testing.T) {
	var list hashList
	want := map[uint64]bool{}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 300_000 {
		hash := random.Uint64()
		list.add(hash)
		if i%30_000 == 0 || i == 5 {
			list.add(hash)
			want[hash] = true
		}
	}
	if got := list.twice(100); !maps.Equal(got, want) {
		t.Errorf("%d stand twice, want %d", len(got), len(want))
	}
	if got := list.twice(3); len(got) != 3 {
		t.Errorf("%d are given, want 3", len(got))
	}
}

func TestCountWords(t *testing.T) {
	for _, text := range []string{"", "one", "a b c d e f g h i", "  a  b\tc\u00a0d\u2003e f g h i j ", "déjà vu, said the trust’s chair – twice over today", "\xff\xfe a b c d e f g h"} {
		want := len(strings.Fields(text))
		if got := countWords(text); got != want && (want > phraseLimit || got > phraseLimit) {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}

// sound is a dataset of n entities and claims that nothing is wrong with.
func sound(n int) *Dataset {
	d := &Dataset{ID: "x", Documents: []Document{{ID: "d", Title: "D", Published: "2020"}}}
	kind := Standard().Kinds[0].Name
	for i := range n {
		d.Entities = append(d.Entities, Entity{ID: fmt.Sprint("e", i), Name: "E", Kinds: []string{kind}, Place: Place{"entities.csv", i + 2}})
		d.Claims = append(d.Claims, Claim{ID: fmt.Sprint("c", i), From: fmt.Sprint("e", i), To: "e0", Relation: free().Type, Status: Stated, Document: "d", Place: Place{"claims.csv", i + 2}})
	}
	return d
}

// free is a relation that may join anything and has a direction.
func free() *Relation {
	for _, r := range Standard().Relations {
		if len(r.From)+len(r.To) == 0 && !r.Symmetric {
			return &r
		}
	}
	panic("no relation may join anything")
}

func TestCheckStreamVisitsGoodRows(t *testing.T) {
	d := sound(5)
	d.Entities[1].Name, d.Claims[2].Status, d.Claims[4].To = "", "sure", "e9"
	var seen []string
	problems, err := CheckStream(d.Stream(), Standard(), Visitor{
		Entity: func(e *Entity) error { seen = append(seen, e.ID); return nil },
		Claim:  func(c *Claim) error { seen = append(seen, c.ID); return nil },
	})
	if got, want := fmt.Sprint(seen), "[e0 e2 e3 e4 c0 c1 c3]"; err != nil || got != want {
		t.Errorf("visited %s, want %s (%v)", got, want, err)
	}
	if got := problems.Err().Error(); len(problems) != 3 || !strings.Contains(got, "claims.csv:6: to: \"e9\" is not in entities.csv") {
		t.Errorf("%v", got)
	}
	stop := fmt.Errorf("stop")
	if _, err := CheckStream(d.Stream(), Standard(), Visitor{Claim: func(*Claim) error { return stop }}); err != stop {
		t.Errorf("the visitor's error is lost: %v", err)
	}
}

func TestManyProblems(t *testing.T) {
	d := sound(3000)
	for i := range d.Claims {
		d.Claims[i].To = "entity0"
	}
	d.Claims[0].To = "e00"
	problems := d.Check(Standard())
	if len(problems) != ProblemLimit+1 || problems[ProblemLimit].String() != "claims.csv: and 2000 more problems" {
		t.Errorf("%d problems, the last is %v", len(problems), problems[len(problems)-1])
	}
	if got := problems[0].Message; got != `"e00" is not in entities.csv; did you mean e0?` {
		t.Error(got)
	}
}

// TestDuplicates has ids twice and thrice, and ones that are wrong in themselves.
func TestDuplicates(t *testing.T) {
	d := sound(9)
	d.Entities[3].ID, d.Claims[3].From = "e1", "e1"
	d.Claims[4].ID, d.Claims[6].ID, d.Claims[8].ID = "c2", "c2", "c7"
	d.Claims[0].ID, d.Claims[1].ID, d.Claims[5].Status = "", "", "sure"
	want := []string{
		`entities.csv:5: id: "e1" stands on line 3 already`, "claims.csv:2: id: is missing", "claims.csv:3: id: is missing",
		`claims.csv:6: id: "c2" stands on line 4 already`, "claims.csv:7: status:", `claims.csv:8: id: "c2" stands on line 4 already`,
		`claims.csv:10: id: "c7" stands on line 9 already`,
	}
	problems := d.Check(Standard())
	for i, p := range problems {
		if i >= len(want) || !strings.HasPrefix(p.String(), want[i]) {
			t.Errorf("problem %d: %s", i, p)
		}
	}
	if len(problems) != len(want) {
		t.Errorf("%d problems, want %d", len(problems), len(want))
	}
	for i := range d.Claims {
		d.Claims[i].Place = Place{}
	}
	if got := d.Check(Standard()).Err().Error(); !strings.Contains(got, `"c7" is there already`) {
		t.Errorf("claims that were read nowhere: %s", got)
	}
}

func TestCheckRelease(t *testing.T) {
	for release, want := range map[string]string{"": "", "d": "", "e": "has no date", "f": "is not in documents.csv"} {
		d := sound(1)
		d.Documents = append(d.Documents, Document{ID: "e", Title: "E"})
		d.Release = release
		problems := d.Check(Standard())
		if want == "" && len(problems) > 0 || want != "" && (len(problems) != 1 || !strings.Contains(problems[0].Message, want)) {
			t.Errorf("release %q: %v", release, problems.Err())
		}
	}
}
