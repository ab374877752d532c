package folder

import (
	"os"

	"mapper/graph/source/folder/xlsx"
)

// sheetFile is a sheet on its way into a CSV file in which each row is one record,
// so that the number of a record is that of its row.
type sheetFile struct {
	file   *os.File
	header []string // of the first row
	next   int      // row to be written next
	buffer []byte
}

// row writes a row: as many cells as the header has, and more only where they hold
// something, which is then reported as too many.
func (s *sheetFile) row(r *xlsx.Row) error {
	last := 0
	for i, cell := range r.Cells {
		if len(cell) > 0 {
			last = i + 1
		}
	}
	if last == 0 {
		return nil
	}
	for ; s.next < r.Number; s.next++ {
		s.buffer = append(s.buffer, '\n') // an empty row
	}
	if s.header == nil {
		for _, cell := range r.Cells[:last] {
			s.header = append(s.header, string(cell))
		}
	}
	for i := range max(last, len(s.header)) {
		if i > 0 {
			s.buffer = append(s.buffer, ',')
		}
		if i < last {
			s.buffer = appendCell(s.buffer, r.Cells[i])
		}
	}
	s.buffer = append(s.buffer, '\n')
	s.next++
	if len(s.buffer) < tableBuffer {
		return nil
	}
	return s.flush()
}

func (s *sheetFile) flush() error {
	_, err := s.file.Write(s.buffer)
	s.buffer = s.buffer[:0]
	return err
}

func (s *sheetFile) close() error {
	err := s.flush()
	if failed := s.file.Close(); err == nil {
		err = failed
	}
	return err
}
