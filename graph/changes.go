package graph

// DifferenceQuery asks what changed between two days.
type DifferenceQuery struct {
	From, To  Day      // From is the earlier
	Kinds     []string // of the entity, or of either end of an edge; empty for any
	Relations []string // only edges of these; empty for entities and all edges but speech
	Entities  []string // ids: only these and the edges at them; empty for all
}

// Changes are what changed between two days, of the whole graph: entities first,
// then edges, each by name.
type Changes struct {
	Comparison
	Items []Changed `json:"items"`
	Shown
}

// Changed is an entity or an edge and what became of it.
type Changed struct {
	Change   Change `json:"change" enum:"came,went,renamed,succeeded"`
	What     string `json:"what" enum:"entity,edge"`
	From     Ref    `json:"from" doc:"the entity, or where the edge starts"`
	Relation string `json:"relation,omitempty" doc:"type of the edge; absent for an entity"`
	To       *Ref   `json:"to,omitempty" doc:"where the edge points; absent for an entity"`
	Span
	Status Status     `json:"status,omitempty" doc:"of an edge: the firmest among its claims"`
	Claims []ClaimRef `json:"claims,omitempty" doc:"of an edge: the claims that stood on either day, or that tell of a succession"`
}

// Add notes a change and counts it.
func (c *Changes) Add(one Changed) {
	c.Items = append(c.Items, one)
	c.Shown = Shown{Shown: len(c.Items), Total: len(c.Items)}
	if one.What == "entity" {
		c.count(one.Change)
	} else {
		c.countEdge(one.Change)
	}
}
