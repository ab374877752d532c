package orgref

import (
	"bytes"
	"io"

	"mapper/graph"
)

// BufferSize is what is read of a text at a time.
const BufferSize = 256 << 10

// Text is a file as a tokenizer reads it: without a byte order mark, and not more
// ahead of what has been taken than one piece may have. It keeps what has not been
// taken, to count its lines when somebody asks where something is.
type Text struct {
	Reached int64 // by who takes the pieces: the one at hand begins there

	in      io.Reader
	limit   int64
	tooLong error
	given   int64
	taken   int64
	started bool
	room    []byte
	kept    []byte // from byte taken on, a part of room
	lines   int    // before it
}

// NewText reads a text whose pieces, tags or records, have at most limit bytes; what
// says in a message what they are and why one may be longer.
func NewText(in io.Reader, limit int, what string) *Text {
	return &Text{in: in, limit: int64(limit), tooLong: graph.Errorf(graph.Invalid, "%s is longer than %d bytes", what, limit)}
}

var errUTF16 = graph.Errorf(graph.Invalid, "the file is UTF-16: save it as UTF-8")

// Read implements io.Reader; it gives at least a byte or an error.
func (t *Text) Read(p []byte) (n int, err error) {
	if t.given-t.Reached > t.limit+BufferSize {
		return 0, t.tooLong
	}
	t.Take(t.Reached)
	for n == 0 && err == nil {
		n, err = t.in.Read(p)
		if !t.started {
			n, err = t.start(p, n, err)
		}
	}
	t.given += int64(n)
	t.room = append(append(t.room[:0], t.kept...), p[:n]...)
	t.kept = t.room
	return n, err
}

// start skips a byte order mark, for which it needs the first bytes.
func (t *Text) start(p []byte, n int, err error) (int, error) {
	t.started = true
	for n < 3 && err == nil && len(p) >= 3 {
		var more int
		more, err = t.in.Read(p[n:])
		n += more
	}
	head := p[:n]
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return 0, errUTF16
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		n = copy(p, head[3:])
	}
	return n, err
}

var newline = []byte("\n")

// Take says that the text before a byte, counted behind the mark, is done with.
func (t *Text) Take(upTo int64) {
	n := min(max(0, upTo-t.taken), int64(len(t.kept)))
	t.lines += bytes.Count(t.kept[:n], newline)
	t.kept = t.kept[n:]
	t.taken += n
}

// End gives how far the text has been read.
func (t *Text) End() int64 { return t.given }

// Line gives the line of a byte that has not been taken, from 1.
func (t *Text) Line(at int64) int {
	n := min(max(0, at-t.taken), int64(len(t.kept)))
	return t.lines + 1 + bytes.Count(t.kept[:n], newline)
}

// Skip gives the first byte from one on that has not been taken and is neither white
// space nor one of a few others.
func (t *Text) Skip(at int64, also string) int64 {
	for n := max(0, at-t.taken); n < int64(len(t.kept)); n++ {
		if c := t.kept[n]; c > ' ' && bytes.IndexByte([]byte(also), c) < 0 {
			return t.taken + n
		}
	}
	return at
}
