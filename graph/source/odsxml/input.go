package odsxml

import (
	"bytes"
	"io"

	"mapper/graph"
)

// tokenLimit bounds the memory that one tag or text can take; the longest honest one
// has a few hundred bytes.
const tokenLimit = 1 << 20

// bufferSize is what is read at a time.
const bufferSize = 256 << 10

// input is what the tokenizer reads: without a byte order mark, and not more ahead
// of what has been taken than one token may have. It keeps what has not been taken,
// to count its lines when somebody asks where that is.
type input struct {
	in      io.Reader
	given   int64
	taken   int64 // by the parser: the token at hand begins there
	started bool
	room    []byte
	kept    []byte // from byte counted on, a part of room
	counted int64
	lines   int // before byte counted
}

var (
	errTooLong = graph.Errorf(graph.Invalid, "a tag or text is longer than %d bytes: is a > or a quote missing, or is this no XML?", tokenLimit)
	errUTF16   = graph.Errorf(graph.Invalid, "the file is UTF-16: save it as UTF-8")
)

// Read implements io.Reader; it gives at least a byte or an error.
func (i *input) Read(p []byte) (n int, err error) {
	if i.given-i.taken > tokenLimit+bufferSize {
		return 0, errTooLong
	}
	for n == 0 && err == nil {
		n, err = i.in.Read(p)
		if !i.started {
			n, err = i.start(p, n, err)
		}
	}
	i.given += int64(n)
	i.keep(p[:n])
	return n, err
}

// start skips a byte order mark, for which it needs the first bytes.
func (i *input) start(p []byte, n int, err error) (int, error) {
	i.started = true
	for n < 3 && err == nil && len(p) >= 3 {
		var more int
		more, err = i.in.Read(p[n:])
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

// keep holds what was read until it is taken.
func (i *input) keep(read []byte) {
	i.line()
	i.room = append(append(i.room[:0], i.kept...), read...)
	i.kept = i.room
}

var newline = []byte("\n")

// line gives the line on which the token at hand begins.
func (i *input) line() int {
	n := min(i.taken-i.counted, int64(len(i.kept)))
	i.lines += bytes.Count(i.kept[:n], newline)
	i.kept = i.kept[n:]
	i.counted += n
	return i.lines + 1
}
