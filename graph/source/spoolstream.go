package source

import (
	"maps"
	"slices"
	"strings"

	"mapper/graph"
)

// Resolved is what a spool holds as a stream: every end of a claim is an entity of
// the stream. It reads the spool's files, so the spool must not be closed before.
type Resolved struct {
	spool     *Spool
	about     graph.Dataset
	known     Known
	symmetric map[string]bool
	events    map[string]bool // relations that tell of one day: who bears the code later has no part in them
	relations map[string]*graph.Relation
	renamed   map[string]string  // ids of bodies that the graph has under another id
	taken     map[string]bool    // those other ids
	lives     map[string]life    // by id: what is known of its first and last day
	stubs     map[string]*entity // bodies that only their code is known of
	heard     map[string][]heard // by id: bodies of the graph that bear codes
	order     []string           // ids of the stubs, sorted
	lately    [latelyNeeded]uint64
	spoken    day      // when the release speaks; never, where the source is none
	Notes     []string // what a reader of the load's report should know
}

// heard is a body of the graph with a code that it bears.
type heard struct {
	code string
	Bearer
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
	r := &Resolved{spool: s, about: *about, known: known, symmetric: map[string]bool{}, events: map[string]bool{}, relations: map[string]*graph.Relation{},
		renamed: map[string]string{}, taken: map[string]bool{}, stubs: map[string]*entity{}, heard: map[string][]heard{}}
	r.about.Documents, r.about.Entities, r.about.Claims = nil, nil, nil
	for i := range v.Relations {
		r.relations[v.Relations[i].Type] = &v.Relations[i]
		r.symmetric[v.Relations[i].Type], r.events[v.Relations[i].Type] = v.Relations[i].Symmetric, v.Relations[i].Event
	}
	if err := r.rename(v); err != nil {
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

// current gives the id that a body has in the graph.
func (r *Resolved) current(id string) string {
	if len(r.renamed) == 0 {
		return id
	}
	if other, ok := r.renamed[id]; ok {
		return other
	}
	return id
}

// emits says whether an entity of this id, whose hash is given, comes from the spool.
func (r *Resolved) emits(id string, hash uint64) bool {
	if len(r.taken) > 0 && r.taken[id] {
		return true
	}
	return r.spool.bodies.Find(hash) != nil && r.current(id) == id
}

// rename finds the bodies of this source that other datasets have put into the
// graph under another id: they bear a code in the same days and are of a kind.
func (r *Resolved) rename(v *graph.Vocabulary) error {
	for _, code := range slices.Sorted(maps.Keys(r.known.Bearers)) {
		hash := Hash(code)
		known := r.known.Bearers[code]
		for _, k := range known {
			r.heard[k.ID] = append(r.heard[k.ID], heard{code, k})
		}
		if b := r.spool.bodies.Find(hash); b != nil {
			r.meet(v, code, b.days, b.kinds, known)
		}
		for _, b := range r.spool.bearers(hash) {
			id, err := r.spool.bearerID(b)
			if err != nil {
				return unwritable(err)
			}
			r.meet(v, id, b.days, b.kinds, known)
		}
	}
	return nil
}

// meet gives a body of this source the id of the one it is in the graph.
func (r *Resolved) meet(v *graph.Vocabulary, id string, when days, kinds uint16, known []Bearer) {
	if r.renamed[id] != "" || r.known.Described != nil && r.known.Described(id) {
		return
	}
	other := ""
	for _, k := range known {
		switch {
		case k.ID == id:
			return // it is there under its own
		case other == "" && !r.taken[k.ID] && !r.spool.describes(k.ID) && when.meet(daysOf(k.Span)) && alike(v, r.spool.kindsOf(kinds), k.Kinds):
			other = k.ID
		}
	}
	if other != "" {
		r.renamed[strings.Clone(id)] = other
		r.taken[other] = true
	}
}

// alike says whether two lists of kinds have one in common that is not the widest.
func alike(v *graph.Vocabulary, a, b []string) bool {
	labels := v.Labels(b)
	return slices.ContainsFunc(v.Labels(a), func(kind string) bool {
		return v.Kind(kind).Parent != "" && slices.Contains(labels, kind)
	})
}
