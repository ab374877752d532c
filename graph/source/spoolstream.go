package source

import (
	"maps"
	"slices"

	"mapper/graph"
)

// Resolved is what a spool holds as a stream: every end of a claim is an entity of
// the stream. It reads the spool's files, so the spool must not be closed before.
type Resolved struct {
	spool     *Spool
	about     graph.Dataset
	words     *graph.Vocabulary // the mapper's own and the dataset's
	known     Known
	symmetric map[string]bool
	events    map[string]bool // relations that tell of one day: who bears the code later has no part in them
	relations map[string]*graph.Relation
	renamed   map[string]string  // ids of bodies that the graph has under another id
	taken     map[string]bool    // those other ids
	lives     map[string]life    // by id: what is known of its first and last day
	stubs     map[string]*entity // bodies that only their code is known of
	heard     map[string]Bearer  // by id: bodies of the graph that bear codes
	order     []string           // ids of the stubs, sorted
	lately    [latelyNeeded]uint64
	spoken    day      // when the release speaks; never, where the source is none
	Notes     []string // what a reader of the load's report should know
}

// Stream gives what was read, with every reference put in its place. What is known
// of codes decides who is meant where this source does not say: call it again when
// more is known. The rows that about holds are not part of it.
func (s *Spool) Stream(about *graph.Dataset, known Known) (*Resolved, error) {
	v, err := graph.Standard().Extend(about.Vocabulary)
	if err != nil {
		return nil, err
	}
	for _, file := range []*rowsOut{s.entities, s.claims} {
		if err := file.out.Flush(); err != nil {
			return nil, unwritable(err)
		}
	}
	r := &Resolved{spool: s, about: *about, words: v, known: known, symmetric: map[string]bool{}, events: map[string]bool{}, relations: map[string]*graph.Relation{},
		renamed: map[string]string{}, taken: map[string]bool{}, stubs: map[string]*entity{}, heard: map[string]Bearer{}}
	r.about.Documents, r.about.Entities, r.about.Claims = nil, nil, nil
	for i := range v.Relations {
		r.relations[v.Relations[i].Type] = &v.Relations[i]
		r.symmetric[v.Relations[i].Type], r.events[v.Relations[i].Type] = v.Relations[i].Symmetric, v.Relations[i].Event
	}
	if err := r.rename(); err != nil {
		return nil, err
	}
	return r, r.rehearse()
}

// rehearse reads the claims once to find out which bodies they name that nobody
// describes, and what there is to say of it all.
func (r *Resolved) rehearse() error {
	r.spoken = r.speaks()
	pass := r.settling()
	if err := r.findLives(pass); err != nil {
		return err
	}
	split := 0
	err := r.eachClaim(pass, func(pieces []graph.Claim) error {
		split += max(0, len(pieces)-1)
		for i := range pieces {
			r.mention(&pieces[i])
		}
		return nil
	})
	if err != nil {
		return err
	}
	r.order = slices.Sorted(maps.Keys(r.stubs))
	r.note(split, pass)
	return nil
}

// speaks gives the day on which a release was published: nothing it says is about a
// later one. (The last day, where only the month or year is known.)
func (r *Resolved) speaks() day {
	for i := range r.spool.documents {
		if d := &r.spool.documents[i]; d.ID == r.about.Release && d.Published != "" {
			return max(firstDay(d.Published), overDay(d.Published)-1)
		}
	}
	return never
}

func (r *Resolved) settling() *settling { return &settling{Resolved: r, cache: map[string]meant{}} }

// About implements graph.Stream.
func (r *Resolved) About() *graph.Dataset {
	about := r.about
	return &about
}

// EachDocument implements graph.Stream.
func (r *Resolved) EachDocument(use func(*graph.Document) error) error {
	for _, d := range r.spool.documents {
		if err := use(&d); err != nil {
			return err
		}
	}
	return nil
}

// EachEntity implements graph.Stream: what was described, in its order, then stubs.
func (r *Resolved) EachEntity(use func(*graph.Entity) error) error {
	var e graph.Entity
	err := r.spool.entities.each(func(row *rowIn) error {
		row.entity(&e)
		if len(r.spool.more) > 0 {
			if more := r.spool.more[e.ID]; more != nil {
				e = together(&e, more)
			}
		}
		e.ID = r.current(e.ID)
		r.live(&e)
		return use(&e)
	})
	for _, id := range r.order {
		if err != nil {
			return err
		}
		stub := cloned(r.stubs[id])
		r.live(&stub)
		err = use(&stub)
	}
	return err
}

// EachClaim implements graph.Stream.
func (r *Resolved) EachClaim(use func(*graph.Claim) error) error {
	return r.eachClaim(r.settling(), func(pieces []graph.Claim) error {
		for i := range pieces {
			if err := use(&pieces[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r *Resolved) eachClaim(pass *settling, use func([]graph.Claim) error) error {
	return r.spool.claims.each(func(row *rowIn) error {
		row.claim(&pass.claim[0])
		if len(r.spool.twice) > 0 && !pass.unsaid(&pass.claim[0]) {
			return nil
		}
		pieces, err := pass.settle()
		if err != nil {
			return err
		}
		return use(pieces)
	})
}

// together makes one entity of several descriptions; the first wins, unless it is a
// stub.
func together(e *entity, more []entity) entity {
	all := []graph.Described{{Dataset: "0", Entity: cloned(e)}}
	for i := range more {
		all = append(all, graph.Described{Dataset: string(rune('1' + i)), Entity: more[i]})
	}
	merged := graph.Merge(all)
	tidy(&merged)
	return merged
}
