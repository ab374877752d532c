package source

import (
	"bufio"
	"encoding/binary"
	"os"
	"strings"

	"github.com/cespare/xxhash/v2"

	"mapper/graph"
)

// rowsOut writes rows to a file of the spool's own form: each row its length, then
// its fields, texts with their length before them and words, which many rows share,
// as their number in a list that is held.
type rowsOut struct {
	file *os.File
	out  *bufio.Writer
	at   int64 // where the next row will stand
	rows int
	row  []byte
	words
}

// words numbers texts that many rows share, from 1.
type words struct {
	list    []string
	numbers map[string]uint64
	last    [wordFields]lastWord
}

// lastWord is what a field held in the row before: most hold the same.
type lastWord struct {
	text   string
	number uint64
}

// The fields that hold words, each of which remembers its last.
const (
	fileWord = iota
	kindWord
	schemeWord
	relationWord
	statusWord
	roleWord
	documentWord
	wordFields
)

// wordLimit is how many texts are numbered; the rest are written out.
const wordLimit = 4096

func newRowsOut(dir, name string) (*rowsOut, error) {
	file, err := os.CreateTemp(dir, name)
	if err != nil {
		return nil, err
	}
	return &rowsOut{file: file, out: bufio.NewWriterSize(file, 256<<10), words: words{numbers: map[string]uint64{}}}, nil
}

// content is a fingerprint of what is in the row so far.
func (r *rowsOut) content() uint64 { return xxhash.Sum64(r.row) }

// end writes the row that was put together, with its place.
func (r *rowsOut) end(place graph.Place) error {
	r.word(fileWord, place.File)
	r.number(place.Line)
	var length [binary.MaxVarintLen64]byte
	n := binary.PutUvarint(length[:], uint64(len(r.row)))
	r.rows++
	r.at += int64(n + len(r.row))
	if _, err := r.out.Write(length[:n]); err != nil {
		return err
	}
	_, err := r.out.Write(r.row)
	return err
}

func (r *rowsOut) begin() { r.row = r.row[:0] }

func (r *rowsOut) text(s string) {
	r.number(len(s))
	r.row = append(r.row, s...)
}

func (r *rowsOut) number(n int) { r.row = binary.AppendUvarint(r.row, uint64(n)) }

func (r *rowsOut) span(s graph.Span) {
	r.text(string(s.Start))
	r.text(string(s.End))
}

func (r *rowsOut) word(field int, s string) {
	last := &r.last[field]
	if last.number == 0 || last.text != s {
		last.number = r.wordNumber(s)
		if last.number > 0 {
			last.text = r.list[last.number-1] // which keeps no row of a file alive
		}
	}
	r.row = binary.AppendUvarint(r.row, last.number)
	if last.number == 0 {
		r.text(s)
	}
}

// wordNumber gives the number of a text, 0 where there are too many.
func (r *rowsOut) wordNumber(s string) uint64 {
	number, ok := r.numbers[s]
	if !ok && len(r.list) < wordLimit {
		s = strings.Clone(s)
		r.list = append(r.list, s)
		number = uint64(len(r.list))
		r.numbers[s] = number
	}
	return number
}

// close gives the file up.
func (r *rowsOut) close() error {
	r.file.Close()
	return os.Remove(r.file.Name())
}
