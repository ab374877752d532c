package graph

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// Checker checks a dataset that is fed to it row by row: all documents, then all
// entities, then all claims. It remembers ids as 64-bit hashes. Two ids of the same
// hash would be taken for one; among a million rows that is as likely as three in a
// hundred million, and would show as a row refused with its line, never as one lost.
type Checker struct {
	vocabulary *Vocabulary
	documents  map[string]Place
	entities   table[described]
	claims     table[uint32] // line
	kinds      kindSets
	relations  map[string]*relationCheck
	last       *relationCheck
	broken     bool // a file could not be read to its end
	found      Problems
	more       int   // problems beyond those kept
	bad        Place // of the last problem
	badRow     bool  // whether bad is set since the last row
	unknown    []unknown
}

// described is what a checker remembers of an entity.
type described struct {
	line  uint32
	kinds uint16
}

// NewChecker gives a checker against v, the mapper's own vocabulary with the
// dataset's additions.
func NewChecker(v *Vocabulary) *Checker {
	return &Checker{vocabulary: v, documents: map[string]Place{}, kinds: newKindSets(v), relations: map[string]*relationCheck{}}
}

// Document checks a document; good says that there is nothing wrong with its row.
func (c *Checker) Document(d *Document) (good bool) {
	earlier, seen := c.documents[d.ID]
	c.id(d.ID, d.Place, earlier.Line, seen)
	c.documents[d.ID] = d.Place
	if d.Title == "" {
		c.add(d.Place, "title", "is missing")
	}
	return c.done(d.Place)
}

// Entity checks an entity; good says that there is nothing wrong with its row.
func (c *Checker) Entity(e *Entity) (good bool) {
	set := c.kinds.of(e.Kinds)
	earlier, seen := c.entities.put(xxhash.Sum64String(e.ID), described{uint32(e.Place.Line), set})
	c.id(e.ID, e.Place, int(earlier.line), seen)
	if e.Name == "" {
		c.add(e.Place, "name", "is missing")
	}
	if !c.kinds.sets[set].known {
		c.unknownKinds(e, set)
	}
	if err := e.Span.Check(); err != nil {
		c.add(e.Place, "end", "%v", err)
	}
	return c.done(e.Place)
}

func (c *Checker) unknownKinds(e *Entity, set uint16) {
	if set == 0 {
		c.add(e.Place, "kinds", "%v: more than %d different lists of kinds stand before it, which is more than can be checked", e.Kinds, len(c.kinds.sets)-1)
	}
	if len(e.Kinds) == 0 {
		c.add(e.Place, "kinds", "is missing: give at least one kind of the vocabulary")
	}
	for _, kind := range e.Kinds {
		if c.vocabulary.Kind(kind) == nil {
			c.add(e.Place, "kinds", "%q is not a kind of the vocabulary%s", kind, lazily(func() string { return near(kind, kindNames(c.vocabulary)) }))
		}
	}
}

// Claim checks a claim; good says that there is nothing wrong with its row.
func (c *Checker) Claim(cl *Claim) (good bool) {
	earlier, seen := c.claims.put(xxhash.Sum64String(cl.ID), uint32(cl.Place.Line))
	c.id(cl.ID, cl.Place, int(earlier), seen)
	from, fromKnown := c.end(cl, "from", cl.From)
	to, toKnown := c.end(cl, "to", cl.To)
	c.relation(cl, from, to, fromKnown && toKnown)
	if cl.Speaker != "" {
		c.end(cl, "speaker", cl.Speaker)
	}
	if _, ok := c.documents[cl.Document]; !ok && !c.broken {
		c.add(cl.Place, "document", "%q is not in documents.csv%s", cl.Document, lazily(func() string { return near(cl.Document, keys(c.documents)) }))
	}
	if !slices.Contains(Statuses, cl.Status) {
		c.add(cl.Place, "status", "%q is not a status: write one of %v", cl.Status, Statuses)
	}
	if words := countWords(cl.Phrase); words > phraseLimit {
		c.add(cl.Place, "phrase", "has %d words; at most %d, enough to find the place", words, phraseLimit)
	}
	if err := cl.Span.Check(); err != nil {
		c.add(cl.Place, "end", "%v", err)
	}
	if cl.Count < 0 {
		c.add(cl.Place, "count", "%d: a count is 1 or more", cl.Count)
	}
	return c.done(cl.Place)
}

// id checks the form of an id and that it stands on one line only.
func (c *Checker) id(id string, at Place, earlier int, seen bool) {
	switch {
	case id == "":
		c.add(at, "id", "is missing")
	case !idOK(id):
		c.add(at, "id", "%q: use letters, digits and . _ : - only, at most %d, starting with a letter or digit", id, idLimit)
	case seen && earlier > 0:
		c.add(at, "id", "%q stands on line %d already: an id names one row", id, earlier)
	case seen:
		c.add(at, "id", "%q is there already: an id names one row", id)
	}
}

// end finds the set of kinds of the entity at one end of a claim.
func (c *Checker) end(cl *Claim, field, id string) (kinds uint16, ok bool) {
	e, ok := c.entities.get(xxhash.Sum64String(id))
	if !ok && !c.broken {
		if c.add(cl.Place, field, "%q is not in entities.csv", id) {
			c.unknown = append(c.unknown, unknown{len(c.found) - 1, id})
		}
	}
	return e.kinds, ok
}

// countWords counts what strings.Fields would give, without making it.
func countWords(text string) int {
	if len(text) <= 2*phraseLimit {
		return 0 // one letter a word and a space between: too short for more than may be
	}
	words, inside := 0, false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		space := unicode.IsSpace(r)
		if !space && !inside {
			words++
		}
		inside = !space
		i += size
	}
	return words
}
