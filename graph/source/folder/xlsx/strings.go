package xlsx

import (
	"fmt"
	"io"
	"os"
)

// sharedStrings are the texts that the cells of a workbook name by number. Up to
// heldStrings bytes are held; more go to a temporary file, of which the pages last
// used are held: programs number the texts in the order of the cells.
type sharedStrings struct {
	ends  []uint32 // of each text in all of them
	tail  []byte   // what is held, or not yet in the file
	spill *os.File
	pages [pageCount]page
	last  []byte // a text that stands on two pages
}

type page struct {
	number int // from 1
	bytes  []byte
}

const (
	pageSize   = 4 << 10
	pageCount  = 4 << 10
	flushSize  = 64 << 10
	allStrings = 1<<32 - 1 // as many bytes as can be numbered
)

// heldStrings is how many bytes of texts are held.
var heldStrings = 8 << 20

// readStrings reads the part of a workbook that lists them.
func readStrings(in io.Reader) (*sharedStrings, error) {
	s, x := &sharedStrings{}, newScanner(in)
	var text []byte
	inText, aloud := false, false
	for {
		what, err := x.next()
		if err == io.EOF {
			err = x.cut()
		}
		if err != nil {
			return s, err
		}
		switch {
		case what != chars && string(x.name) == "sst" && (what == shut || x.closed):
			return s, s.flush()
		case what == chars && inText && !aloud:
			text = x.append(text)
		case what == chars:
		case string(x.name) == "t":
			inText = what == open && !x.closed
		case string(x.name) == "rPh": // how to pronounce it
			aloud = what == open && !x.closed
		case string(x.name) == "si" && (what == shut || x.closed):
			if err := s.add(unescaped(text, 0)); err != nil {
				return s, err
			}
			text = text[:0]
		}
	}
}

// append adds the text that the scanner found.
func (s *scanner) append(to []byte) []byte {
	if s.cdata {
		return append(to, s.text...)
	}
	return appendText(to, s.text)
}

func (s *sharedStrings) add(text []byte) error {
	end := len(text)
	if n := len(s.ends); n > 0 {
		end += int(s.ends[n-1])
	}
	if end > allStrings {
		return fmt.Errorf("it has more than 4 GB of text")
	}
	s.ends = append(s.ends, uint32(end))
	s.tail = append(s.tail, text...)
	if s.spill == nil && end > heldStrings {
		var err error
		if s.spill, err = os.CreateTemp("", "mapper-strings-"); err != nil {
			return err
		}
	}
	if s.spill != nil && len(s.tail) >= flushSize {
		return s.flush()
	}
	return nil
}

// flush writes what waits for the file, where there is one.
func (s *sharedStrings) flush() error {
	if s.spill == nil {
		return nil
	}
	_, err := s.spill.Write(s.tail)
	if cap(s.tail) > 2*flushSize {
		s.tail = nil // it was large while everything was held
	}
	s.tail = s.tail[:0]
	return err
}

// get gives a text, which holds until the next call.
func (s *sharedStrings) get(number int) ([]byte, error) {
	if number < 0 || number >= len(s.ends) {
		return nil, fmt.Errorf("there is no shared text %d", number)
	}
	from, to := 0, int(s.ends[number])
	if number > 0 {
		from = int(s.ends[number-1])
	}
	if s.spill == nil {
		return s.tail[from:to], nil
	}
	s.last = s.last[:0]
	for from < to {
		p, err := s.page(from / pageSize)
		if err != nil {
			return nil, err
		}
		start := from % pageSize
		part := p[start:min(start+to-from, len(p))]
		if len(part) == to-from && len(s.last) == 0 {
			return part, nil
		}
		s.last = append(s.last, part...)
		from += len(part)
	}
	return s.last, nil
}

func (s *sharedStrings) page(number int) ([]byte, error) {
	p := &s.pages[number%pageCount]
	if p.number == number+1 {
		return p.bytes, nil
	}
	if p.bytes == nil {
		p.bytes = make([]byte, pageSize)
	}
	p.number = 0
	n, err := s.spill.ReadAt(p.bytes[:pageSize], int64(number)*pageSize)
	if err != nil && err != io.EOF {
		return nil, err
	}
	p.number, p.bytes = number+1, p.bytes[:n]
	return p.bytes, nil
}

// close drops the temporary file.
func (s *sharedStrings) close() error {
	if s == nil || s.spill == nil {
		return nil
	}
	err := s.spill.Close()
	if gone := os.Remove(s.spill.Name()); err == nil {
		err = gone
	}
	return err
}
