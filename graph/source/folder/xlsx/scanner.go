package xlsx

import (
	"bytes"
	"fmt"
	"io"
)

// partLimit bounds what one tag or one text between tags may take; Excel's longest
// cell is 32,767 letters.
const partLimit = 1 << 20

// scanner reads the tags and texts of an XML file that a spreadsheet program wrote.
// It knows less than encoding/xml (no document types, no namespaces: a prefix is
// dropped) and is twenty times as fast, which a sheet of a million rows needs.
type scanner struct {
	in     io.Reader
	buf    []byte
	at     int // of the next byte in buf
	have   int // bytes in buf
	end    error
	name   []byte // of the tag, without prefix
	attrs  []byte // the tag behind its name
	text   []byte // between two tags, as it stands
	cdata  bool   // text is to be taken as it is
	closed bool   // the tag has no content
}

const cdataMark = "<![CDATA["

// kind says what a scanner has found.
type kind int

const (
	open  kind = iota // a start tag
	shut              // an end tag
	chars             // a text
)

func newScanner(in io.Reader) *scanner { return &scanner{in: in, buf: make([]byte, 64<<10)} }

// next finds the next tag or text. What it sets holds until the call after; at the
// end err is io.EOF.
func (s *scanner) next() (kind, error) {
	for {
		if s.at == s.have && !s.more() {
			return chars, s.end
		}
		if s.buf[s.at] != '<' {
			return chars, s.upTo("<", 0)
		}
		for s.have-s.at < len(cdataMark) && s.more() { // enough to tell what follows
		}
		if s.at+1 < s.have && s.buf[s.at+1] != '?' && s.buf[s.at+1] != '!' {
			return s.tag()
		}
		if text, err := s.special(); text || err != nil {
			return chars, err
		}
	}
}

// special passes over what is neither tag nor text, or takes a text that is marked
// as one.
func (s *scanner) special() (text bool, err error) {
	rest := s.buf[s.at:s.have]
	switch {
	case bytes.HasPrefix(rest, []byte("<?")):
		return false, s.pass("?>")
	case bytes.HasPrefix(rest, []byte("<!--")):
		return false, s.pass("-->")
	case bytes.HasPrefix(rest, []byte(cdataMark)):
		s.at += len(cdataMark)
		err := s.upTo("]]>", len("]]>"))
		s.cdata = true
		return true, err
	case bytes.HasPrefix(rest, []byte("<!")):
		return false, fmt.Errorf("it has a document type, as no workbook does")
	}
	return false, s.cut()
}

// upTo makes text of all before a mark, of which skip bytes are passed over.
func (s *scanner) upTo(mark string, skip int) error {
	for from := s.at; ; {
		if i := bytes.Index(s.buf[from:s.have], []byte(mark)); i >= 0 {
			s.text, s.cdata = s.buf[s.at:from+i], false
			s.at = from + i + skip
			return nil
		}
		seen := max(s.have-s.at-len(mark)+1, 0)
		if !s.more() {
			if s.end == io.EOF && mark == "<" { // what follows the last tag
				s.text, s.cdata, s.at = s.buf[s.at:s.have], false, s.have
				return nil
			}
			return s.cut()
		}
		from = s.at + seen
	}
}

// pass drops all up to and with a mark, however long that is.
func (s *scanner) pass(mark string) error {
	for {
		if i := bytes.Index(s.buf[s.at:s.have], []byte(mark)); i >= 0 {
			s.at += i + len(mark)
			return nil
		}
		s.at = max(s.at, s.have-len(mark)+1)
		if !s.more() {
			return s.cut()
		}
	}
}

// tag takes the tag that begins at s.at. A quoted value may hold the sign that ends
// a tag, though programs seldom write it so.
func (s *scanner) tag() (kind, error) {
	for from := 1; ; {
		i := bytes.IndexByte(s.buf[s.at+from:s.have], '>')
		if i >= 0 {
			tag := s.buf[s.at+1 : s.at+from+i]
			if !quoting(tag) {
				return s.found(tag), nil
			}
			from += i + 1
			continue
		}
		from = s.have - s.at
		if !s.more() {
			return open, s.cut()
		}
	}
}

// quoting says whether a tag breaks off inside a quoted value.
func quoting(tag []byte) bool {
	if bytes.IndexByte(tag, '\'') < 0 {
		return bytes.Count(tag, []byte{'"'})%2 != 0
	}
	var quote byte
	for _, c := range tag {
		if c == quote {
			quote = 0
		} else if quote == 0 && (c == '"' || c == '\'') {
			quote = c
		}
	}
	return quote != 0
}

// found parts a tag into its name and what follows.
func (s *scanner) found(tag []byte) kind {
	s.at += len(tag) + len("<>")
	what := open
	if len(tag) > 0 && tag[0] == '/' {
		what, tag = shut, tag[1:]
	}
	s.closed = len(tag) > 0 && tag[len(tag)-1] == '/'
	if s.closed {
		tag = tag[:len(tag)-1]
	}
	n, from := 0, 0
	for n < len(tag) && tag[n] > ' ' {
		if tag[n] == ':' {
			from = n + 1
		}
		n++
	}
	s.name, s.attrs = tag[from:n], tag[n:]
	return what
}

// attr gives the next attribute of the tag; ok is false behind the last.
func (s *scanner) attr() (name, value []byte, ok bool) {
	rest := spaced(s.attrs)
	equals := bytes.IndexByte(rest, '=')
	if equals < 0 {
		return nil, nil, false
	}
	name, rest = rest[:equals], spaced(rest[equals+1:])
	for len(name) > 0 && name[len(name)-1] <= ' ' {
		name = name[:len(name)-1]
	}
	if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
		return nil, nil, false
	}
	end := bytes.IndexByte(rest[1:], rest[0])
	if end < 0 {
		return nil, nil, false
	}
	s.attrs = rest[end+2:]
	return name, rest[1 : end+1], true
}

// spaced drops white space at the front.
func spaced(text []byte) []byte {
	for len(text) > 0 && text[0] <= ' ' {
		text = text[1:]
	}
	return text
}

// more reads on, keeping what has not been taken; false when there is no more or
// the part is too long.
func (s *scanner) more() bool {
	if s.end != nil {
		return false
	}
	if s.at > 0 {
		s.have = copy(s.buf, s.buf[s.at:s.have])
		s.at = 0
	}
	if s.have == len(s.buf) {
		if len(s.buf) >= partLimit {
			s.end = fmt.Errorf("a part of it is longer than %d bytes", partLimit)
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n := 0
	for n == 0 && s.end == nil {
		n, s.end = s.in.Read(s.buf[s.have:])
	}
	s.have += n
	return n > 0
}

// cut is the error of a file that ends inside a part.
func (s *scanner) cut() error {
	if s.end == io.EOF {
		return fmt.Errorf("it is cut off: %w", io.ErrUnexpectedEOF)
	}
	return s.end
}
