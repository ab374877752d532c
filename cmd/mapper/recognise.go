package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"mapper/graph"
	"mapper/graph/source/folder/xlsx"
	"mapper/graph/source/odsxml"
	"mapper/testdata/nhs"
)

// headSize is how much of a file is looked at to tell what it is.
const headSize = 8 << 10

// recognise finds out what a name stands for.
func recognise(name string) (*candidate, error) {
	c := &candidate{name: name, path: name}
	if by, file, ok := strings.Cut(name, "="); ok && isMapping(by) {
		c.mapping, c.path = by, file
	}
	if err := c.look(); err != nil {
		return nil, err
	}
	for i := range forms {
		if forms[i].is(c) {
			c.form = &forms[i]
			return c, nil
		}
	}
	return nil, c.unknown()
}

func isMapping(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// look takes a first look at the file or folder.
func (c *candidate) look() error {
	if c.mapping != "" {
		if _, err := os.Stat(c.mapping); err != nil {
			return graph.Errorf(graph.Invalid, "%v", err).Because(err)
		}
	}
	info, err := os.Stat(c.path)
	if errors.Is(err, os.ErrNotExist) && c.mapping == "" {
		return nil // it may be a sample
	}
	if err != nil {
		return graph.Errorf(graph.Invalid, "%v", err).Because(err)
	}
	if c.there, c.folder = true, info.IsDir(); c.folder {
		entries, err := os.ReadDir(c.path)
		for _, entry := range entries {
			c.within = append(c.within, entry.Name())
		}
		return err
	}
	if err := c.lookInto(); err != nil {
		return err
	}
	if bytes.HasPrefix(c.head, []byte("PK\x03\x04")) && !odsxml.Sniff(c.head) {
		c.sheets, err = sheets(c.path)
	}
	return err
}

// sheets lists the sheets of a workbook; nil for another zip.
func sheets(path string) ([]string, error) {
	book, err := xlsx.Open(path)
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: %v", path, err)
	}
	defer book.Close()
	return book.Sheets(), nil
}

// lookInto reads how the file begins.
func (c *candidate) lookInto() error {
	_, err := readFile(c.path, func(in io.Reader) (int, error) {
		c.head = make([]byte, headSize)
		n, err := io.ReadFull(in, c.head)
		c.head = c.head[:n]
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = nil // a short file
		}
		return n, err
	})
	return err
}

// unknown says what a name was looked for as, and what to do.
func (c *candidate) unknown() error {
	switch {
	case !c.there:
		return graph.Errorf(graph.Invalid, "%s: there is no such folder or file, and no sample of that name (samples: %s)", c.name, strings.Join(nhs.IDs, ", "))
	case c.folder:
		return graph.Errorf(graph.Invalid, "%s: the folder holds nothing that can be read: a dataset has dataset.yaml, documents.csv, entities.csv and claims.csv, and a release of the Organisation Data Service .xml or .zip files; name a file of the folder to read that alone", c.name)
	case len(c.head) == 0:
		return graph.Errorf(graph.Invalid, "%s: the file is empty", c.name)
	}
	var looked strings.Builder
	for _, f := range forms {
		if f.what != "sample" {
			fmt.Fprintf(&looked, "\n  %s", f.what)
		}
	}
	return graph.Errorf(graph.Invalid, "%s: is none of what can be read:%s\nWrite a mapping file for any other CSV, and name it before the file: MAPPING.yaml=%s (docs/sources.md); docs/official-files.md says more of official files", c.name, looked.String(), c.name)
}

// readFile opens a file for a reader.
func readFile[T any](name string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(name)
	if err != nil {
		var none T
		return none, graph.Errorf(graph.Invalid, "%v", err).Because(err)
	}
	defer f.Close()
	return read(f)
}
