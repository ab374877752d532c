package graph

import "strings"

// Code is an identifier that a body bore for a while: a body is not its code, so
// a code has dates of its own and several bodies may have borne it.
type Code struct {
	Scheme string `json:"scheme" doc:"who issues it, such as ods"`
	Value  string `json:"value" doc:"the code itself, such as RRV"`
	Span
}

// ParseCode reads "scheme:value" with an optional "@start..end".
func ParseCode(text string) (Code, error) {
	code, dates, _ := strings.Cut(text, "@")
	scheme, value, ok := strings.Cut(code, ":")
	if !ok || scheme == "" || value == "" {
		return Code{}, Errorf(Invalid, "%q is not a code: write scheme:value, such as ods:RRV, or scheme:value@start..end", text)
	}
	span, err := ParseSpan(dates)
	return Code{Scheme: scheme, Value: value, Span: span}, err
}

// String gives the code as ParseCode reads it.
func (c Code) String() string {
	text := c.Scheme + ":" + c.Value
	if dates := c.Span.String(); dates != "" {
		text += "@" + dates
	}
	return text
}

// Entity is a node: a body, a person, a partnership, an agreement, an event, a
// policy or a class of these. ID is stable and never reused.
type Entity struct {
	ID      string   `json:"id" doc:"stable id: an official code that has only ever meant this body (ods:RRV), else a slug"`
	Name    string   `json:"name"`
	Kinds   []string `json:"kinds" doc:"kinds as stated, most telling first; their ancestors are implied"`
	Aliases []string `json:"aliases,omitempty" doc:"other names it goes by"`
	Codes   []Code   `json:"codes,omitempty" doc:"identifiers it bore, with their dates"`
	Span
	Anonymous bool   `json:"anonymous,omitempty" doc:"a document leaves it unnamed"`
	Stub      bool   `json:"stub,omitempty" doc:"known only because something refers to its code; no source describes it"`
	Note      string `json:"note,omitempty"`
	Place     Place  `json:"-"`
}

// Status says how firmly a claim is made.
type Status string

// The statuses, from the firmest to the one that says it is not so.
const (
	Stated   Status = "stated"   // the document says so as a fact
	Reported Status = "reported" // the document passes on what somebody says or writes
	Planned  Status = "planned"  // it is proposed, expected or required, and not yet so
	Opinion  Status = "opinion"  // somebody's judgement
	Denied   Status = "denied"   // somebody says that it is not so
)

// Statuses lists them in that order.
var Statuses = []Status{Stated, Reported, Planned, Opinion, Denied}

// Held lists those of what somebody says is so: all but denied.
var Held = []Status{Stated, Reported, Planned, Opinion}

// Words gives the status as it reads in a sentence: "6 collaboratives, planned or
// expected".
func (s Status) Words() string {
	switch s {
	case Stated:
		return "stated as fact"
	case Planned:
		return "planned or expected"
	case Opinion:
		return "an opinion"
	}
	return string(s)
}

// Claim is an edge: what one document says of two entities, with the evidence.
type Claim struct {
	ID       string `json:"id" doc:"id within its dataset"`
	From     string `json:"from" doc:"id of the entity it starts at"`
	Relation string `json:"relation" doc:"type of the relation, such as COMMISSIONS"`
	To       string `json:"to" doc:"id of the entity it points to"`
	Span
	Status   Status `json:"status" enum:"stated,reported,planned,opinion,denied" doc:"how firmly it is said"`
	Role     string `json:"role,omitempty" doc:"the post held, or in what capacity"`
	Count    int    `json:"count,omitempty" doc:"how many unnamed things of the class at one end are meant; 0 when not counted"`
	Speaker  string `json:"speaker,omitempty" doc:"id of the entity who says so, where it is not the document itself"`
	Document string `json:"document" doc:"id of the document that says so"`
	Locator  string `json:"locator,omitempty" doc:"where in the document: ¶10, a row, a record id"`
	Phrase   string `json:"phrase,omitempty" doc:"at most eight words that stand there verbatim"`
	Note     string `json:"note,omitempty" doc:"the claim in the mapper's own words"`
	Place    Place  `json:"-"`
}

// Document is a source: an article, a board paper, an official file.
type Document struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Publisher string   `json:"publisher,omitempty"`
	Published Date     `json:"published,omitempty" doc:"day, month or year of publication"`
	Dating    string   `json:"dating,omitempty" doc:"how the date is known: stated, or inferred from what"`
	Authors   []string `json:"authors,omitempty"`
	URL       string   `json:"url,omitempty"`
	File      string   `json:"file,omitempty" doc:"name of the text file that check --documents looks in"`
	// Paragraphs and Passed say what of the document has been looked at: a paragraph
	// is covered by a claim or passed over for a reason, and any other is neither.
	Paragraphs int      `json:"paragraphs,omitempty" doc:"how many paragraphs the document has; 0 when not counted"`
	Passed     []Passed `json:"passed,omitempty" doc:"places that nothing is claimed from, and why"`
	Note       string   `json:"note,omitempty"`
	Place      Place    `json:"-"`
}

// Passed is a place of a document that has been looked at and makes no claim.
type Passed struct {
	Locator string `json:"locator"`
	Reason  string `json:"reason"`
}

// Dataset is one set of claims with the entities and documents they name. Loading
// it makes the graph hold exactly its content and leaves other datasets alone.
type Dataset struct {
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Licence     string     `json:"licence,omitempty"`
	Description string     `json:"description,omitempty"`
	Release     string     `json:"release,omitempty" doc:"id of the document that is this release of a source that is published again and again; its date is the release's"`
	Vocabulary  Vocabulary `json:"-"` // what it adds to the mapper's own
	Documents   []Document `json:"-"`
	Entities    []Entity   `json:"-"`
	Claims      []Claim    `json:"-"`
}

// EdgeID is the id of a claim in the graph, where claims of all datasets meet.
func EdgeID(dataset, claim string) string { return dataset + ":" + claim }
