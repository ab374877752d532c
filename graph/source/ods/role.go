package ods

import (
	_ "embed"
	"sync"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

// Role is one of the roles that records hold, and what it says of the body.
type Role struct {
	ID   string `yaml:"id"`   // RO98
	Name string `yaml:"name"` // as the service calls it
	Kind string `yaml:"kind"` // of the vocabulary; "" when the role says nothing of what the body is
	// Suffix tells bodies apart that bore one code after another: the first has none.
	Suffix string     `yaml:"suffix"`
	Since  graph.Date `yaml:"since"`  // no body of this role was before this day
	Until  graph.Date `yaml:"until"`  // nor is one from this day on
	Yields []string   `yaml:"yields"` // roles beside which this one says nothing
	Why    string     `yaml:"why"`    // of the dates and of the suffix
	kinds  []string   // Kind alone, or none
}

//go:embed roles.yaml
var rolesText []byte

// roles are all that are known, by id.
var roles = sync.OnceValue(func() map[string]*Role {
	var list []Role
	if err := yaml.Unmarshal(rolesText, &list); err != nil {
		panic("ods: roles.yaml: " + err.Error()) // embedded, so only a broken build
	}
	known := make(map[string]*Role, len(list))
	for i := range list {
		list[i].kinds = []string{list[i].Kind}
		known[list[i].ID] = &list[i]
	}
	return known
})

// FindRole finds a role by its id; nil when it is not known.
func FindRole(id string) *Role { return roles()[id] }
