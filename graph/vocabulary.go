package graph

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"
)

// Kind is a kind of entity; its name is the Neo4j label.
type Kind struct {
	Name   string `yaml:"name" json:"name" doc:"PascalCase; the Neo4j label"`
	Label  string `yaml:"label" json:"label" doc:"what a person reads"`
	Plural string `yaml:"plural" json:"plural"`
	Parent string `yaml:"parent" json:"parent,omitempty" doc:"the wider kind it belongs to"`
	Colour string `yaml:"colour" json:"colour" doc:"#rrggbb, inherited from the parent where not set"`
	Icon   string `yaml:"icon" json:"icon" doc:"shape on the map, inherited likewise: circle, square, diamond, triangle, hexagon, pentagon, star, cross"`
	Note   string `yaml:"note" json:"note,omitempty" doc:"what it means"`
	FTM    string `yaml:"ftm" json:"ftm,omitempty" doc:"the schema of followthemoney that it is; that of the parent where not set"`
}

// Relation is a kind of edge; its type is the Neo4j relationship type.
type Relation struct {
	Type      string   `yaml:"type" json:"type" doc:"UPPER_SNAKE; the Neo4j relationship type"`
	Name      string   `yaml:"name" json:"name" doc:"what a person reads"`
	Forward   string   `yaml:"forward" json:"forward" doc:"from the start: commissions"`
	Backward  string   `yaml:"backward" json:"backward" doc:"from the end: is commissioned by"`
	Symmetric bool     `yaml:"symmetric" json:"symmetric,omitempty" doc:"has no direction; stored once"`
	Hierarchy bool     `yaml:"hierarchy" json:"hierarchy,omitempty" doc:"the end contains or stands above the start"`
	Speech    bool     `yaml:"speech" json:"speech,omitempty" doc:"somebody's words about the end, not a tie between the two"`
	Event     bool     `yaml:"event" json:"event,omitempty" doc:"tells of one day, not of a stretch of time"`
	Colour    string   `yaml:"colour" json:"colour" doc:"#rrggbb of its lines on the map"`
	From      []string `yaml:"from" json:"from" doc:"kinds allowed at the start; empty allows all"`
	To        []string `yaml:"to" json:"to" doc:"kinds allowed at the end; empty allows all"`
	Note      string   `yaml:"note" json:"note,omitempty" doc:"what it means"`
	FTM       FTMLink  `yaml:"ftm" json:"ftm,omitzero" doc:"the schema of followthemoney that it is; a mere link where not set"`
}

// Vocabulary is the one place that says which kinds and relations there are.
// Nothing else in the program names a kind or a relation of the NHS.
type Vocabulary struct {
	Kinds     []Kind     `yaml:"kinds" json:"kinds"`
	Relations []Relation `yaml:"relations" json:"relations"`
	FTM       FTM        `yaml:"ftm" json:"-"`
	index     *vocabularyIndex
}

//go:embed vocabulary.yaml
var standard []byte

// Standard gives the mapper's own vocabulary (graph/vocabulary.yaml).
var Standard = sync.OnceValue(func() *Vocabulary {
	var v Vocabulary
	if err := yaml.Unmarshal(standard, &v); err != nil {
		panic("graph: vocabulary.yaml: " + err.Error()) // embedded, so only a broken build
	}
	if err := v.Check(); err != nil {
		panic("graph: vocabulary.yaml: " + err.Error())
	}
	v.inherit()
	return &v
})

// Extend gives a vocabulary with the additions of a dataset; a kind or relation
// may not be defined twice with different meaning.
func (v *Vocabulary) Extend(more Vocabulary) (*Vocabulary, error) {
	wider := &Vocabulary{Kinds: slices.Clone(v.Kinds), Relations: slices.Clone(v.Relations), FTM: v.FTM}
	for _, k := range more.Kinds {
		if have := v.Kind(k.Name); have != nil {
			return nil, Errorf(Invalid, "kind %s is in the vocabulary already, as %q", k.Name, have.Label)
		}
		wider.Kinds = append(wider.Kinds, k)
	}
	for _, r := range more.Relations {
		if have := v.Relation(r.Type); have != nil {
			return nil, Errorf(Invalid, "relation %s is in the vocabulary already, as %q", r.Type, have.Name)
		}
		wider.Relations = append(wider.Relations, r)
	}
	if err := wider.Check(); err != nil {
		return nil, err
	}
	wider.inherit()
	return wider, nil
}

// Allows reports why a relation may not join entities of these kinds; nil when it may.
func (v *Vocabulary) Allows(r *Relation, from, to []string) error {
	ends := []struct {
		side    string
		allowed []string
		kinds   []string
	}{{"from", r.From, from}, {"to", r.To, to}}
	for _, end := range ends {
		labels := v.Labels(end.kinds)
		if len(end.allowed) > 0 && !slices.ContainsFunc(end.allowed, func(k string) bool { return slices.Contains(labels, k) }) {
			return fmt.Errorf("%s: %s does not go %s %v; allowed are %v", end.side, r.Type, end.side, end.kinds, end.allowed)
		}
	}
	return nil
}
