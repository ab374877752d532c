package folder

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

// lineLimit bounds the memory that one line can take; the longest honest line of
// a claims file is a few hundred bytes.
const lineLimit = 1 << 20

// guard passes a text on line by line and stops at what is not a CSV file in
// UTF-8: bytes of another encoding, a byte order mark, a line without end.
type guard struct {
	in   *bufio.Reader
	line int
	rest []byte
	err  error
}

type guardError struct {
	line    int
	message string
}

func (e *guardError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.message) }

func newGuard(r io.Reader) *guard { return &guard{in: bufio.NewReaderSize(r, 64<<10)} }

// Read implements io.Reader.
func (g *guard) Read(p []byte) (int, error) {
	for len(g.rest) == 0 {
		if g.err != nil {
			return 0, g.err
		}
		g.next()
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

// next reads and checks one line.
func (g *guard) next() {
	g.line++
	var line []byte
	for {
		part, err := g.in.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > lineLimit {
			g.fail("the line is longer than %d bytes: is a quote or a line end missing, or is this no CSV file?", lineLimit)
			return
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		g.err = err
		break
	}
	switch {
	case g.line == 1 && bytes.HasPrefix(line, []byte("\xef\xbb\xbf")):
		g.fail("the file starts with a byte order mark: save it as UTF-8 without BOM")
	case g.line == 1 && (bytes.HasPrefix(line, []byte("\xff\xfe")) || bytes.HasPrefix(line, []byte("\xfe\xff"))):
		g.fail("the file is UTF-16: save it as UTF-8")
	case bytes.IndexByte(line, 0) >= 0:
		g.fail("there is a zero byte: this is no text file in UTF-8")
	case !utf8.Valid(line):
		g.fail("byte %d is not UTF-8 (Latin-1 or Windows-1252?): save the file as UTF-8", firstInvalid(line)+1)
	default:
		g.rest = line
	}
}

func (g *guard) fail(format string, args ...any) {
	g.rest = nil
	g.err = &guardError{g.line, fmt.Sprintf(format, args...)}
}

func firstInvalid(line []byte) int {
	at := 0
	for at < len(line) {
		r, size := utf8.DecodeRune(line[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
	return at
}
