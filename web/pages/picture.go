package pages

import (
	"encoding/json"
	"html/template"
	"strconv"

	"mapper/graph"
)

// State is what the map's island is told of the address: which nodes, which
// filters, what is chosen. Lists are never null.
type State struct {
	Show      []string `json:"show"`
	Relations []string `json:"relations"`
	Kinds     []string `json:"kinds"`
	Statuses  []string `json:"statuses"`
	Selected  string   `json:"selected"`
}

// state makes a State of slices of any type, nil ones included.
func state(show, relations, kinds, statuses any, selected string) State {
	return State{texts(show), texts(relations), texts(kinds), texts(statuses), selected}
}

// mode says how the map's page starts: with what the address names, else with an
// overview.
func mode(show []string) string {
	if len(show) > 0 {
		return "explore"
	}
	return "overview"
}

// nodes finds the nodes of a map by id.
func nodes(all []graph.Node) map[string]graph.Node {
	byID := make(map[string]graph.Node, len(all))
	for _, n := range all {
		byID[n.ID] = n
	}
	return byID
}

// data gives v as JSON for a <script type="application/json"> block: a closing
// tag inside a text cannot end the block, since the encoder escapes < and >.
func data(v any) (template.JS, error) {
	text, err := json.Marshal(v)
	return template.JS(text), err // #nosec G203 -- the encoder escapes what HTML would read
}

// share writes the length of a bar as a percentage; a bar of nothing has none and
// the shortest of something can still be seen.
func share(percent float64) string {
	if percent > 0 {
		percent = min(max(percent, 0.5), 100)
	}
	return strconv.FormatFloat(max(percent, 0), 'f', -1, 64)
}

// fill names the pattern by which a bar shows that it is not stated as fact, ""
// for a plain one. The patterns are in view.html.
func fill(s graph.Status) string {
	switch s {
	case graph.Reported, graph.Planned, graph.Opinion, graph.Denied:
		return "url(#fill-" + string(s) + ")"
	}
	return ""
}
