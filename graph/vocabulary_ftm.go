package graph

import "slices"

// FTM says how the vocabulary reads in followthemoney (followthemoney.tech): the schemata
// that its kinds stand for, and the link between any two things.
type FTM struct {
	Link     FTMLink     `yaml:"link"`
	Schemata []FTMSchema `yaml:"schemata"` // the first is what a kind is that names none
}

// FTMSchema is a schema of followthemoney, with the properties that hold what the mapper
// knows of an entity; one that is left out holds nothing.
type FTMSchema struct {
	Schema string   `yaml:"schema"`
	Is     []string `yaml:"is"`    // the wider schemata it extends
	Title  string   `yaml:"title"` // for the name, beside name
	Start  string   `yaml:"start"`
	End    string   `yaml:"end"`
	Code   string   `yaml:"code"`
}

// FTMLink is a schema of followthemoney that extends Interest and joins two things: the
// properties that hold its ends, and the schemata that these must be or extend.
type FTMLink struct {
	Schema string `yaml:"schema" json:"schema" doc:"such as Membership"`
	From   string `yaml:"from" json:"from" doc:"the property for the start"`
	FromIs string `yaml:"fromIs" json:"fromIs,omitempty" doc:"what the start must be"`
	To     string `yaml:"to" json:"to" doc:"the property for the end"`
	ToIs   string `yaml:"toIs" json:"toIs,omitempty" doc:"what the end must be"`
}

// SchemaOf gives the schema of an entity of these kinds: that of its first kind, or of
// the nearest wider one that names any.
func (f FTM) SchemaOf(v *Vocabulary, kinds []string) FTMSchema {
	for _, name := range kinds {
		for k := v.Kind(name); k != nil; k = v.Kind(k.Parent) {
			for _, s := range f.Schemata {
				if s.Schema == k.FTM {
					return s
				}
			}
		}
	}
	if len(f.Schemata) == 0 {
		return FTMSchema{}
	}
	return f.Schemata[0]
}

// Fits says whether a schema is another or extends it; "" is any.
func (f FTM) Fits(wanted string, s FTMSchema) bool {
	return wanted == "" || s.Schema == wanted || slices.Contains(s.Is, wanted)
}

// knows says whether there is a schema of that name; "" is none.
func (f FTM) knows(name string) bool {
	return name == "" || slices.ContainsFunc(f.Schemata, func(s FTMSchema) bool { return s.Schema == name })
}
