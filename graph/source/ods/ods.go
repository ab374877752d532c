// Package ods holds what the readers of the NHS's Organisation Data Service share:
// codes and the ids made of them, roles and the kinds they stand for, days, and the
// rule that a code is not a body, so that one record may be several bodies.
package ods

import (
	"mapper/graph"
	"mapper/graph/source"
)

// Publisher and Licence are those of all its files.
const (
	Publisher = "NHS England, Organisation Data Service"
	Licence   = "Open Government Licence v3.0: contains public sector information from the Organisation Data Service"
)

// The schemes of codes: a body's own, and those of the areas bodies lie in, which
// files write with the code of the body that the area is named after.
const (
	Scheme     = "ods"
	AreaScheme = "ods-area"
)

// longestCode is more than any code in use has; ids and messages stay short.
const longestCode = 12

// IsCode says whether a text can be a code: one to twelve capitals and digits.
func IsCode(text string) bool {
	if len(text) == 0 || len(text) > longestCode {
		return false
	}
	for i := range len(text) {
		if c := text[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// Packed is a code as a number, for sets of very many codes.
type Packed uint64

// Pack packs what IsCode says is a code; no two codes become the same number.
func Pack(code string) Packed {
	var n Packed
	for i := range len(code) {
		c := Packed(code[i])
		if c >= 'A' {
			c -= 'A' - 10
		} else {
			c -= '0'
		}
		n = n*37 + c + 1 // 0 is no character, so that 0A is not A
	}
	return n
}

// ID is the id of the body that first bore a code, ods:RRV. A body that took the
// code over has a suffix to it (Record.Bodies).
func ID(code string) string { return Scheme + ":" + code }

// Ref stands for whichever body bears the code on a day; During gives the day.
func Ref(code string, on graph.Date) string { return source.CodeRef(ID(code), on) }

// AreaID is the id of the area that files write with a code, ods-area:QM7.
func AreaID(code string) string { return AreaScheme + ":" + code }

// areaKind is the kind of areas.
var areaKind = []string{"HealthGeography"}

// Area is the area that files write with a code. They mostly give no name of it:
// with "" it is a stub that yields to a description.
func Area(code, name string) graph.Entity {
	area := graph.Entity{ID: AreaID(code), Name: name, Kinds: areaKind[:1:1], Codes: []graph.Code{{Scheme: AreaScheme, Value: code}}}
	if name == "" {
		area.Name, area.Stub = "Area "+code, true
	}
	return area
}
