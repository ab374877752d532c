package graph

import (
	"fmt"
	"strings"
	"time"
)

// Tally counts what a load did with one sort of row. Renamed, Moved, Ended and
// Reopened say more of rows that are counted as changed (or, moved, as added and
// gone): a row may be several of these.
type Tally struct {
	Added     int `json:"added"`
	Changed   int `json:"changed"`
	Removed   int `json:"removed" doc:"no longer in the dataset, and taken out of the graph"`
	Gone      int `json:"gone,omitempty" doc:"no longer in the release, and kept with the last release that had it"`
	Unchanged int `json:"unchanged"`
	Renamed   int `json:"renamed,omitempty" doc:"entities with another name than before"`
	Moved     int `json:"moved,omitempty" doc:"claims that join an entity, by the same relation, to another end than before"`
	Ended     int `json:"ended,omitempty" doc:"rows that the source has closed since"`
	Reopened  int `json:"reopened,omitempty" doc:"rows that were closed or gone and stand again"`
}

// Touched says whether anything had to be written.
func (t Tally) Touched() bool { return t.Added+t.Changed+t.Removed+t.Gone > 0 }

// Rows counts the rows that the dataset has now.
func (t Tally) Rows() int { return t.Added + t.Changed + t.Unchanged }

// String gives the counts in words.
func (t Tally) String() string {
	out := t.parts()
	if len(out) == 0 {
		return "none"
	}
	text := strings.Join(out, ", ")
	if more := t.details(); len(more) > 0 {
		text += " (" + strings.Join(more, ", ") + ")"
	}
	return text
}

func (t Tally) parts() []string {
	return counted([]count{{t.Added, "added"}, {t.Changed, "changed"}, {t.Removed, "removed"}, {t.Gone, "gone"}, {t.Unchanged, "unchanged"}})
}

func (t Tally) details() []string {
	return counted([]count{{t.Renamed, "renamed"}, {t.Moved, "moved"}, {t.Ended, "ended"}, {t.Reopened, "reopened"}})
}

type count struct {
	n    int
	word string
}

// counted gives in words what there is any of.
func counted(all []count) (texts []string) {
	for _, c := range all {
		if c.n > 0 {
			texts = append(texts, fmt.Sprintf("%d %s", c.n, c.word))
		}
	}
	return texts
}

// Report is what a load did, or with a dry run would do.
type Report struct {
	Dataset   string `json:"dataset"`
	Release   string `json:"release,omitempty" doc:"document of the release that was loaded"`
	DryRun    bool   `json:"dryRun,omitempty"`
	Repaired  bool   `json:"repaired,omitempty" doc:"an earlier load had not been finished; this one has put it right"`
	Documents Tally  `json:"documents"`
	Entities  Tally  `json:"entities"`
	Claims    Tally  `json:"claims"`
	// Kinds and Relations tell the same of each kind of entity (the first stated) and
	// each relation.
	Kinds     map[string]*Tally `json:"kinds,omitempty"`
	Relations map[string]*Tally `json:"relations,omitempty"`
	Took      time.Duration     `json:"-"`
}

// OfKind gives the tally of a kind of entity, to count in.
func (r *Report) OfKind(kind string) *Tally { return tallyOf(&r.Kinds, kind) }

// OfRelation gives the tally of a relation, to count in.
func (r *Report) OfRelation(relation string) *Tally { return tallyOf(&r.Relations, relation) }

func tallyOf(all *map[string]*Tally, name string) *Tally {
	t := (*all)[name]
	if t == nil {
		if *all == nil {
			*all = map[string]*Tally{}
		}
		t = &Tally{}
		(*all)[name] = t
	}
	return t
}

// Total adds up the entities and claims of all kinds and relations.
func (r *Report) Total() {
	r.Entities, r.Claims = sum(r.Kinds), sum(r.Relations)
}

func sum(all map[string]*Tally) (total Tally) {
	for _, t := range all {
		total.Added += t.Added
		total.Changed += t.Changed
		total.Removed += t.Removed
		total.Gone += t.Gone
		total.Unchanged += t.Unchanged
		total.Renamed += t.Renamed
		total.Moved += t.Moved
		total.Ended += t.Ended
		total.Reopened += t.Reopened
	}
	return total
}

// Touched says whether the load changed the graph.
func (r Report) Touched() bool {
	return r.Documents.Touched() || r.Entities.Touched() || r.Claims.Touched()
}

// Rows counts the rows of the dataset.
func (r Report) Rows() int {
	return r.Documents.Rows() + r.Entities.Rows() + r.Claims.Rows()
}
