package succession

import (
	"bytes"
	"io"
	"regexp"
)

// bareForm is the first line of a list without a header: code, code, reason, day, indicator.
var bareForm = regexp.MustCompile(`^"?[A-Z0-9]{2,12}"?,"?[A-Z0-9]{2,12}"?,"?[A-Z]?"?,"?\d{8}"?,[^,]*$`)

// peeked is a text whose first line can be looked at before it is read.
type peeked struct {
	in   io.Reader
	head []byte
}

// bare says whether the first line is a succession rather than a header.
func (p *peeked) bare() bool {
	head := make([]byte, 200)
	n, _ := io.ReadFull(p.in, head) // a shorter text, or an error, shows when it is read
	p.head = head[:n]
	line, _, _ := bytes.Cut(p.head, []byte("\n"))
	return bareForm.Match(bytes.TrimSpace(line))
}

// Read implements io.Reader.
func (p *peeked) Read(into []byte) (int, error) {
	if len(p.head) > 0 {
		n := copy(into, p.head)
		p.head = p.head[n:]
		return n, nil
	}
	return p.in.Read(into)
}
