package odsxml

import (
	"bytes"
	"io"

	"github.com/orisano/gosax"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// tokenLimit bounds the memory that one tag or text can take; the longest honest one
// has a few hundred bytes.
const tokenLimit = 1 << 20

// depthLimit is more levels than the format has.
const depthLimit = 64

// parser reads the tokens of one part and checks that tags close what they open,
// which the tokenizer does not.
type parser struct {
	*reading
	file   string
	in     *orgref.Text
	tokens *gosax.Reader
	open   []opened
	names  []byte // of the open elements, one after the other
	rooted bool

	head     partly
	records  int
	begun    bool
	record   orgref.Record
	dates    *orgref.Dates // that the open Date belongs to
	track    byte          // its Type: L for Legal, O for Operational
	days     orgref.Days
	text     []byte // of the element that is captured
	taking   bool
	words    map[string]string
	calendar calendar
}

// opened is an element that is open.
type opened struct {
	element
	name int // where its name begins in names
}

func newParser(in io.Reader, file string, r *reading) *parser {
	text := orgref.NewText(in, tokenLimit, "a tag or text (is a > or a quote missing, or is this no XML?)")
	return &parser{reading: r, file: file, in: text, tokens: gosax.NewReaderSize(text, orgref.BufferSize), words: map[string]string{}}
}

// run reads the part to its end.
func (p *parser) run() error {
	for {
		token, err := p.tokens.Event()
		if err == nil {
			if token.Type() == gosax.EventEOF {
				return p.over()
			}
			err = p.token(token)
		}
		if err != nil {
			return p.failed(err)
		}
		p.in.Reached += int64(len(token.Bytes))
	}
}

func (p *parser) token(token gosax.Event) error {
	switch token.Type() {
	case gosax.EventStart:
		return p.start(token.Bytes)
	case gosax.EventEnd:
		return p.end(token.Bytes)
	case gosax.EventText:
		return p.chars(token.Bytes)
	case gosax.EventCData:
		return p.cdata(token.Bytes)
	case gosax.EventProcessingInstruction:
		return encoding(token.Bytes)
	}
	return nil // comments and a document type say nothing
}

// start takes a start tag.
func (p *parser) start(tag []byte) error {
	full, rest := gosax.Name(tag)
	e, parent := elementOf(full), none
	if len(p.open) > 0 {
		parent = p.open[len(p.open)-1].element
	} else if err := p.root(e, full); err != nil {
		return err
	}
	if len(p.open) >= depthLimit {
		return graph.Errorf(graph.Invalid, "<%s> is nested %d levels deep, which no release is: is an end tag missing?", full, depthLimit)
	}
	e = placed(e, parent)
	if err := p.enter(e, parent, rest); err != nil {
		return err
	}
	if tag[len(tag)-2] == '/' {
		return p.leave(e, parent)
	}
	p.open = append(p.open, opened{e, len(p.names)})
	p.names = append(p.names, full...)
	return nil
}

// root checks the first element.
func (p *parser) root(e element, full []byte) error {
	switch {
	case p.rooted:
		return graph.Errorf(graph.Invalid, "<%s> stands after the end of the document: is this two files in one?", full)
	case e != orgRefData:
		return graph.Errorf(graph.Invalid, "begins with <%.40s>, and a release of the Organisation Data Service with <OrgRefData>: is this another file?", full)
	}
	p.rooted = true
	return nil
}

// end takes an end tag.
func (p *parser) end(tag []byte) error {
	full, _ := gosax.Name(tag)
	if len(p.open) == 0 {
		return graph.Errorf(graph.Invalid, "</%.40s> closes nothing", full)
	}
	last := p.open[len(p.open)-1]
	if !bytes.Equal(p.names[last.name:], full) {
		return graph.Errorf(graph.Invalid, "</%.40s> stands where </%.40s> is due%s: the file is damaged, fetch it again", full, p.names[last.name:], p.within())
	}
	p.open, p.names = p.open[:len(p.open)-1], p.names[:last.name]
	parent := none
	if len(p.open) > 0 {
		parent = p.open[len(p.open)-1].element
	}
	return p.leave(last.element, parent)
}

// line gives the line on which the token at hand begins.
func (p *parser) line() int {
	p.in.Take(p.in.Reached)
	return p.in.Line(p.in.Reached)
}

// sinkError is an error of the sink, which is no fault of the place in the file.
type sinkError struct{ error }
