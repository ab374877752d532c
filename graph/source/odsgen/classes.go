package odsgen

// class is a sort of organisation: how many there are, what they are called and
// what they relate to.
type class struct {
	name    string // last part of its members' names
	roles   []role // the primary first
	site    bool
	fixed   int     // how many there are whatever the size, or
	share   float64 // the share of what is left
	active  float64 // share that is still open
	legal   bool    // made by statute: has legal dates
	prefix  string  // of its codes
	digits  int     // after the prefix
	decimal bool    // these are digits only
	rels    []rule
}

// role is a role that members hold, with what chance and, where the law says so,
// since when or until when.
type role struct {
	id           string
	chance       float64
	since, until string
}

// rule says how many relationships of a sort a member has on average; the first of
// them stands as long as the member does, the others came before.
type rule struct {
	id     string
	target int // class
	mean   float64
}

// The classes, by place in the table below.
const (
	region = iota
	office
	partnership
	commissioner
	authority
	primaryTrust
	council
	trust
	network
	practice
	costCentre
	careProvider
	independent
	pharmacyHQ
	opticalHQ
	trustSite
	careSite
	independentSite
	pharmacy
	opticalSite
	branch
	dentist
	school
	other
)

// The day on which integrated care boards took over, and the last before it.
const (
	boards     = "2022-07-01"
	beforeThem = "2022-06-30"
)

