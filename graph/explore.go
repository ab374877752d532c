package graph

// The types below are what the mapper answers with, on the command line and over
// HTTP alike. Every list says how much of it is shown, and why when it is cut.

// Ref names an entity or a document in an answer.
type Ref struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Kinds     []string `json:"kinds,omitempty" doc:"kinds as stated; none for a document"`
	Anonymous bool     `json:"anonymous,omitempty" doc:"a document leaves it unnamed"`
	Stub      bool     `json:"stub,omitempty" doc:"known only by its code: other records refer to it, none describes it"`
}

// Node is an entity on a map.
type Node struct {
	Ref
	Span
	Degree int    `json:"degree" doc:"how many other entities it is joined to at the chosen date, shown or not; of one with more than 300 claims, how many claims it has"`
	Change Change `json:"change,omitempty" enum:"came,went,renamed,succeeded" doc:"where two days are compared: what became of it between them; absent when it stood on both"`
}

// Evidence is one claim with the names of everything it mentions.
type Evidence struct {
	ID       string `json:"id" doc:"dataset:claim, the id of the edge in the graph"`
	From     Ref    `json:"from"`
	Relation string `json:"relation" doc:"type of the relation"`
	To       Ref    `json:"to"`
	Span
	Status    Status `json:"status"`
	Role      string `json:"role,omitempty"`
	Count     int    `json:"count,omitempty"`
	Speaker   *Ref   `json:"speaker,omitempty" doc:"who says so, where it is not the document itself"`
	Document  Ref    `json:"document"`
	Publisher string `json:"publisher,omitempty" doc:"publisher of the document"`
	Published Date   `json:"published,omitempty" doc:"date of the document"`
	Locator   string `json:"locator,omitempty"`
	Phrase    string `json:"phrase,omitempty"`
	Note      string `json:"note,omitempty"`
	Dataset   string `json:"dataset"`
	Seen      *Seen  `json:"seen,omitempty" doc:"in which releases of its dataset, where that is published in releases"`
	Sentence  string `json:"sentence" doc:"the claim as a sentence made from the vocabulary"`
}

// Edge is what a map draws as one line: all claims with the same ends and relation.
type Edge struct {
	ID       string `json:"id" doc:"id of the firmest claim behind it; /api/edges/{id} explains it"`
	From     string `json:"from" doc:"id of the entity it starts at"`
	To       string `json:"to" doc:"id of the entity it points to"`
	Relation string `json:"relation"`
	Claims   int    `json:"claims" doc:"how many claims say so"`
	Status   Status `json:"status" doc:"the firmest status among the claims"`
	Count    int    `json:"count,omitempty" doc:"the largest count among the claims"`
	Span
	Change Change `json:"change,omitempty" enum:"came,went,renamed,succeeded" doc:"where two days are compared: what became of it between them; absent when it stood on both"`
}

// Shown says how much of a list is here.
type Shown struct {
	Shown   int    `json:"shown" doc:"how many are in this answer"`
	Total   int    `json:"total" doc:"how many there are"`
	Why     string `json:"why,omitempty" doc:"why it was cut, or what to do to see the rest"`
	AtLeast bool   `json:"atLeast,omitempty" doc:"there may be more than total: nobody has counted further"`
}

// Extent gives how much of a list is shown, whatever list it is part of.
func (s Shown) Extent() Shown { return s }

// Subgraph is a part of the graph: nodes and all edges between them.
type Subgraph struct {
	Nodes []Node `json:"nodes"`
	Edges []Edge `json:"edges"`
	Shown
	Compared *Comparison `json:"compared,omitempty" doc:"the two days, where two are compared"`
}

// Hit is one result of a search.
type Hit struct {
	Ref
	Span
	Matched string `json:"matched,omitempty" doc:"the alias or code that matched, when it was not the name"`
	Codes   []Code `json:"codes,omitempty" doc:"the codes that matched, with the dates it bore them"`
}

// Hits is the answer to a search.
type Hits struct {
	Items []Hit    `json:"items"`
	Kinds []string `json:"kinds,omitempty" doc:"the kinds that were looked among, where the search began with a kind and a colon"`
	Note  string   `json:"note,omitempty" doc:"what to know of the search, such as that what stands before the colon is no kind"`
	Shown
}

