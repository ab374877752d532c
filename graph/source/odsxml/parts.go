package odsxml

import "mapper/graph/source/orgref"

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
