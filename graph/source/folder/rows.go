package folder

import "io"

// Rows reads the records of any CSV file in UTF-8, with the means by which those of
// a dataset are read, for the readers of other CSV files.
type Rows struct{ records *records }

// NewRows begins to read a file.
func NewRows(in io.Reader) *Rows { return &Rows{newRecords(in, false)} }

// Next gives the cells of the next record, which are the caller's until the next
// call; the strings stay as they are. At the end err is io.EOF.
func (r *Rows) Next() (cells []string, err error) { return r.records.read() }

// Line is the line at which the last record starts, from 1.
func (r *Rows) Line() int { return r.records.line }
