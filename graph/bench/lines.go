package main

import (
	"fmt"
	"slices"
)

// Figures that lines compare.
func seconds(f figures) float64      { return f.Seconds }
func serverCPU(f figures) float64    { return f.Server }
func allCPU(f figures) float64       { return f.Server + f.Client }
func perMillion(f figures) float64   { return f.Seconds / float64(max(f.Rows, 1)) * 1e6 }
func milliseconds(f figures) float64 { return f.Seconds * 1000 }
func clientCPU(f figures) float64    { return f.Client / float64(max(f.Rows, 1)) * 1e6 }
func memory(f figures) float64       { return f.Memory }

// line is one line of the table. Without another phase it is a figure with a limit;
// with one, it is how many times as fast one phase is as the other, or as slow where
// the target is a limit.
type line struct {
	section     string // above it
	text        string
	mine, other string
	of          func(figures) float64
	unit        string
	target      float64 // 0 for none
	limit       bool
}

var lines = []line{
	{"Loading an empty graph over Bolt, beside the server's own LOAD CSV", "1 worker", boltOne, csvLoad, seconds, "s", 1, false},
	{"", "1 worker, server CPU", boltOne, csvLoad, serverCPU, "s", 0, false},
	{"", "2 workers", boltTwo, csvLoad, seconds, "s", 1.25, false},
	{"", "2 workers, server CPU", boltTwo, csvLoad, serverCPU, "s", 0, false},

	{"The mapper's own part in that", "1 worker, CPU of a million rows", boltOne, "", clientCPU, "s", 2, true},
	{"", "2 workers, CPU of a million rows", boltTwo, "", clientCPU, "s", 2, true},
	{"", "1 worker, memory", boltOne, "", memory, "MB", 150, true},
	{"", "2 workers, memory", boltTwo, "", memory, "MB", 150, true},

	{"Loading again, beside the first load (2 workers)", "the same release", again, boltTwo, seconds, "s", 8, false},
	{"", "the same release, server CPU", again, boltTwo, serverCPU, "s", 0, false},
	{"", "the next release, same rows", sameRows, boltTwo, seconds, "s", 0, false},
	{"", "the next release, 1 % changed", changed, boltTwo, seconds, "s", 5, false},
	{"", "the next release, 1 % changed, server CPU", changed, boltTwo, serverCPU, "s", 0, false},
	{"", "memory for it", changed, "", memory, "MB", 150, true},

	{"Offline import, beside LOAD CSV, from no server to all indexes", "whole", imported, csvWhole, seconds, "s", 2, false},
	{"", "CPU of all processes", imported, csvWhole, allCPU, "s", 0, false},
	{"", "the mapper's memory", imported, "", memory, "MB", 150, true},
}

// allLines are the above, and those of each format and each number of typists.
func allLines() []line {
	all := slices.Clone(lines)
	for i, f := range formats {
		section := ""
		if i == 0 {
			section = "Reading a million rows of the graph, beside loading them (1 worker)"
		}
		alone, whole := fmt.Sprintf(readAlone, f.name), fmt.Sprintf(readWhole, f.name)
		all = append(all, line{section, f.name, alone, boltOne, perMillion, "s", 10, false},
			line{"", f.name + ", resolved", whole, boltOne, perMillion, "s", 0, false},
			line{"", f.name + ", memory", mostOf(f, alone, whole), "", memory, "MB", 150, true})
	}
	for i, at := range typists {
		section := ""
		if i == 0 {
			section = "Search as you type, beside the bare full-text query (95 % answered within)"
		}
		all = append(all, line{section, fmt.Sprintf("%d at once", at), fmt.Sprintf(typed, at), fmt.Sprintf(typedBare, at), milliseconds, "ms", 2, true})
	}
	return append(all, apiLines()...)
}

// apiLines are those of the API: of one request the median, of many the throughput.
func apiLines() []line {
	all := []line{
		{"The API, beside the bare driver's ExecuteQuery of the same statement", "one row, 1 at once, median", fmt.Sprintf(apiOne, 1), fmt.Sprintf(bareOne, 1), milliseconds, "ms", 1.15, true},
		{"", "2,000 rows, 1 at once, median", fmt.Sprintf(apiMany, 1), fmt.Sprintf(bareMany, 1), milliseconds, "ms", 1.3, true},
	}
	for _, at := range askers[1:] {
		all = append(all, line{"", fmt.Sprintf("one row, %d at once, throughput", at), fmt.Sprintf(apiOne, at), fmt.Sprintf(bareOne, at), milliseconds, "ms", 0.85, false})
	}
	return append(all,
		line{"", "2,000 rows, 8 at once, throughput", fmt.Sprintf(apiMany, 8), fmt.Sprintf(bareMany, 8), milliseconds, "ms", 0.85, false},
		line{"", "over everything, 1 at once, median", apiKept, bareKept, milliseconds, "ms", 0.5, true},
		line{"", "10,000 rows: first byte, beside the last", firstByte, lastByte, milliseconds, "ms", 0.5, true})
}

// mostOf gives the phase in which a format takes most memory.
func mostOf(f format, alone, whole string) string {
	if f.open != nil {
		return alone
	}
	return whole
}