// classes are proportioned so that a whole world has the source's own ratios: 1.43
// roles, 2.07 relationships and 0.066 successions an organisation, six in ten open.
var classes = [...]class{
	region:       {name: "COMMISSIONING REGION", roles: []role{{id: "RO209"}}, fixed: 7, active: 1, legal: true, prefix: "Y", digits: 2, decimal: true},
	office:       {name: "REGION LOCAL OFFICE", roles: []role{{id: "RO210"}}, fixed: 40, active: 0.3, legal: true, prefix: "Q", digits: 2, decimal: true, rels: []rule{{"RE5", region, 1}}},
	partnership:  {name: "INTEGRATED CARE BOARD", roles: []role{{id: "RO261"}, {id: "RO262", chance: 1, until: beforeThem}, {id: "RO318", chance: 1, since: boards}}, fixed: 42, active: 1, prefix: "Q", digits: 2, rels: []rule{{"RE5", region, 1.4}}},
	commissioner: {name: "ICB", roles: []role{{id: "RO98"}, {id: "RO319", chance: 1, since: boards}}, fixed: 320, active: 0.5, legal: true, prefix: "", digits: 3, rels: []rule{{"RE5", partnership, 1.5}, {"RE5", office, 1}}},
	authority:    {name: "HEALTH AUTHORITY", roles: []role{{id: "RO132"}}, fixed: 95, prefix: "H", digits: 3, legal: true},
	primaryTrust: {name: "PCT", roles: []role{{id: "RO179"}}, fixed: 303, prefix: "5", digits: 2, legal: true, rels: []rule{{"RE5", authority, 1.5}}},
	council:      {name: "COUNCIL", roles: []role{{id: "RO141"}}, fixed: 400, active: 0.9, prefix: "", digits: 3, decimal: true},
	trust:        {name: "NHS FOUNDATION TRUST", roles: []role{{id: "RO197"}, {id: "RO57", chance: 0.6}}, share: 0.0022, active: 0.4, legal: true, prefix: "R", digits: 3, rels: []rule{{"RE5", partnership, 1}, {"RE5", office, 3}, {"RE5", authority, 2}}},
	network:      {name: "PCN", roles: []role{{id: "RO272"}}, share: 0.0045, active: 0.9, prefix: "U", digits: 5, decimal: true, rels: []rule{{"RE5", partnership, 1}}},
	practice:     {name: "MEDICAL CENTRE", roles: []role{{id: "RO177"}, {id: "RO76", chance: 1}}, share: 0.055, active: 0.55, prefix: "P", digits: 6, decimal: true, rels: []rule{{"RE4", commissioner, 1.6}, {"RE4", primaryTrust, 1.6}, {"RE5", partnership, 1}, {"RE5", authority, 2}, {"RE8", network, 0.41}, {"RE9", network, 0.083}, {"RE10", network, 0.045}}},
	costCentre:   {name: "CLINIC", roles: []role{{id: "RO177"}, {id: "RO72", chance: 0.9}, {id: "RO247", chance: 0.4}}, share: 0.045, active: 0.6, prefix: "Y0", digits: 5, decimal: true, rels: []rule{{"RE4", commissioner, 1}, {"RE4", primaryTrust, 1}, {"RE5", partnership, 1}, {"RE5", authority, 1}, {"RE11", commissioner, 0.12}}},

	careProvider:    {name: "CARE LTD", roles: []role{{id: "RO104"}}, share: 0.07, active: 0.55, prefix: "B", digits: 5},
	independent:     {name: "HEALTHCARE LIMITED", roles: []role{{id: "RO172"}}, share: 0.03, active: 0.6, prefix: "N", digits: 4},
	pharmacyHQ:      {name: "CHEMISTS LIMITED", roles: []role{{id: "RO181"}}, share: 0.01, active: 0.5, prefix: "PH", digits: 4},
	opticalHQ:       {name: "OPTICIANS GROUP", roles: []role{{id: "RO166"}}, share: 0.01, active: 0.5, prefix: "TP", digits: 4},
	trustSite:       {name: "HOSPITAL", roles: []role{{id: "RO198"}, {id: "RO7", chance: 0.03}}, site: true, share: 0.22, active: 0.5, prefix: "RS", digits: 5, rels: []rule{{"RE6", trust, 1.18}, {"RE5", partnership, 0.5}, {"RE5", office, 0.5}, {"RE2", trust, 0.003}}},
	careSite:        {name: "CARE HOME", roles: []role{{id: "RO101"}, {id: "RO269", chance: 0.9}, {id: "RO270", chance: 0.9}}, site: true, share: 0.17, active: 0.6, prefix: "VL", digits: 5, rels: []rule{{"RE6", careProvider, 1.18}, {"RE5", partnership, 0.6}, {"RE5", office, 0.4}}},
	independentSite: {name: "CLINIC", roles: []role{{id: "RO176"}}, site: true, share: 0.06, active: 0.65, prefix: "NS", digits: 5, rels: []rule{{"RE6", independent, 1.18}}},
	pharmacy:        {name: "PHARMACY", roles: []role{{id: "RO182"}}, share: 0.06, active: 0.5, prefix: "F", digits: 5, rels: []rule{{"RE6", pharmacyHQ, 1.18}, {"RE4", commissioner, 1}, {"RE4", primaryTrust, 0.4}, {"RE5", partnership, 1}, {"RE5", authority, 0.5}}},
	opticalSite:     {name: "OPTICIANS", roles: []role{{id: "RO167"}}, site: true, share: 0.04, active: 0.6, prefix: "T", digits: 5, rels: []rule{{"RE6", opticalHQ, 1.18}}},
	branch:          {name: "SURGERY", roles: []role{{id: "RO96"}}, site: true, share: 0.03, active: 0.5, prefix: "S", digits: 6, decimal: true, rels: []rule{{"RE6", practice, 1.18}}},
	dentist:         {name: "DENTAL SURGERY", roles: []role{{id: "RO110"}, {id: "RO65", chance: 0.3}}, share: 0.06, active: 0.6, prefix: "V0", digits: 5, rels: []rule{{"RE4", commissioner, 1}, {"RE4", primaryTrust, 0.4}, {"RE5", partnership, 1}, {"RE5", authority, 0.5}}},
	school:          {name: "PRIMARY SCHOOL", roles: []role{{id: "RO117"}}, share: 0.1, active: 0.75, prefix: "EE", digits: 6, decimal: true, rels: []rule{{"RE5", region, 0.6}, {"RE3", council, 0.185}}},
	other:           {name: "SERVICES", roles: []role{{id: "RO157"}}, active: 0.5, prefix: "8", digits: 5},
}
