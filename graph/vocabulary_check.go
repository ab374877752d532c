package graph

import (
	"regexp"
	"slices"
)

// labelForm and typeForm keep anything but plain names out of Cypher: labels and
// types are the only text ever spliced into a statement.
var (
	labelForm  = regexp.MustCompile(`^[A-Z][A-Za-z0-9]{0,60}$`)
	typeForm   = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+){0,10}$`)
	colourForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)
)

// reserved are the mapper's own labels and types, which no dataset may define.
var reserved = []string{"Entity", "Document", "Dataset", "Identifier", "Lock", "MENTIONS", "IDENTIFIED_BY"}

// Check reports the first thing wrong with the vocabulary itself.
func (v *Vocabulary) Check() error {
	for i, k := range v.Kinds {
		switch {
		case !labelForm.MatchString(k.Name) || slices.Contains(reserved, k.Name):
			return Errorf(Invalid, "kind %q: a name is PascalCase letters and digits and none of the mapper's own", k.Name)
		case k.Label == "" || k.Plural == "":
			return Errorf(Invalid, "kind %s: label and plural are missing", k.Name)
		case k.Parent != "" && !slices.ContainsFunc(v.Kinds[:i], func(p Kind) bool { return p.Name == k.Parent }):
			return Errorf(Invalid, "kind %s: its parent %s is not defined before it", k.Name, k.Parent)
		case k.Colour != "" && !colourForm.MatchString(k.Colour):
			return Errorf(Invalid, "kind %s: colour %q is not #rrggbb in lower case", k.Name, k.Colour)
		case len(v.FTM.Schemata) > 0 && !v.FTM.knows(k.FTM):
			return Errorf(Invalid, "kind %s: ftm %q is none of the schemata that the mapper's vocabulary lists", k.Name, k.FTM)
		}
	}
	for _, r := range v.Relations {
		if !typeForm.MatchString(r.Type) || slices.Contains(reserved, r.Type) {
			return Errorf(Invalid, "relation %q: a type is UPPER_SNAKE letters and digits and none of the mapper's own", r.Type)
		}
		if r.Name == "" || r.Forward == "" || r.Backward == "" {
			return Errorf(Invalid, "relation %s: name, forward and backward are needed", r.Type)
		}
		if r.Symmetric && r.Forward != r.Backward {
			return Errorf(Invalid, "relation %s: it is symmetric, so forward and backward must be the same", r.Type)
		}
		for _, kind := range slices.Concat(r.From, r.To) {
			if v.Kind(kind) == nil {
				return Errorf(Invalid, "relation %s: kind %s is not defined", r.Type, kind)
			}
		}
	}
	return nil
}

// inherit fills colours and icons from parents, which stand before their children,
// and makes what is looked up by name quick to find.
func (v *Vocabulary) inherit() {
	for i := range v.Kinds {
		k := &v.Kinds[i]
		parent := v.Kind(k.Parent)
		if parent == nil {
			parent = &Kind{Colour: "#5b6770", Icon: "circle"}
		}
		if k.Colour == "" {
			k.Colour = parent.Colour
		}
		if k.Icon == "" {
			k.Icon = parent.Icon
		}
	}
	for i := range v.Relations {
		if v.Relations[i].Colour == "" {
			v.Relations[i].Colour = "#5b6770"
		}
	}
	v.index = newIndex(v)
}
