package graph

// Column is one column of an answer: its type says how its cells are shown.
type Column struct {
	Name string `json:"name"`
	Type string `json:"type" enum:"entity,entities,document,documents,claims,text,integer,number,boolean,date,span,status,relation,kind,value" doc:"entity and document cells are objects with id and name; entities, documents and claims are lists; the rest are plain values"`
	Help string `json:"help,omitempty"`
}

// ClaimRef points at the evidence an answer rests on.
type ClaimRef struct {
	ID     string `json:"id" doc:"id of the edge; /api/edges/{id} explains it"`
	Status Status `json:"status"`
}

// Table is an answer: rows under typed columns. Cells are Ref (entity, document),
// []Ref, []ClaimRef, string, int64, float64, bool, []any, map[string]any or nil.
type Table struct {
	Columns []Column `json:"columns"`
	Rows    [][]any  `json:"rows" doc:"cells in the order of columns"`
	Shown
}

// Refs gives the entities or documents in a cell.
func Refs(cell any) []Ref {
	switch v := cell.(type) {
	case Ref:
		return []Ref{v}
	case *Ref:
		return []Ref{*v}
	case []Ref:
		return v
	}
	return nil
}

// ClaimRefs gives the claims in a cell.
func ClaimRefs(cell any) []ClaimRef {
	claims, _ := cell.([]ClaimRef)
	return claims
}

// Answer is a view with its table and the answer in words.
type Answer struct {
	Name     string `json:"name"`
	Question string `json:"question"`
	Sentence string `json:"sentence" doc:"the answer in words"`
	Table
}

// Result is what the console answers: a table, and the nodes and edges in it.
type Result struct {
	Table
	Nodes         []Node    `json:"nodes,omitempty" doc:"entities among the returned values, and those that returned edges join; 300 at most"`
	Edges         []Edge    `json:"edges,omitempty" doc:"edges among the returned values; all between the entities where none was returned"`
	Notifications []string  `json:"notifications,omitempty" doc:"what the server remarks on the statement"`
	Plan          *PlanStep `json:"plan,omitempty" doc:"the execution plan, on request: the last operator, with those before it inside"`
	Milliseconds  int64     `json:"milliseconds" doc:"time the server took"`
	Entities      []string  `json:"-"` // ids of all of these entities, of which a picture may show some only
	Claims        []string  `json:"-"` // ids of all edges returned
}

// Part gives the part of the graph that the answer holds: the entities and edges
// returned, with the entities that those edges join, or all edges between the entities
// where no edge was returned.
func (r *Result) Part() (ExportQuery, error) {
	if len(r.Entities) == 0 {
		return ExportQuery{}, Errorf(Invalid, "the answer holds no entities as nodes and no claims as relationships, so it is no part of the graph: return some, such as RETURN a, r, b or RETURN r, or take it away as a table, such as csv")
	}
	return ExportQuery{Part: true, Entities: r.Entities, Claims: r.Claims}, nil
}

// SearchQuery asks for entities by name, alias or code.
type SearchQuery struct {
	Text  string
	Kinds []string // kinds or ancestors of theirs; empty for any
	AsAt  Day
	Skip  int // how many to pass over; the best are found first, whatever part is asked for
	Limit int
}

// Filter narrows the edges of an answer; an empty list allows all.
type Filter struct {
	Relations []string
	Kinds     []string // of the entity at the other end, or of both on a map
	Statuses  []Status
	Documents []string // only what these say
	AsAt      Day
	Limit     int // how many entities at most; 0 for the default
}

// ClaimQuery asks for some of the claims about an entity.
type ClaimQuery struct {
	ID        string
	Relation  string // type; "" for any
	Direction string // out, in, or "" for both
	AsAt      Day
	Skip      int
	Limit     int // 0 for the default
}

// NeighbourQuery asks for what stands around an entity.
type NeighbourQuery struct {
	ID        string
	Direction string // out, in, or "" for both
	Filter
}

// MapQuery asks for a picture: the best-connected entities, or those in Show.
type MapQuery struct {
	Show  []string
	Hide  []string // taken off what would be shown
	Links int      // only entities joined to at least so many of those shown; 0 for any
	Was   Day      // compare this day with AsAt; zero for no comparison
	Filter
}

// PathQuery asks for all shortest paths between entities, each with each.
type PathQuery struct {
	Via       []string // two to five
	Relations []string // empty allows all but speech
	AsAt      Day
	Max       int // longest path looked for
}

// SharedQuery asks for what several entities are joined to in common.
type SharedQuery struct {
	IDs       []string
	Relations []string // empty allows all but speech
	AsAt      Day
	Limit     int // 0 for the default
}

// AroundQuery asks for what stands within some steps of an entity.
type AroundQuery struct {
	ID        string
	Steps     int
	Relations []string // empty allows all but speech
	AsAt      Day
	Limit     int // 0 for the default
}

// ConsoleQuery is a read-only statement of an analyst's own.
type ConsoleQuery struct {
	Statement  string
	Parameters map[string]any
	Limit      int  // rows at most
	Plan       bool // give the execution plan too
	Explain    bool // give the plan and run nothing
}
