package graph

import (
	"regexp"
	"slices"
	"strings"
)

// idForm is what an id may look like: it stands in addresses and file names.
var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$`)

// phraseLimit is how many words of a document a claim may repeat: enough to find
// the place, never a copied sentence.
const phraseLimit = 8

// Check reports everything wrong with the dataset by itself and against the
// vocabulary v (the mapper's own with the dataset's additions).
func (d *Dataset) Check(v *Vocabulary) Problems {
	c := checker{vocabulary: v, documents: map[string]Place{}, entities: map[string]*Entity{}, claims: map[string]Place{}}
	for i := range d.Documents {
		c.document(&d.Documents[i])
	}
	for i := range d.Entities {
		c.entity(&d.Entities[i])
	}
	for i := range d.Claims {
		c.claim(&d.Claims[i])
	}
	return c.problems
}

type checker struct {
	vocabulary *Vocabulary
	documents  map[string]Place
	entities   map[string]*Entity
	claims     map[string]Place
	problems   Problems
}

// id checks the form of an id and that it stands on one line only.
func (c *checker) id(id string, at Place, earlier Place) {
	switch {
	case id == "":
		c.problems.Add(at, "id", "is missing")
	case !idForm.MatchString(id):
		c.problems.Add(at, "id", "%q: use letters, digits and . _ : - only, at most 120, starting with a letter or digit", id)
	case earlier.Line > 0:
		c.problems.Add(at, "id", "%q stands on line %d already: an id names one row", id, earlier.Line)
	}
}

func (c *checker) document(d *Document) {
	c.id(d.ID, d.Place, c.documents[d.ID])
	c.documents[d.ID] = d.Place
	if d.Title == "" {
		c.problems.Add(d.Place, "title", "is missing")
	}
}

func (c *checker) entity(e *Entity) {
	var earlier Place
	if seen := c.entities[e.ID]; seen != nil {
		earlier = seen.Place
	}
	c.id(e.ID, e.Place, earlier)
	c.entities[e.ID] = e
	if e.Name == "" {
		c.problems.Add(e.Place, "name", "is missing")
	}
	if len(e.Kinds) == 0 {
		c.problems.Add(e.Place, "kinds", "is missing: give at least one kind of the vocabulary")
	}
	for _, kind := range e.Kinds {
		if c.vocabulary.Kind(kind) == nil {
			c.problems.Add(e.Place, "kinds", "%q is not a kind of the vocabulary%s", kind, near(kind, kindNames(c.vocabulary)))
		}
	}
	if err := e.Span.Check(); err != nil {
		c.problems.Add(e.Place, "end", "%v", err)
	}
}

func (c *checker) claim(cl *Claim) {
	c.id(cl.ID, cl.Place, c.claims[cl.ID])
	c.claims[cl.ID] = cl.Place
	from := c.end(cl, "from", cl.From)
	to := c.end(cl, "to", cl.To)
	c.relation(cl, from, to)
	if cl.Speaker != "" {
		c.end(cl, "speaker", cl.Speaker)
	}
	if _, ok := c.documents[cl.Document]; !ok {
		c.problems.Add(cl.Place, "document", "%q is not in documents.csv%s", cl.Document, near(cl.Document, keys(c.documents)))
	}
	if !slices.Contains(Statuses, cl.Status) {
		c.problems.Add(cl.Place, "status", "%q is not a status: write one of %v", cl.Status, Statuses)
	}
	if words := len(strings.Fields(cl.Phrase)); words > phraseLimit {
		c.problems.Add(cl.Place, "phrase", "has %d words; at most %d, enough to find the place", words, phraseLimit)
	}
	if err := cl.Span.Check(); err != nil {
		c.problems.Add(cl.Place, "end", "%v", err)
	}
	if cl.Count < 0 {
		c.problems.Add(cl.Place, "count", "%d: a count is 1 or more", cl.Count)
	}
}

// end finds the entity at one end of a claim.
func (c *checker) end(cl *Claim, field, id string) *Entity {
	e := c.entities[id]
	if e == nil {
		c.problems.Add(cl.Place, field, "%q is not in entities.csv%s", id, near(id, keys(c.entities)))
	}
	return e
}

func (c *checker) relation(cl *Claim, from, to *Entity) {
	r := c.vocabulary.Relation(cl.Relation)
	if r == nil {
		c.problems.Add(cl.Place, "relation", "%q is not a relation of the vocabulary%s", cl.Relation, near(cl.Relation, relationTypes(c.vocabulary)))
		return
	}
	if from == nil || to == nil || !c.known(from) || !c.known(to) {
		return // reported already, and a follow-up would only distract
	}
	if err := c.vocabulary.Allows(r, from.Kinds, to.Kinds); err != nil {
		c.problems.Add(cl.Place, "relation", "%v", err)
	}
	if r.Symmetric && cl.From > cl.To {
		c.problems.Add(cl.Place, "from", "%s has no direction and is stored once: write %s first, then %s", r.Type, cl.To, cl.From)
	}
}

// known says whether every kind of an entity is in the vocabulary.
func (c *checker) known(e *Entity) bool {
	return !slices.ContainsFunc(e.Kinds, func(kind string) bool { return c.vocabulary.Kind(kind) == nil })
}
