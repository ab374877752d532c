package graph

// What is asked of a map beside the picture itself.

// Change is what became of a node or an edge between two days; "" is nothing.
type Change string

// The changes.
const (
	Came      Change = "came"      // it stood on the later day only
	Went      Change = "went"      // it stood on the earlier day only
	Renamed   Change = "renamed"   // a succession between the days says that it has another name
	Succeeded Change = "succeeded" // another took over between the days
)

// Comparison is two days that are compared, and how many changes are shown.
type Comparison struct {
	From      Date `json:"from" doc:"the earlier day"`
	To        Date `json:"to" doc:"the later day; today when only one day was given"`
	Came      int  `json:"came" doc:"entities that stood on the later day only"`
	Went      int  `json:"went" doc:"entities that stood on the earlier day only and have no known successor"`
	Renamed   int  `json:"renamed" doc:"entities under another name, both names counted"`
	Succeeded int  `json:"succeeded" doc:"entities that another took over from"`
	EdgesCame int  `json:"edgesCame"`
	EdgesWent int  `json:"edgesWent"`
}

// Paths are all shortest paths between two entities, or between several each with each.
type Paths struct {
	Length int        `json:"length" doc:"number of steps, of several pairs the most; 0 when there is no path"`
	Paths  [][]string `json:"paths" doc:"each path as ids of entities in order"`
	Pairs  []Pair     `json:"pairs" doc:"every two of the entities, joined or not"`
	Subgraph
}

// Pair is two entities and how they are joined.
type Pair struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Length int    `json:"length" doc:"number of steps; 0 when there is no path"`
	Paths  int    `json:"paths" doc:"how many shortest paths are given"`
}

// Common is what several entities share, most shared first.
type Common struct {
	Shared []SharedBy `json:"shared" doc:"those joined to at least two of the entities asked about, joined to most first"`
	Subgraph
}

// SharedBy is an entity and which of those asked about it is joined to.
type SharedBy struct {
	ID     string   `json:"id"`
	Shared int      `json:"shared" doc:"to how many it is joined"`
	With   []string `json:"with" doc:"their ids"`
}

// Around is what stands within some steps of an entity. Whatever is shown is joined to
// the entity by what is shown.
type Around struct {
	Steps []Step `json:"steps" doc:"how many entities are first reached by each step"`
	Subgraph
}

// Step is how many entities are first reached by one step.
type Step struct {
	Step    int  `json:"step"`
	Shown   int  `json:"shown" doc:"how many of them are shown"`
	Total   int  `json:"total"`
	AtLeast bool `json:"atLeast,omitempty" doc:"there may be more: not every way on was followed"`
}

// Events are what happened to the entities of a map, whatever the day that is looked at.
type Events struct {
	Items []Event `json:"items" doc:"in the order of their dates"`
	Years []Year  `json:"years" doc:"every year from the first to the last"`
	From  int     `json:"from" doc:"the first year, 0 when no date is known"`
	To    int     `json:"to" doc:"the last year"`
	Shown
}

// Event is one founding, end or succession.
type Event struct {
	Day       Date   `json:"day" doc:"as a source gives it: a day, a month or a year"`
	Precision string `json:"precision" enum:"day,month,year"`
	Kind      string `json:"kind" enum:"founded,ended,succeeded"`
	Entities  []Ref  `json:"entities" doc:"whom it happened to; of a succession the predecessor first"`
	Sentence  string `json:"sentence"`
	Edge      string `json:"edge,omitempty" doc:"id of the claim that tells of a succession"`
}

// Year counts what began and ended in a year.
type Year struct {
	Year       int `json:"year"`
	Starts     int `json:"starts" doc:"entities"`
	Ends       int `json:"ends" doc:"entities"`
	EdgeStarts int `json:"edgeStarts"`
	EdgeEnds   int `json:"edgeEnds"`
}

// Proof is the claims behind the edges of a map, a part at a time, and the documents
// that all of them rest on.
type Proof struct {
	Items     []Evidence `json:"items"`
	Documents []Cited    `json:"documents"`
	Cypher    string     `json:"cypher" doc:"the statement that finds the claims between the entities shown"`
	Map       Subgraph   `json:"-"`
	Shown
}

// Cited is a document with how many claims of a map rest on it.
type Cited struct {
	Document
	Claims int `json:"claims"`
}

// Taken is a map to be taken away: the picture with what stands behind each edge.
type Taken struct {
	Subgraph
	Documents []Cited             `json:"documents"`
	Behind    map[string][]string `json:"-"` // ids of the documents behind each edge, by the edge's id
	Claims    []string            `json:"-"` // ids of all claims behind the edges
	Words     *Vocabulary         `json:"-"`
}
