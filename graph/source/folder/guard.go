package folder

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf8"
)

// lineLimit bounds the memory that one line can take; the longest honest line of
// a claims file is a few hundred bytes.
const lineLimit = 1 << 20

// blockSize is how much of a file is read at a time, unless a line is longer.
const blockSize = 64 << 10

// guard reads a text in blocks of whole lines and stops at what is not a CSV file
// in UTF-8: bytes of another encoding, a byte order mark, a line without end.
type guard struct {
	in    io.Reader
	buf   []byte
	have  int    // bytes in buf
	given int    // those of them that the last block had
	lines int    // in all blocks given
	rest  []byte // of the last block, for Read
	end   error  // of in
	err   error  // what comes instead of a further block
}

type guardError struct {
	line    int
	message string
}

func (e *guardError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.message) }

func newGuard(r io.Reader) *guard { return &guard{in: r, buf: make([]byte, blockSize)} }

// Read implements io.Reader.
func (g *guard) Read(p []byte) (int, error) {
	if len(g.rest) == 0 {
		var err error
		if g.rest, err = g.next(); err != nil {
			return 0, err
		}
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

// next gives the next lines, whole but for the last of the text, which may lack its
// line end. They are the caller's until the call after.
func (g *guard) next() ([]byte, error) {
	if g.err != nil {
		return nil, g.err
	}
	g.have = copy(g.buf, g.buf[g.given:g.have])
	g.given = 0
	if !g.fill() {
		return nil, g.err
	}
	block := g.buf[:g.have]
	if g.end != nil {
		g.err = g.end
	} else {
		block = block[:bytes.LastIndexByte(block, '\n')+1]
	}
	g.given = len(block)
	block = g.check(block)
	g.lines += bytes.Count(block, []byte{'\n'})
	if len(block) == 0 && g.err != nil {
		return nil, g.err
	}
	return block, nil
}

// fill reads until the buffer is full and holds a line end, or the text is over.
func (g *guard) fill() bool {
	for g.end == nil {
		for g.have < len(g.buf) && g.end == nil {
			var n int
			n, g.end = g.in.Read(g.buf[g.have:])
			g.have += n
		}
		if g.end != nil || bytes.IndexByte(g.buf[:g.have], '\n') >= 0 {
			break
		}
		if len(g.buf) > lineLimit {
			g.fail(g.lines+1, "the line is longer than %d bytes: is a quote or a line end missing, or is this no CSV file?", lineLimit)
			return false
		}
		g.buf = append(g.buf, make([]byte, min(len(g.buf), lineLimit+1-len(g.buf)))...)
	}
	return true
}

// check gives the lines of a block before the first that is no text in UTF-8.
func (g *guard) check(block []byte) []byte {
	if g.lines == 0 && bytes.HasPrefix(block, []byte("\xef\xbb\xbf")) {
		return g.fail(1, "the file starts with a byte order mark: save it as UTF-8 without BOM")
	}
	if g.lines == 0 && (bytes.HasPrefix(block, []byte("\xff\xfe")) || bytes.HasPrefix(block, []byte("\xfe\xff"))) {
		return g.fail(1, "the file is UTF-16: save it as UTF-8")
	}
	zero, invalid := bytes.IndexByte(block, 0), firstInvalid(block)
	if zero < 0 && invalid == len(block) {
		return block
	}
	start := bytes.LastIndexByte(block[:min(uint(zero), uint(invalid))], '\n') + 1 // a zero of -1 is the largest number
	line := g.lines + bytes.Count(block[:start], []byte{'\n'}) + 1
	if end := bytes.IndexByte(block[start:], '\n'); zero >= 0 && (end < 0 || zero < start+end) {
		g.fail(line, "there is a zero byte: this is no text file in UTF-8")
	} else {
		g.fail(line, "byte %d is not UTF-8 (Latin-1 or Windows-1252?): save the file as UTF-8", invalid-start+1)
	}
	return block[:start]
}

func (g *guard) fail(line int, format string, args ...any) []byte {
	g.err = &guardError{line, fmt.Sprintf(format, args...)}
	return nil
}

// firstInvalid gives where a text stops being UTF-8: its length where it never does.
// utf8.Valid is slow behind the first letter that is not ASCII, of which a file of
// claims has one a line (¶).
func firstInvalid(text []byte) int {
	at := 0
	for at < len(text) {
		for at+8 <= len(text) && binary.LittleEndian.Uint64(text[at:])&0x8080808080808080 == 0 {
			at += 8
		}
		for at < len(text) && text[at] < utf8.RuneSelf {
			at++
		}
		if at == len(text) {
			break
		}
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
	return at
}
