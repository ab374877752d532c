package odsxml

import "mapper/graph"

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
