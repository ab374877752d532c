package odscsv

import (
	"slices"
	"strings"
)

// report is one of the reports, and what its rows mean where they do not say.
type report struct {
	id    string
	title string
	role  string // of a body that no column gives a role, "" for none
	// letters are the older dialect's sub-types and the roles they stand for; nil
	// takes any letter and reads nothing from it.
	letters map[string]string
	deals   bool                      // column 24 is a provider or purchaser
	settles bool                      // column 26, the prescribing setting, decides what a body is
	byCode  func(code string) string  // the role that the form of a code tells
	named   func(name string) string  // a further role that a name tells
	looks   func(sample []cells) bool // whether rows look like this report's
}

// reports are all that can be read, the most telling first.
var reports = []*report{
	{id: "egdpprac", title: "Dental practices", role: "RO110", deals: true, looks: dental},
	{id: "epraccur", title: "GP practices and other prescribers", role: "RO177", deals: true, settles: true, looks: prescribing},
	{id: "eauth", title: "Regions of NHS England and their local offices", byCode: regionRole, looks: regional},
	{id: "eccg", title: "Commissioners: groups, sub-ICB locations and hubs", role: "RO98",
		letters: map[string]string{"C": "RO98", "H": "RO218"}, looks: commissioning},
	{id: "ect", title: "Care trusts", role: "RO107", looks: caring},
	{id: "etr", title: "NHS trusts", role: "RO197", named: foundation, looks: trusting},
}

// reportNames are their ids, for messages.
func reportNames() string {
	var names []string
	for _, r := range reports {
		names = append(names, r.id)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func findReport(id string) *report {
	for _, r := range reports {
		if r.id == id {
			return r
		}
	}
	return nil
}

// regionRole tells regions and their offices by their codes: a letter for a
// government office region, Y54, Q70.
func regionRole(code string) string {
	switch {
	case len(code) == 1:
		return "RO128"
	case len(code) == 3 && code[0] == 'Y':
		return "RO209"
	case len(code) == 3 && code[0] == 'Q':
		return "RO210"
	}
	return ""
}

// foundation tells foundation trusts by their names, which the law gives them.
func foundation(name string) string {
	if strings.Contains(name, "FOUNDATION TRUST") {
		return "RO57"
	}
	return ""
}

// share says whether a test holds of at least so many percent of the rows.
func share(sample []cells, percent int, test func(*cells) bool) bool {
	n := 0
	for i := range sample {
		if test(&sample[i]) {
			n++
		}
	}
	return n*100 >= percent*len(sample)
}

// prescribing: a status, and either a setting or a commissioner with a joining date.
func prescribing(sample []cells) bool {
	return share(sample, 90, func(c *cells) bool {
		return c.at(status) != "" && (c.at(setting) != "" || c.at(commissioner) != "" && c.at(joined) != "")
	})
}

// dental: the same, under codes of a V and digits.
func dental(sample []cells) bool {
	return share(sample, 90, func(c *cells) bool {
		code := c.at(code)
		return len(code) == len("V00002") && code[0] == 'V' && strings.Trim(code[1:], "0123456789") == "" && c.at(status) != ""
	})
}

// regional: short codes that lie in no area of column 4.
func regional(sample []cells) bool {
	return share(sample, 100, func(c *cells) bool { return c.at(geography) == "" && c.at(status) == "" && len(c.at(code)) <= 3 }) &&
		share(sample, 50, func(c *cells) bool { return regionRole(c.at(code)) != "" })
}

// commissioning: sub-types, roles or names that only commissioners have.
func commissioning(sample []cells) bool {
	return share(sample, 90, func(c *cells) bool {
		name := c.at(name)
		return c.at(status) == "" && (c.at(subtype) == "C" || c.at(subtype) == "H" || strings.Contains(c.at(subtype), "RO319") ||
			c.at(subtype) == "RO218" || c.at(subtype) == "RO327" || c.at(subtype) == "RO98" || strings.HasSuffix(name, " CCG"))
	})
}

// trusting: names as those of trusts are.
func trusting(sample []cells) bool { return called(sample, 90, "TRUST") }

// caring: the same, of care trusts.
func caring(sample []cells) bool { return trusting(sample) && called(sample, 60, "CARE TRUST") }

// called says whether so many percent of the names hold a word, and no row a status.
func called(sample []cells, percent int, word string) bool {
	return share(sample, percent, func(c *cells) bool { return c.at(status) == "" && strings.Contains(c.at(name), word) })
}
