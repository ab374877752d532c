package odsjson

import (
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// recordLimit bounds the memory that a record takes; a long one has a hundred
// kilobytes.
const recordLimit = 16 << 20

// parser reads the answers of one file.
type parser struct {
	*reading
	file string
	text *orgref.Text
	in   *jsontext.Decoder
}

func (r *reading) read(in io.Reader, file string) error {
	text := orgref.NewText(in, recordLimit, "a record (is a bracket missing?)")
	p := &parser{reading: r, file: file, text: text, in: jsontext.NewDecoder(text, jsontext.AllowDuplicateNames(true))}
	return p.run()
}

// run reads answers one after the other, in arrays or not.
func (p *parser) run() error {
	for {
		p.text.Reached = p.in.InputOffset()
		var err error
		switch kind := p.in.PeekKind(); kind {
		case '[', ']':
			_, err = p.in.ReadToken()
		case '{':
			err = p.answer()
		case 0: // the end of the text, or no JSON
			if _, err = p.in.ReadToken(); err == io.EOF {
				return nil
			}
		default:
			err = wrongKind(kind, "an answer of the Organisation Data Service, which is an object,")
		}
		if err != nil {
			return p.failed(err)
		}
	}
}

// answer reads one answer: a record, what goes round it, or a list of summaries.
func (p *parser) answer() error {
	p.begin()
	given, bare := false, false
	err := p.object(func(name []byte) error {
		switch string(name) {
		case `"Organisation"`:
			given = true
			return p.whole()
		case `"Organisations"`:
			given = true
			return p.each(p.summary)
		case `"OrgId"`:
			bare = true
		}
		return p.member(name)
	})
	switch {
	case err != nil || given:
		return err
	case bare:
		return p.give()
	}
	return graph.Errorf(graph.Invalid, "is no answer of the Organisation Data Service: it has neither Organisation nor Organisations nor OrgId")
}

func (p *parser) whole() error {
	p.begin()
	if err := p.object(p.member); err != nil {
		return err
	}
	return p.give()
}

// summary reads a record as lists have it: who it is, and no days.
func (p *parser) summary() error {
	p.begin()
	p.record.Summary = true
	if err := p.object(p.member); err != nil {
		return err
	}
	return p.give()
}

func (p *parser) begin() {
	p.text.Reached = p.in.InputOffset()
	p.record.Reset()
	p.record.At = graph.Place{File: p.file, Line: p.line()}
}

// give passes a record on.
func (p *parser) give() error {
	p.records++
	if err := p.emitter.Record(&p.record); err != nil {
		return &sinkError{err}
	}
	return nil
}

// line gives the line of what comes next.
func (p *parser) line() int {
	at := p.text.Skip(p.in.InputOffset(), ",:")
	p.text.Take(at)
	return p.text.Line(at)
}

// sinkError is an error of the sink, which is no fault of the place in the file.
type sinkError struct{ error }

// failed says where reading ended.
func (p *parser) failed(err error) error {
	var sink *sinkError
	var syntax *jsontext.SyntacticError
	var ours *graph.Error
	at, pointer, message := p.in.InputOffset(), p.in.StackPointer(), ""
	switch {
	case errors.As(err, &sink):
		return sink.error
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		at, pointer, message = p.text.End(), "", "the file ends in the middle of a record: it was cut short, fetch it again"
	case errors.As(err, &ours):
		message = ours.Message
	case errors.As(err, &syntax):
		at, pointer, message = syntax.ByteOffset, syntax.JSONPointer, fmt.Sprintf("is no JSON that can be read: %v", syntax.Err)
	default:
		message = "cannot be read: " + err.Error()
	}
	if pointer != "" {
		message += ", at " + string(pointer)
	}
	problem := graph.Problem{Place: graph.Place{File: p.file, Line: p.text.Line(at)}, Message: message}
	return &graph.Error{Kind: graph.Invalid, Message: problem.String(), Cause: err}
}
