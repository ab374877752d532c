package graph

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// checker checks a dataset that is fed to it row by row: all documents, then all
// entities, then all claims. It remembers ids as 64-bit hashes. Two ids of the same
// hash would be taken for one; among a million rows that is as likely as three in a
// hundred million, and would show as a row refused with its line, never as one lost.
type checker struct {
	vocabulary *Vocabulary
	documents  map[string]Place
	lastKnown  string // a document that is there
	entities   describedTable
	claims     hashList
	kinds      kindSets
	relations  map[string]*relationCheck
	last       *relationCheck
	broken     bool // a file could not be read to its end
	found      Problems
	claimsAt   int   // how many were found before the claims
	more       int   // problems beyond those kept
	bad        Place // of the last problem
	badRow     bool  // whether bad is set since the last row
	unknown    []unknown
}

func newChecker(v *Vocabulary) *checker {
	return &checker{vocabulary: v, documents: map[string]Place{}, kinds: newKindSets(v), relations: map[string]*relationCheck{}}
}

// document checks a document; good says that there is nothing wrong with its row.
func (c *checker) document(d *Document) (good bool) {
	earlier, seen := c.documents[d.ID]
	c.id(d.ID, d.Place, earlier.Line, seen)
	c.documents[d.ID] = d.Place
	if d.Title == "" {
		c.add(d.Place, "title", "is missing")
	}
	return c.done(d.Place)
}

// entity checks an entity; good says that there is nothing wrong with its row.
func (c *checker) entity(e *Entity) (good bool) {
	set := c.kinds.of(e.Kinds)
	earlier := c.entities.put(described{xxhash.Sum64String(e.ID), uint32(e.Place.Line), set})
	c.id(e.ID, e.Place, int(earlier.line), earlier.hash != 0)
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

func (c *checker) unknownKinds(e *Entity, set uint16) {
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

// claim checks a claim; good says that there is nothing wrong with its row.
func (c *checker) claim(cl *Claim) (good bool) {
	if c.id(cl.ID, cl.Place, 0, false) {
		c.claims.add(xxhash.Sum64String(cl.ID))
	}
	from := c.end(cl, "from", cl.From)
	to := c.end(cl, "to", cl.To)
	c.relation(cl, from, to)
	if cl.Speaker != "" {
		c.end(cl, "speaker", cl.Speaker)
	}
	c.from(cl)
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
func (c *checker) id(id string, at Place, earlier int, seen bool) (ok bool) {
	switch {
	case id == "":
		c.add(at, "id", "is missing")
	case !idOK(id):
		c.add(at, "id", "%q: use letters, digits and . _ : - only, at most %d, starting with a letter or digit", id, idLimit)
	case seen && earlier > 0:
		c.add(at, "id", "%q stands on line %d already: an id names one row", id, earlier)
	case seen:
		c.add(at, "id", "%q is there already: an id names one row", id)
	default:
		return true
	}
	return false
}

// end finds the entity at one end of a claim; its hash is 0 when there is none.
func (c *checker) end(cl *Claim, field, id string) described {
	e := c.entities.get(xxhash.Sum64String(id))
	if e.hash == 0 && !c.broken {
		if c.add(cl.Place, field, "%q is not in entities.csv", id) {
			c.unknown = append(c.unknown, unknown{len(c.found) - 1, id})
		}
	}
	return e
}

// from checks that a claim's document is there; rows of the same often stand together.
func (c *checker) from(cl *Claim) {
	if cl.Document == c.lastKnown && c.lastKnown != "" || c.broken {
		return
	}
	if _, ok := c.documents[cl.Document]; ok {
		c.lastKnown = cl.Document
		return
	}
	c.add(cl.Place, "document", "%q is not in documents.csv%s", cl.Document, lazily(func() string { return near(cl.Document, keys(c.documents)) }))
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
