package odsjson

import (
	"mapper/graph"
	"mapper/graph/source/orgref"
)

// member reads a member of a record. Of addresses and telephone numbers nothing is
// taken.
func (p *parser) member(name []byte) (err error) {
	r := &p.record
	switch string(name) {
	case `"Name"`:
		r.Name, err = p.word()
	case `"Date"`:
		err = p.dates(&r.Dates)
	case `"OrgId"`:
		r.Code, err = p.code()
	case `"Status"`:
		r.Status, err = p.word()
	case `"LastChangeDate"`:
		r.Changed, err = p.day()
	case `"orgRecordClass"`, `"OrgRecordClass"`: // of records, of summaries
		r.Class, err = p.word()
	case `"refOnly"`:
		r.RefOnly, err = p.flag()
	case `"PrimaryRoleId"`:
		err = p.onlyRole()
	case `"Roles"`:
		return p.listed(`"Role"`, p.role)
	case `"Rels"`:
		return p.listed(`"Rel"`, p.rel)
	case `"Succs"`:
		return p.listed(`"Succ"`, p.succ)
	default:
		return p.in.SkipValue()
	}
	return err
}

// onlyRole reads the one role that a summary gives.
func (p *parser) onlyRole() error {
	line := p.line()
	id, err := p.word()
	if err == nil && id != "" {
		p.record.Roles = append(p.record.Roles, orgref.Role{ID: id, Primary: true, Line: line})
	}
	return err
}

// listed reads the list that an object has under a name: {"Role": […]}.
func (p *parser) listed(name string, item func() error) error {
	return p.object(func(have []byte) error {
		if string(have) != name {
			return p.in.SkipValue()
		}
		return p.each(item)
	})
}

// code reads the code of an organisation: a text in lists, and in records an object
// that says whose code it is.
func (p *parser) code() (code string, err error) {
	if p.in.PeekKind() != '{' {
		return p.word()
	}
	err = p.object(func(name []byte) (err error) {
		if string(name) != `"extension"` {
			return p.in.SkipValue()
		}
		code, err = p.word()
		return err
	})
	return code, err
}

// dates reads the legal days and the operational.
func (p *parser) dates(d *orgref.Dates) error {
	return p.each(func() error {
		var track string
		var days orgref.Days
		err := p.object(func(name []byte) (err error) {
			switch string(name) {
			case `"Type"`:
				track, err = p.word()
			case `"Start"`:
				days.Start, err = p.day()
			case `"End"`:
				days.End, err = p.day()
			default:
				err = p.in.SkipValue()
			}
			return err
		})
		if track == "Legal" {
			d.Legal = days
		} else {
			d.Operational = days
		}
		return err
	})
}

func (p *parser) day() (graph.Date, error) {
	text, err := p.word()
	return graph.Date(text), err
}
