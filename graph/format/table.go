package format

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"mapper/graph"
)

// widest is how many characters a column of the terminal's table may take.
const widest = 48

// tableRows keeps the lines of a terminal's table until all are known.
type tableRows struct {
	to    io.Writer
	lines [][]string
}

func newTable(w io.Writer, columns []graph.Column) (Rows, error) {
	var header []string
	for _, c := range columns {
		header = append(header, c.Name)
	}
	return &tableRows{w, [][]string{header}}, nil
}

// Row implements Rows.
func (t *tableRows) Row(cells []any) error {
	var line []string
	for _, value := range cells {
		line = append(line, cut(strings.Join(strings.Fields(Text(value)), " ")))
	}
	t.lines = append(t.lines, line)
	return nil
}

// End aligns the columns; long cells have been cut with an ellipsis.
func (t *tableRows) End(graph.Shown) error {
	if len(t.lines[0]) == 0 {
		return nil
	}
	widths := make([]int, len(t.lines[0]))
	for _, line := range t.lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, line := range t.lines {
		var out strings.Builder
		for i, cell := range line {
			out.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		if _, err := fmt.Fprintln(t.to, strings.TrimRight(out.String(), " ")); err != nil {
			return err
		}
		if n == 0 {
			total := -2
			for _, width := range widths {
				total += width + 2
			}
			fmt.Fprintln(t.to, strings.Repeat("─", total))
		}
	}
	return nil
}

func cut(text string) string {
	if utf8.RuneCountInString(text) <= widest {
		return text
	}
	return string([]rune(text)[:widest-1]) + "…"
}
