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

// writeTable aligns columns for a terminal; long cells are cut with an ellipsis.
func writeTable(w io.Writer, t graph.Table) error {
	if len(t.Columns) == 0 {
		return nil
	}
	lines := [][]string{{}}
	for _, c := range t.Columns {
		lines[0] = append(lines[0], c.Name)
	}
	for _, row := range t.Rows {
		var line []string
		for _, value := range row {
			line = append(line, cut(strings.Join(strings.Fields(Text(value)), " ")))
		}
		lines = append(lines, line)
	}
	widths := make([]int, len(t.Columns))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, line := range lines {
		var out strings.Builder
		for i, cell := range line {
			out.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(out.String(), " ")); err != nil {
			return err
		}
		if n == 0 {
			total := -2
			for _, width := range widths {
				total += width + 2
			}
			fmt.Fprintln(w, strings.Repeat("─", total))
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
