package orgref

import (
	"slices"

	"mapper/graph"
	"mapper/graph/source/ods"
)

// organisation gives the bodies that a record stands for; used is false when the
// record is rejected.
func (e *Emitter) organisation(r *Record) (used bool, err error) {
	switch {
	case !ods.IsCode(r.Code):
		return false, e.refuse(r, "OrgId", "%q is no code: one to twelve capitals and digits", r.Code)
	case e.whole[ods.Pack(r.Code)] && !r.Summary:
		return false, e.refuse(r, "OrgId", "%s stands in an earlier record already: a code names one record of a release", r.Code)
	case r.Name == "":
		return false, e.refuse(r, "Name", "%s has no name", r.Code)
	case r.Class != Organisation && r.Class != Site && r.Class != "":
		return false, e.refuse(r, "orgRecordClass", "%q is neither %s, an organisation, nor %s, a site", r.Class, Organisation, Site)
	}
	if _, again := e.whole[ods.Pack(r.Code)]; again && r.Summary {
		e.organisations.Use()
		return false, nil // it says nothing that has not been said
	}
	if err := e.describe(&e.record, r); err != nil {
		return false, e.refuse(r, "", "%s: %v", r.Code, err)
	}
	if err := e.holds(&e.record, r); err != nil {
		return false, err
	}
	e.organisations.Use()
	code := ods.Pack(r.Code)
	e.whole[code] = e.whole[code] || !r.Summary
	delete(e.stubs, code)
	e.bodies = e.record.AppendBodies(e.bodies[:0])
	for i := range e.bodies {
		e.bodies[i].Place = r.At
		if err := e.to.Entity(&e.bodies[i]); err != nil {
			return false, err
		}
	}
	e.nameArea(code, e.bodies[len(e.bodies)-1])
	return true, nil
}

// describe fills in what is said of the record itself.
func (e *Emitter) describe(into *ods.Record, r *Record) error {
	stood, err := e.spans.of(r.Dates, r.Status, e.known(r))
	*into = ods.Record{Code: r.Code, Name: r.Name, Site: r.Class == Site, Span: stood.Span, Roles: into.Roles[:0], Note: stood.note}
	return err
}

// known is the day on which a record was last looked at.
func (e *Emitter) known(r *Record) graph.Date {
	day, err := e.spans.day(r.Changed)
	if err != nil {
		return ""
	}
	return day
}

// holds adds the roles of a record, and rejects those that nobody knows.
func (e *Emitter) holds(into *ods.Record, r *Record) error {
	for i := range r.Roles {
		role := &r.Roles[i]
		at := graph.Place{File: r.At.File, Line: role.Line}
		held, err := e.hold(r, role)
		switch {
		case err != nil:
			err = e.to.Reject(e.held, at, "Role", "%s of %s: %v", role.ID, r.Code, err)
		case ods.FindRole(role.ID) == nil && !e.roles[role.ID]:
			err = e.to.Reject(e.held, at, "Role", "%q of %s is no role that is known, and the file does not define it", role.ID, r.Code)
		default:
			e.held.Use()
			into.Roles = append(into.Roles, held)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// hold gives a role with its days where they tell bodies apart. Those of other roles
// are days on which the service began to list them: practices of 1974 hold theirs
// since 2014.
func (e *Emitter) hold(r *Record, role *Role) (ods.Held, error) {
	stood, err := e.spans.of(role.Dates, role.Status, e.known(r))
	if means := ods.FindRole(role.ID); means == nil || means.Suffix == "" && means.Since == "" && means.Until == "" {
		return ods.Held{Role: role.ID}, err
	}
	return ods.Held{Role: role.ID, Span: stood.Span}, err
}

// reference notes a record that is held whole elsewhere: it describes nobody unless
// nothing else does.
func (e *Emitter) reference(r *Record) error {
	count := e.counting(&e.references, "references to records held elsewhere")
	if !ods.IsCode(r.Code) {
		return e.to.Reject(count, r.At, "OrgId", "%q is no code: one to twelve capitals and digits", r.Code)
	}
	count.Use()
	code := ods.Pack(r.Code)
	if _, said := e.whole[code]; said || e.stubs[code] != nil || r.Name == "" {
		return nil
	}
	stub := &ods.Record{}
	if err := e.describe(stub, r); err != nil {
		stub.Span = graph.Span{} // its dates are for the whole record to give
	}
	for _, role := range r.Roles {
		if held, err := e.hold(r, &role); err == nil {
			stub.Roles = append(stub.Roles, held)
		}
	}
	e.stubs[code] = stub
	return nil
}

// giveStubs gives who is only referred to.
func (e *Emitter) giveStubs() error {
	codes := make([]ods.Packed, 0, len(e.stubs))
	for code := range e.stubs {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		bodies := e.stubs[code].Bodies()
		for i := range bodies {
			bodies[i].Stub = true
			if err := e.to.Entity(&bodies[i]); err != nil {
				return err
			}
		}
		e.nameArea(code, bodies[len(bodies)-1])
	}
	return nil
}
