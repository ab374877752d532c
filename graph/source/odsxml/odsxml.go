// Package odsxml reads the release of the Organisation Data Service in XML
// (HSCOrgRefData, full and archive), plain or in a zip. It streams: a release of a
// gigabyte takes the memory of its codes.
package odsxml

import (
	"bytes"
	"io"
	"regexp"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/orgref"
)

// Options are what the user says of a release.
type Options struct {
	Release graph.Date // when it was published; "" to believe the file
}

// The datasets that a release makes. An archive alone is one of its own, so that it
// does not take the place of the full part, loaded before it.
const (
	dataset        = "ods"
	archiveDataset = "ods-archive"
)

// rootTag is how the first element begins, with or without a prefix.
var rootTag = regexp.MustCompile(`<([A-Za-z_][\w.-]*:)?OrgRefData[\s>]`)

// Sniff says whether a file that begins with head is such a release: the XML, or a
// zip whose first file is XML or another zip.
func Sniff(head []byte) bool {
	if isZip(head) {
		return zippedXML(head)
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<")) && rootTag.Match(head)
}

// About says what was read: the dataset without its rows, which went to the sink.
type About = orgref.About

// Read reads one XML text; file is its name as messages should show it.
func Read(in io.Reader, file string, o Options, to source.Sink) (*About, error) {
	r := reading{Options: o, to: to}
	if err := r.part(in, file); err != nil {
		return nil, err
	}
	return r.finish()
}

// reading is the reading of the parts of one release.
type reading struct {
	Options
	to      source.Sink
	emitter *orgref.Emitter // nil until the first part has said what it is
	release orgref.Release
	first   string // file of the first part
	partly  partly
}

// partly is what a part says of itself, in its Manifest.
type partly struct {
	version, kind, content string
	published              graph.Date
}

// part reads one part.
func (r *reading) part(in io.Reader, file string) error {
	p := newParser(in, file, r)
	return p.run()
}

func (r *reading) finish() (*About, error) {
	if err := r.emitter.Close(); err != nil {
		return nil, err
	}
	return r.release.About(), nil
}
