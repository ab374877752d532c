package odsjson

import "mapper/graph/source/orgref"

func (p *parser) role() error {
	x := orgref.Role{Line: p.line()}
	err := p.object(func(name []byte) (err error) {
		switch string(name) {
		case `"id"`:
			x.ID, err = p.word()
		case `"uniqueRoleId"`:
			x.Unique, err = p.number()
		case `"primaryRole"`:
			x.Primary, err = p.flag()
		case `"Status"`:
			x.Status, err = p.word()
		case `"Date"`:
			err = p.dates(&x.Dates)
		default:
			err = p.in.SkipValue()
		}
		return err
	})
	p.record.Roles = append(p.record.Roles, x)
	return err
}

func (p *parser) rel() error {
	x := orgref.Rel{Line: p.line()}
	err := p.object(func(name []byte) (err error) {
		switch string(name) {
		case `"id"`:
			x.ID, err = p.word()
		case `"uniqueRelId"`:
			x.Unique, err = p.number()
		case `"Status"`:
			x.Status, err = p.word()
		case `"Date"`:
			err = p.dates(&x.Dates)
		case `"Target"`:
			x.Target, err = p.target()
		default:
			err = p.in.SkipValue()
		}
		return err
	})
	p.record.Rels = append(p.record.Rels, x)
	return err
}

func (p *parser) succ() error {
	x := orgref.Succ{Line: p.line()}
	err := p.object(func(name []byte) (err error) {
		switch string(name) {
		case `"uniqueSuccId"`:
			x.Unique, err = p.number()
		case `"Type"`:
			x.Type, err = p.word()
		case `"Date"`:
			err = p.dates(&x.Dates)
		case `"Target"`:
			x.Target, err = p.target()
		default:
			err = p.in.SkipValue()
		}
		return err
	})
	p.record.Succs = append(p.record.Succs, x)
	return err
}

// target reads the other end of a relationship or succession.
func (p *parser) target() (code string, err error) {
	err = p.object(func(name []byte) (err error) {
		if string(name) != `"OrgId"` {
			return p.in.SkipValue()
		}
		code, err = p.code()
		return err
	})
	return code, err
}
