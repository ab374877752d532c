package graph

import (
	"encoding/binary"
	"encoding/json"
	"fmt"

	"github.com/cespare/xxhash/v2"
)

// RowHash is a fingerprint of a row's id or of its content, by which a load tells
// what has changed. 64 bits make a change that goes unseen a matter of one in 10^19.
type RowHash uint64

// HashID is the fingerprint of an id.
func HashID(id string) RowHash { return RowHash(xxhash.Sum64String(id)) }

// Hasher makes fingerprints of rows; it is not for use by two at once.
type Hasher struct{ buffer []byte }

// text adds a field with its length, so that no two rows read the same.
func (h *Hasher) text(s string) {
	h.buffer = binary.AppendUvarint(h.buffer, uint64(len(s)))
	h.buffer = append(h.buffer, s...)
}

func (h *Hasher) texts(all []string) {
	h.buffer = binary.AppendUvarint(h.buffer, uint64(len(all)))
	for _, s := range all {
		h.text(s)
	}
}

func (h *Hasher) sum() RowHash { return RowHash(xxhash.Sum64(h.buffer)) }

// Claim is the fingerprint of a claim. The document does not count where it is the
// release: that the next release says the same is no change.
func (h *Hasher) Claim(c *Claim, release string) RowHash {
	h.buffer = h.buffer[:0]
	for _, s := range [...]string{c.From, c.Relation, c.To, string(c.Start), string(c.End), string(c.Status), c.Role, c.Speaker, c.Locator, c.Phrase, c.Note} {
		h.text(s)
	}
	if c.Document != release {
		h.text(c.Document)
	}
	h.buffer = binary.AppendUvarint(h.buffer, uint64(c.Count))
	return h.sum()
}

// Entity is the fingerprint of an entity and of the labels that its kinds give it.
func (h *Hasher) Entity(e *Entity, labels []string) RowHash {
	h.buffer = h.buffer[:0]
	for _, s := range [...]string{e.Name, string(e.Start), string(e.End), e.Note} {
		h.text(s)
	}
	h.texts(e.Kinds)
	h.texts(e.Aliases)
	h.texts(labels)
	for _, c := range e.Codes {
		h.text(c.Scheme)
		h.text(c.Value)
		h.text(string(c.Start))
		h.text(string(c.End))
	}
	h.buffer = append(h.buffer, byte(flag(e.Anonymous)|flag(e.Stub)<<1))
	return h.sum()
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Hash is the fingerprint of anything small that has a JSON form.
func Hash(v any) RowHash {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("graph: %T has no JSON form: %v", v, err)) // only our own plain structs come here
	}
	return RowHash(xxhash.Sum64(text))
}
