package format

import (
	"bufio"
	"encoding/xml"
	"io"
)

// pieces writes an XML file of many elements one after the other; the first thing that
// goes wrong is remembered.
type pieces struct {
	out *bufio.Writer
	xml *xml.Encoder
	err error
}

func newPieces(w io.Writer) *pieces {
	out := bufio.NewWriter(w)
	p := &pieces{out: out, xml: xml.NewEncoder(out)}
	p.text(xml.Header)
	return p
}

// text writes a piece of XML as it stands.
func (p *pieces) text(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s)
	}
}

// element writes a value as one element on a line of its own.
func (p *pieces) element(v any) {
	if p.err == nil {
		p.err = p.xml.Encode(v)
	}
	p.text("\n")
}

func (p *pieces) end() error {
	if p.err != nil {
		return p.err
	}
	return p.out.Flush()
}
