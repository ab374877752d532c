package odsxml

import (
	"bytes"

	"mapper/graph"
)

// begin ends the head of a part: what follows are its records.
func (p *parser) begin() error {
	if p.begun {
		return graph.Errorf(graph.Invalid, "has a second Manifest, or one behind its records: is this two files in one?")
	}
	p.begun = true
	return p.reading.begin(p.head, p.file)
}

// ofManifest takes what the part says of itself.
func (p *parser) ofManifest(e element, rest []byte) error {
	if e == other {
		return nil
	}
	value, err := attribute(rest, "value")
	if err != nil {
		return err
	}
	text, err := cleanText(value)
	if err != nil {
		return err
	}
	switch e {
	case version:
		p.head.version = text
	case publicationType:
		p.head.kind = text
	case contentDescription:
		p.head.content = text
	case publicationDate:
		p.head.published, err = publishedOn(text)
	}
	return err
}

// define takes an entry of a code system: RO is of a role, RE of a relationship.
func (p *parser) define(rest []byte) error {
	if !p.begun {
		if err := p.begin(); err != nil {
			return err
		}
	}
	id, err := attribute(rest, "id")
	if err != nil {
		return err
	}
	value, err := attribute(rest, "displayName")
	if err != nil {
		return err
	}
	wording, err := cleanText(value)
	switch {
	case err != nil:
	case bytes.HasPrefix(id, []byte("RO")):
		p.emitter.DefineRole(string(id))
	case bytes.HasPrefix(id, []byte("RE")):
		p.emitter.DefineRel(string(id), wording)
	}
	return err
}
