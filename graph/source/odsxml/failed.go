package odsxml

import (
	"errors"
	"fmt"
	"io"

	"mapper/graph"
)

// over ends the part.
func (p *parser) over() error {
	if !p.rooted {
		return p.failed(graph.Errorf(graph.Invalid, "is empty: a release of the Organisation Data Service begins with <OrgRefData>"))
	}
	if len(p.open) > 0 {
		return p.failed(io.ErrUnexpectedEOF)
	}
	if p.records == 0 {
		return p.failed(graph.Errorf(graph.Invalid, "holds no <Organisation> within <Organisations>: is this another file?"))
	}
	return nil
}

// failed says where reading ended. The sink's errors have their place already.
func (p *parser) failed(err error) error {
	var ours *graph.Error
	var sink *sinkError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &sink):
		return sink.error
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return p.cutShort()
	case errors.As(err, &ours):
		return p.at(ours.Message, ours)
	}
	return p.at("is no XML that can be read: "+err.Error(), err)
}

// cutShort is the error of a file that ends too early.
func (p *parser) cutShort() error {
	message := "the file ends in the middle of a tag"
	if n := len(p.open); n > 0 {
		last := p.open[n-1]
		message = "the file ends inside <" + string(p.names[last.name:]) + ">" + p.within()
	}
	return p.at(message+": it was cut short, fetch it again", io.ErrUnexpectedEOF)
}

// within says which record is being read.
func (p *parser) within() string {
	if p.records == 0 {
		return ""
	}
	return fmt.Sprintf(", in or behind the record of line %d", p.record.At.Line)
}

func (p *parser) at(message string, cause error) error {
	problem := graph.Problem{Place: graph.Place{File: p.file, Line: p.line()}, Message: message}
	return &graph.Error{Kind: graph.Invalid, Message: problem.String(), Cause: cause}
}

func fromSink(err error) error {
	if err == nil {
		return nil
	}
	return &sinkError{err}
}
