package cypher

import "mapper/graph"

// Param is a declared parameter of a statement.
type Param struct {
	Name     string `json:"name"`
	Type     string `json:"type" enum:"date,entity,document,kind,relation,status,text,integer,boolean" doc:"date is YYYY-MM-DD; entity and document are ids"`
	Optional bool   `json:"optional,omitempty" doc:"may be left out, and is then null"`
	Help     string `json:"help,omitempty"`
}

// Chart says which picture suits an answer.
type Chart struct {
	Type string `json:"type" enum:"bar,map,timeline"`
	X    string `json:"x,omitempty" doc:"column along the axis, or at the start of an edge"`
	Y    string `json:"y,omitempty" doc:"column of the value, or at the end of an edge"`
}

// Statement is one Cypher file: its header and its text.
type Statement struct {
	Name     string         `json:"name" doc:"the file's name without .cypher"`
	Title    string         `json:"title"`
	Question string         `json:"question,omitempty"`
	Params   []Param        `json:"params"`
	Columns  []graph.Column `json:"columns"`
	Chart    *Chart         `json:"chart,omitempty"`
	Answer   string         `json:"-"` // sentence with {rows}, {first.column}, {sum.column}
	Empty    string         `json:"-"` // sentence when there are no rows
	Home     int            `json:"-"` // place on the home page, 0 for none
	Severity string         `json:"severity,omitempty" enum:"error,warning" doc:"of a rule"`
	Head     string         `json:"-"` // the header as it stands in the file
	Text     string         `json:"cypher" doc:"the statement"`
	File     string         `json:"-"` // where it was read from, for messages
	own      bool
}

// Whole gives the file: the header and the statement below it.
func (s *Statement) Whole() string {
	if s.Head == "" {
		return s.Text
	}
	return s.Head + "\n" + s.Text
}

// Own says whether the statement came with the mapper, and not from a user's folder.
func (s *Statement) Own() bool { return s.own }
