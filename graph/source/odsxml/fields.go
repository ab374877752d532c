package odsxml

import (
	"strconv"

	"github.com/orisano/gosax"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// enter takes an element and its attributes, by what it stands in.
func (p *parser) enter(e, parent element, rest []byte) error {
	switch parent {
	case organisation:
		return p.ofOrganisation(e, rest)
	case role, rel, succ:
		return p.ofPart(e, parent, rest)
	case date:
		return p.ofDate(e, rest)
	case target:
		return p.ofTarget(e, rest)
	case roles, rels, succs:
		return p.newPart(e, parent, rest)
	case organisations:
		if e == organisation {
			return p.newRecord(rest)
		}
	case manifest:
		return p.ofManifest(e, rest)
	case codeSystem:
		if e == concept {
			return p.define(rest)
		}
	}
	return nil
}

// leave ends an element.
func (p *parser) leave(e, parent element) (err error) {
	switch {
	case e == name && parent == organisation:
		p.record.Name, err = p.taken()
	case e == typ && parent == succ:
		var text string
		text, err = p.taken()
		p.record.Succs[len(p.record.Succs)-1].Type = text
	case e == date && p.dates != nil:
		p.endDate()
	case e == organisation && parent == organisations:
		return fromSink(p.emitter.Record(&p.record))
	case e == manifest && parent == orgRefData:
		return p.begin()
	}
	return err
}

func (p *parser) newRecord(rest []byte) error {
	if !p.begun {
		if err := p.begin(); err != nil {
			return err
		}
	}
	p.records++
	p.record.Reset()
	p.record.At = graph.Place{File: p.file, Line: p.line()}
	return attributes(rest, func(key, value []byte) {
		switch string(key) {
		case "orgRecordClass":
			p.record.Class = p.word(value)
		case "refOnly":
			p.record.RefOnly = isTrue(value)
		}
	})
}

func (p *parser) ofOrganisation(e element, rest []byte) (err error) {
	r := &p.record
	switch e {
	case name:
		p.take()
	case date:
		p.beginDate(&r.Dates)
	case orgID:
		r.Code, err = own(rest, "extension")
	case status:
		r.Status, err = p.status(rest)
	case changed:
		var day []byte
		day, err = attribute(rest, "value")
		r.Changed = p.calendar.day(day)
	}
	return err
}

// newPart begins a role, relationship or succession.
func (p *parser) newPart(e, parent element, rest []byte) error {
	r := &p.record
	switch {
	case parent == roles && e == role:
		r.Roles = append(r.Roles, orgref.Role{Line: p.line()})
		x := &r.Roles[len(r.Roles)-1]
		return attributes(rest, func(key, value []byte) {
			switch string(key) {
			case "id":
				x.ID = p.word(value)
			case "uniqueRoleId":
				x.Unique = digits(value)
			case "primaryRole":
				x.Primary = isTrue(value)
			}
		})
	case parent == rels && e == rel:
		r.Rels = append(r.Rels, orgref.Rel{Line: p.line()})
		x := &r.Rels[len(r.Rels)-1]
		return attributes(rest, func(key, value []byte) {
			switch string(key) {
			case "id":
				x.ID = p.word(value)
			case "uniqueRelId":
				x.Unique = digits(value)
			}
		})
	case parent == succs && e == succ:
		r.Succs = append(r.Succs, orgref.Succ{Line: p.line()})
		id, err := attribute(rest, "uniqueSuccId")
		r.Succs[len(r.Succs)-1].Unique = digits(id)
		return err
	}
	return nil
}

// ofPart takes an element of a role, relationship or succession.
func (p *parser) ofPart(e, parent element, rest []byte) (err error) {
	r := &p.record
	switch {
	case e == date && parent == role:
		p.beginDate(&r.Roles[len(r.Roles)-1].Dates)
	case e == date && parent == rel:
		p.beginDate(&r.Rels[len(r.Rels)-1].Dates)
	case e == date:
		p.beginDate(&r.Succs[len(r.Succs)-1].Dates)
	case e == status && parent == role:
		r.Roles[len(r.Roles)-1].Status, err = p.status(rest)
	case e == status && parent == rel:
		r.Rels[len(r.Rels)-1].Status, err = p.status(rest)
	case e == typ && parent == succ:
		p.take()
	}
	return err
}

// ofTarget takes an element of the other end of a relationship or succession.
func (p *parser) ofTarget(e element, rest []byte) (err error) {
	if len(p.open) < 2 {
		return nil
	}
	r, holder := &p.record, p.open[len(p.open)-2].element
	switch {
	case e == orgID && holder == rel:
		r.Rels[len(r.Rels)-1].Target, err = own(rest, "extension")
	case e == orgID && holder == succ:
		r.Succs[len(r.Succs)-1].Target, err = own(rest, "extension")
	}
	return err
}

// attributes gives all attributes of a tag.
func attributes(rest []byte, use func(key, value []byte)) error {
	for {
		a, next, err := gosax.NextAttribute(rest)
		if err != nil || len(a.Key) == 0 {
			return err
		}
		value, err := unquoted(a.Value)
		if err != nil {
			return err
		}
		use(a.Key, value)
		rest = next
	}
}

// own gives a value that few rows share.
func own(rest []byte, key string) (string, error) {
	value, err := attribute(rest, key)
	return string(value), err
}

// status gives a status, which is nearly always one of two.
func (p *parser) status(rest []byte) (string, error) {
	value, err := attribute(rest, "value")
	switch string(value) {
	case orgref.Active:
		return orgref.Active, err
	case orgref.Inactive:
		return orgref.Inactive, err
	}
	return p.word(value), err
}

func isTrue(value []byte) bool { return string(value) == "true" || string(value) == "1" }

// digits reads an id; 0 when it is none.
func digits(value []byte) uint64 {
	n, err := strconv.ParseUint(string(value), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
