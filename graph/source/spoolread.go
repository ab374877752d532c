package source

import (
	"bufio"
	"encoding/binary"
	"io"

	"mapper/graph"
)

// blockSize is how much of a file is held at a time; longer rows are read whole.
const blockSize = 128 << 10

// each gives every row. Its texts are parts of a block of the file: one that is kept
// keeps the block.
func (r *rowsOut) each(use func(*rowIn) error) error {
	if err := r.out.Flush(); err != nil {
		return err
	}
	row := rowIn{words: r.list}
	block := make([]byte, blockSize)
	for at := int64(0); at < r.at; {
		n, err := r.file.ReadAt(block[:min(int64(len(block)), r.at-at)], at)
		if err != nil && err != io.EOF {
			return err
		}
		text := string(block[:n])
		used := 0
		for {
			length, size := uvarint(text[used:])
			if size == 0 || len(text)-used-size < length {
				break // the rest of the row is in the next block
			}
			row.rest = text[used+size : used+size+length]
			used += size + length
			if err := use(&row); err != nil {
				return err
			}
		}
		if used == 0 {
			block = make([]byte, 2*len(block))
		}
		at += int64(used)
	}
	return nil
}

// uvarint reads a number as binary.Uvarint does, from a string.
func uvarint(text string) (n, size int) {
	for i := 0; i < len(text); i++ {
		n |= int(text[i]&0x7f) << (7 * i)
		if text[i] < 0x80 {
			return n, i + 1
		}
	}
	return 0, 0
}

// first gives the first text of the row at a place of the file, which is its id.
func (r *rowsOut) first(at int64) (string, error) {
	if err := r.out.Flush(); err != nil {
		return "", err
	}
	in := bufio.NewReaderSize(io.NewSectionReader(r.file, at, r.at-at), 256)
	if _, err := binary.ReadUvarint(in); err != nil {
		return "", err
	}
	length, err := binary.ReadUvarint(in)
	if err != nil {
		return "", err
	}
	id := make([]byte, length)
	_, err = io.ReadFull(in, id)
	return string(id), err
}

// rowIn is one row on its way back.
type rowIn struct {
	rest  string
	words []string
}

func (r *rowIn) number() int {
	if len(r.rest) > 0 && r.rest[0] < 0x80 { // most are small
		n := int(r.rest[0])
		r.rest = r.rest[1:]
		return n
	}
	n, size := uvarint(r.rest)
	r.rest = r.rest[size:]
	return n
}

func (r *rowIn) text() string {
	n := r.number()
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

func (r *rowIn) word() string {
	if n := r.number(); n > 0 {
		return r.words[n-1]
	}
	return r.text()
}

func (r *rowIn) span() graph.Span {
	return graph.Span{Start: graph.Date(r.text()), End: graph.Date(r.text())}
}
