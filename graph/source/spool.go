package source

import (
	"os"

	"mapper/graph"
)

// Spool is a Sink for sources of any size: rows go to temporary files, and of each
// entity and claim a few bytes are held. When all is read, Stream gives the rows
// with the references among them resolved.
type Spool struct {
	rejects
	documents []graph.Document
	entities  *rowsOut
	claims    *rowsOut
	bodies    Hashes[body]        // by hash of the id
	others    Hashes[int32]       // by hash of a code: the first of bearings that bear it beside the body whose id it is
	bearings  []bearing           // bodies that bear a code under another id
	ids       []string            // ids that bearings refer to where the row does not tell
	kinds     []string            // lists of kinds, joined, by their number in body
	numbers   map[string]uint16   // of those lists
	more      map[string][]entity // further descriptions of an entity
	mores     int
	added     map[string][]addition // by code: what is known of whoever bore it on a day
	claimed   Hashes[struct{}]      // ids of claims, as hashes
	twice     map[uint64]bool       // those that several claims have
	endings   []Ending
	unkept    int // further descriptions of an entity beyond those held
	buffer    []byte
}

// body is what is held of every entity: when it bore the code that is its id, and
// enough to see that a second description says the same.
type body struct {
	days
	content uint32
	kinds   uint16
	stub    bool
}

// bearing is a body that bears a code under another id.
type bearing struct {
	days
	at    int64 // of its row among the entities, or ^index of its id in ids
	next  int32 // bearing of the same code, -1 for none
	kinds uint16
}

// entity and addition are held whole: few sources have any.
type entity = graph.Entity

// addition is an entity whose id is the bearer of a code.
type addition struct {
	on graph.Date
	entity
}

// moreLimit bounds what is held of entities that are described again.
const moreLimit = 50_000

// NewSpool begins a spool with its files in dir, "" for the system's folder of
// temporary files. More than limit rejected rows make Reject return an error.
func NewSpool(dir string, limit int) (*Spool, error) {
	s := &Spool{rejects: rejects{limit: limit}, numbers: map[string]uint16{}, more: map[string][]entity{}, added: map[string][]addition{}, twice: map[uint64]bool{}}
	var err error
	if s.entities, err = newRowsOut(dir, "mapper-entities-"); err != nil {
		return nil, unwritable(err)
	}
	if s.claims, err = newRowsOut(dir, "mapper-claims-"); err != nil {
		s.entities.close()
		return nil, unwritable(err)
	}
	return s, nil
}

// Close removes the spool's files; streams of it end with an error then.
func (s *Spool) Close() error {
	err := s.entities.close()
	if also := s.claims.close(); err == nil {
		err = also
	}
	return err
}

// unwritable is the error of rows that can be kept nowhere.
func unwritable(err error) error {
	if err == nil {
		return nil
	}
	return graph.Errorf(graph.Unavailable, "rows cannot be kept in a temporary file: %v; make room in %s, or let TMPDIR name another folder", err, os.TempDir())
}

// Document implements Sink.
func (s *Spool) Document(d *graph.Document) error {
	s.documents = append(s.documents, *d)
	return nil
}

// Ending implements Sink.
func (s *Spool) Ending(e Ending) error {
	s.endings = append(s.endings, e)
	return nil
}

// Claim implements Sink. A claim that says the same under the same id is kept once;
// one that says something else gets an id of its own. That is seen to when they are
// read back: there are hardly any.
func (s *Spool) Claim(c *graph.Claim) error {
	id := Hash(c.ID)
	if _, had := s.claimed.Put(id); had {
		s.twice[id] = true
	}
	s.claims.claim(c)
	return unwritable(s.claims.end(c.Place))
}

// freeID gives an id that no claim has, with a number from n behind it.
func (s *Spool) freeID(id string, n int) (free string, number int) {
	for ; ; n++ {
		if free := numbered(id, n); s.claimed.Find(Hash(free)) == nil {
			return free, n
		}
	}
}

// describes says whether an entity of this id was written.
func (s *Spool) describes(id string) bool { return s.bodies.Find(Hash(id)) != nil }
