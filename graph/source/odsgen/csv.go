package odsgen

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// WriteCSV writes the practices and other prescribers of a release, full and archive
// together, as the report epraccur in its older dialect: 27 columns, no header.
func WriteCSV(w io.Writer, o Options) error {
	out := bufio.NewWriterSize(w, 256<<10)
	world := newWorld(o)
	var r orgref.Record
	for _, c := range []int{practice, costCentre} {
		for k := range world.counts[c] {
			for _, world.Archive = range []bool{false, true} {
				if world.record(&r, c, k) && !r.RefOnly {
					prescriber(out, &r, c == practice)
				}
			}
		}
	}
	return out.Flush()
}

// prescriber writes one row; what fails, Flush says.
func prescriber(out *bufio.Writer, r *orgref.Record, practice bool) {
	status, setting := "A", "0"
	if r.Status == orgref.Inactive {
		status = "C"
	}
	if practice {
		setting = "4"
	}
	days := r.Dates.Operational
	cells := [27]string{0: r.Code, 1: r.Name, 4: "1 HIGH STREET", 5: "TRURO", 9: "ZZ1 1ZZ", 10: digits(days.Start), 11: digits(days.End), 12: status, 13: "Z",
		17: "01632 960000", 21: "0", 25: setting}
	for _, rel := range r.Rels {
		switch {
		case rel.ID == "RE4" && cells[14] == "":
			cells[13], cells[14] = "B", rel.Target
			cells[15], cells[16] = digits(rel.Dates.Operational.Start), digits(rel.Dates.Operational.End)
		case rel.ID == "RE5" && cells[3] == "":
			cells[2], cells[3] = "Y00", rel.Target
		}
	}
	for i, cell := range cells {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(out, `"%s"`, cell)
	}
	out.WriteString("\r\n")
}

func digits(d graph.Date) string { return strings.ReplaceAll(string(d), "-", "") }
