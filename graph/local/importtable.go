package local

import (
	"bytes"

	"mapper/graph"
)

// Column is one value of a table's rows. Its Type says what Row takes for it:
//
//	string                     a string
//	string[], long[]           a []string, a []int64; an empty one is none
//	int, long                  an int or int64; both become Neo4j's one integer
//	boolean                    a bool
//	date                       a time.Time, of which the day counts
//	ID(Group)                  a string that no other node of the group has
//	START_ID(Group), END_ID(…) such a string: the ends of a relationship
//	LABEL                      a string, or a []string of all labels of the node
//	TYPE                       a string
//
// The value becomes the property Name. Without a name an ID is only the import's own;
// the other roles never become properties.
type Column struct {
	Name string
	Type string
}

// Table takes the rows of one sort of nodes or relationships. It serves one
// goroutine at a time.
type Table struct {
	sort    string // nodes or relationships
	name    string
	header  string // the file that names the columns
	columns []column
	plain   file // the rows
	lines   file // those of them that have a line break in a value, which are slower to import
	rows    int64
	longest int // bytes of the longest row
}

// Row adds a row: a value for each column, nil where there is none. Strings may hold
// anything that is text. An error names the column.
func (t *Table) Row(values ...any) error {
	if len(values) != len(t.columns) {
		return graph.Errorf(graph.Internal, "A row of %d values was given to the import of %s, which has %d columns.", len(values), t.name, len(t.columns))
	}
	start := len(t.plain.buffer)
	buffer := t.plain.buffer
	for i, v := range values {
		if i > 0 {
			buffer = append(buffer, ',')
		}
		before := len(buffer)
		var fault string
		if buffer, fault = t.columns[i].append(buffer, v); fault != "" {
			t.plain.buffer = buffer[:start]
			return graph.Errorf(graph.Invalid, "The %s of %s (%.60q) cannot be imported: it %s.", t.columns[i].label(), t.name, buffer[before:], fault)
		}
	}
	buffer = append(buffer, '\n')
	row := buffer[start:]
	t.longest = max(t.longest, len(row))
	t.rows++
	if bytes.IndexByte(row[:len(row)-1], '\n') >= 0 || bytes.IndexByte(row, '\r') >= 0 {
		t.lines.buffer = append(t.lines.buffer, row...)
		t.plain.buffer = buffer[:start]
		return t.lines.writeFull()
	}
	t.plain.buffer = buffer
	return t.plain.writeFull()
}

// finish writes what is left and closes the files.
func (t *Table) finish() error {
	if err := t.plain.finish(); err != nil {
		return err
	}
	return t.lines.finish()
}

// close gives up files that were not finished.
func (t *Table) close() {
	for _, f := range []*file{&t.plain, &t.lines} {
		if f.file != nil {
			f.file.Close()
		}
	}
}
