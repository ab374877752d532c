package odscsv

import (
	"bytes"
	"io"
	"strings"

	"mapper/graph/source/folder"
	"mapper/graph/source/ods"
)

// Sniff says whether the beginning of a file (a few kilobytes) looks like a report of
// 27 columns, or like one that was given a header and reshaped, which Read refuses
// with what to do instead.
func Sniff(head []byte) bool {
	rows := sample(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), 1)
	if len(rows) == 0 {
		return false
	}
	return rows[0].reportish() || rows[0].reshaped()
}

// reportish says whether a row has the form of a report's.
func (c *cells) reportish() bool {
	_, openedBad := ods.Day(c.at(opened))
	_, closedBad := ods.Day(c.at(closed))
	return c.n == width && ods.IsCode(c.at(code)) && openedBad == nil && closedBad == nil
}

// reshaped says whether a row is a header that somebody gave a report.
func (c *cells) reshaped() bool {
	first := letters(c.at(code))
	if !strings.HasSuffix(first, "code") || c.n < 3 {
		return false
	}
	for _, field := range c.fields[1:min(c.n, width)] {
		switch letters(field) {
		case "nationalgrouping", "healthgeography", "highlevelhealthgeography", "organisationsubtypecode", "prescribingsetting", "closedate":
			return true
		}
	}
	return false
}

// letters gives the letters of a heading in lower case: HealthGeography, Health Geography.
func letters(heading string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(heading))
}

// sample gives the first rows of a head, no more than so many; the last line is left
// out unless the head ends with it, since it may be cut off.
func sample(head []byte, most int) []cells {
	var rows []cells
	for len(head) > 0 && len(rows) < most {
		line, rest, whole := bytes.Cut(head, []byte("\n"))
		if head = rest; !whole && len(rows) > 0 {
			break
		}
		var c cells
		if line = bytes.TrimSuffix(line, []byte("\r")); len(line) > 0 && c.split(string(line)) == "" {
			rows = append(rows, c)
		}
	}
	return rows
}

// identify finds out which report a file is: the one that is said, else by its rows.
func identify(head []byte, file, said string) (*report, error) {
	if last := bytes.LastIndexByte(head, '\n'); last >= 0 && len(head) == headSize {
		head = head[:last+1] // the last line may be cut off
	}
	rows := sample(head, headSize)
	if err := unreadable(head, rows, file); err != nil {
		return nil, err
	}
	if said != "" {
		if r := findReport(said); r != nil {
			return r, nil
		}
		return nil, failed(file, 0, "%q is no report that can be read: they are %s", said, reportNames())
	}
	whole := rows[:0:0]
	for _, c := range rows {
		if c.n == width {
			whole = append(whole, c)
		}
	}
	for _, r := range reports {
		if r.looks(whole) {
			return r, nil
		}
	}
	return nil, failed(file, 0, "has 27 columns as a report of the Organisation Data Service, but its rows do not tell which: those that can be read are %s", reportNames())
}

// unreadable says why a file cannot be a report, if so.
func unreadable(head []byte, rows []cells, file string) error {
	if _, err := io.Copy(io.Discard, folder.Guarded(bytes.NewReader(head))); err != nil {
		if line, message, ok := folder.Broken(err); ok {
			return failed(file, line, "%s", message)
		}
	}
	start := bytes.ToLower(bytes.TrimSpace(head[:min(len(head), 100)]))
	switch {
	case len(start) == 0:
		return failed(file, 1, "the file is empty: download it again")
	case bytes.HasPrefix(start, []byte("<!doctype")), bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<?xml")):
		return failed(file, 1, "is a web page or XML, not a report: download it again and look at it in an editor")
	case bytes.HasPrefix(start, []byte("pk\x03\x04")):
		return failed(file, 1, "is a zip file: unpack it and read the .csv inside")
	case len(rows) == 0:
		return failed(file, 1, "is no report of the Organisation Data Service: it begins with no row of CSV")
	case rows[0].reportish():
		return nil
	case rows[0].reshaped():
		return failed(file, 1, "has a header (%s,%s,…), which reports as published have not: somebody reshaped it, so its columns may be any. "+
			"Get the original from the Organisation Data Service, or read this file with a mapping file (docs/sources.md)", rows[0].at(code), rows[0].at(name))
	}
	for i := range rows {
		if rows[i].reportish() {
			return nil // the first row alone is bad, and will be rejected
		}
	}
	return failed(file, 1, "is no report of the Organisation Data Service: it has no row of 27 columns (its first has %d), with a code in the first and dates as YYYYMMDD in columns 11 and 12", rows[0].n)
}
