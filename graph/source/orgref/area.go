package orgref

import (
	"slices"

	"mapper/graph"
	"mapper/graph/source/ods"
)

// area is an area that may be written with a body's code.
type area struct {
	code, name string // "" while unknown
	used       bool   // something lies in it
}

// named are the kinds of body that areas are named after.
var named = []string{"Commissioner", "Partnership", "LocalAuthority", "HealthGeography", "GovernmentDepartment"}

// nameArea notes the name of a body after which an area may be named.
func (e *Emitter) nameArea(code ods.Packed, b graph.Entity) {
	a := e.areas[code]
	if a == nil {
		if !slices.ContainsFunc(b.Kinds, func(kind string) bool { return isNamed()[kind] }) {
			return
		}
		a = &area{code: b.Codes[0].Value}
		e.areas[code] = a
	}
	a.name = b.Name
}

// areaOf gives the id of the area that is written with a code.
func (e *Emitter) areaOf(code string) string {
	key := ods.Pack(code)
	if e.areas[key] == nil {
		e.areas[key] = &area{code: code}
	}
	e.areas[key].used = true
	return ods.AreaID(code)
}

// giveAreas gives the areas in which something lies.
func (e *Emitter) giveAreas() error {
	codes := make([]ods.Packed, 0, len(e.areas))
	for code, a := range e.areas {
		if a.used {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		name := e.areas[code].name
		if name != "" {
			name = "Area of " + name
		}
		described := ods.Area(e.areas[code].code, name)
		if err := e.to.Entity(&described); err != nil {
			return err
		}
	}
	return nil
}