// Neighbourhood counts what an expansion would add, before it is asked for.
type Neighbourhood struct {
	Relation  string `json:"relation"`
	Direction string `json:"direction" enum:"out,in,both" doc:"out from the entity, in to it, or both where the relation is symmetric"`
	Phrase    string `json:"phrase" doc:"the relation read from the entity: is commissioned by"`
	Entities  int    `json:"entities" doc:"how many entities it would add"`
	Claims    int    `json:"claims"`
}

// Profile is everything about one entity. Of a relation with many claims it has the
// first ones only, and Shown counts all of them.
type Profile struct {
	Entity
	Datasets   []string        `json:"datasets"`
	Seen       []Seen          `json:"seen,omitempty" doc:"in which releases of the datasets that are published in releases"`
	Labels     []string        `json:"labels" doc:"kinds and all their ancestors"`
	Relations  []Neighbourhood `json:"relations" doc:"what it is joined by, with counts"`
	Claims     []Evidence      `json:"claims" doc:"claims about it by relation and direction, the first 100 of each; /api/entities/{id}/claims gives the rest"`
	Documents  []Source        `json:"documents" doc:"documents that mention it"`
	AlsoCalled []Hit           `json:"also,omitempty" doc:"other entities that bore one of its codes"`
	Shown
}

// Claims are some of the claims about an entity, by the names of the other ends.
type Claims struct {
	Items []Evidence `json:"items"`
	Shown
}

// Source is a document with how much it says.
type Source struct {
	Document
	Datasets []string `json:"datasets,omitempty"`
	Claims   int      `json:"claims" doc:"how many claims rest on it; 0 for an earlier release"`
	Entities int      `json:"entities" doc:"how many entities it mentions; 0 for an earlier release"`
	Release  string   `json:"release,omitempty" enum:"latest,earlier" doc:"which release of its dataset it is, where that is published in releases"`
}

// Sources is a list of documents.
type Sources struct {
	Items []Source `json:"items"`
	Shown
}

// Reading is a document with everything it says, in the order of its paragraphs.
type Reading struct {
	Source
	Evidence []Evidence `json:"evidence" doc:"what it says, by the claims' ids, a part at a time; of a release any 100 that it brought or changed"`
	Shown
	More bool `json:"-"` // there is a next part
}

// Extent gives how much is shown of what can be: a release has one part.
func (r *Reading) Extent() Shown {
	if r.More {
		return r.Shown
	}
	return Shown{Shown: r.Shown.Shown}
}

// Explanation says why a line is there.
type Explanation struct {
	Sentence string     `json:"sentence" doc:"the edge in words"`
	Edge     Edge       `json:"edge"`
	From     Ref        `json:"from"`
	To       Ref        `json:"to"`
	Meaning  string     `json:"meaning,omitempty" doc:"what the relation means"`
	Evidence []Evidence `json:"evidence" doc:"every claim behind it, firmest first"`
	Cypher   string     `json:"cypher" doc:"the statement that finds it"`
}

// Collection is a dataset that has been loaded.
type Collection struct {
	Dataset
	Documents int    `json:"documents"`
	Entities  int    `json:"entities"`
	Claims    int    `json:"claims"`
	Loaded    string `json:"loaded" doc:"when it was last loaded, RFC 3339"`
	// Releases are what gone rows rest on.
	Releases   []string `json:"releases,omitempty" doc:"documents of the releases that have been loaded, the latest last"`
	Unfinished bool     `json:"unfinished,omitempty" doc:"a load was cut off: the same load again finishes it"`
}

// Bundle draws parallel claims as one edge: those with the same ends and relation,
// in either direction where the relation is symmetric.
func Bundle(claims []Evidence, v *Vocabulary) []Edge {
	at := map[line]int{}
	var edges []Edge
	for _, c := range claims {
		l := lineBy(c, v)
		i, seen := at[l]
		if !seen {
			i = len(edges)
			at[l] = i
			edges = append(edges, Edge{ID: c.ID, From: l.from, To: l.to, Relation: c.Relation, Status: c.Status, Count: c.Count, Span: c.Span})
		}
		edges[i].add(c, seen)
	}
	return edges
}
