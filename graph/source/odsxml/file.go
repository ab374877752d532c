package odsxml

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// ReadFile reads a release from a file: one part as XML, a zip of parts or of zips of
// them, as they are handed out, or a folder with these. Parts are one dataset, in
// which a record that is held whole in one goes before references to it in another.
func ReadFile(path string, o Options, to source.Sink) (*About, error) {
	found, err := partsOf(path)
	defer found.close()
	if err != nil {
		return nil, err
	}
	r := reading{Options: o, to: to}
	for _, p := range found {
		if p.open == nil {
			continue
		}
		in, err := p.open()
		if err != nil {
			return nil, err
		}
		err = r.part(in, p.name)
		in.Close()
		if err != nil {
			return nil, err
		}
	}
	return r.finish()
}

// part is one XML file, wherever it lies, or without open, what others lie in.
type part struct {
	name  string
	open  func() (io.ReadCloser, error)
	late  bool   // an archive, which goes after the full part
	after func() // gives up what others lie in
}

type parts []part

func (ps parts) close() {
	for _, p := range ps {
		if p.after != nil {
			p.after()
		}
	}
}

// partsOf finds the parts in a file or folder, the full ones first.
func partsOf(path string) (parts, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	var found parts
	if info.IsDir() {
		found, err = inFolder(path)
	} else {
		found, err = inFile(path)
	}
	if err != nil {
		return found, err
	}
	if !slices.ContainsFunc(found, func(p part) bool { return p.open != nil }) {
		return found, graph.Errorf(graph.Invalid, "%s: holds no XML that begins with <OrgRefData>, as a release of the Organisation Data Service does", path)
	}
	slices.SortStableFunc(found, func(a, b part) int {
		switch {
		case a.late == b.late:
			return 0
		case a.late:
			return 1
		}
		return -1
	})
	return found, nil
}

func inFolder(folder string) (parts, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, unreadable(folder, err)
	}
	var found parts
	for _, entry := range entries {
		if extension := strings.ToLower(filepath.Ext(entry.Name())); extension != ".xml" && extension != ".zip" {
			continue
		}
		more, err := inFile(filepath.Join(folder, entry.Name()))
		found = append(found, more...)
		if err != nil {
			return found, err
		}
	}
	return found, nil
}

// inFile looks at how a file begins: its name may be anything.
func inFile(path string) (parts, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	head, err := firstBytes(f)
	f.Close()
	if err != nil {
		return nil, unreadable(path, err)
	}
	if isZip(head) {
		return inZip(path, filepath.Base(path), 0)
	}
	return parts{{name: filepath.Base(path), late: isArchive(head), open: func() (io.ReadCloser, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, unreadable(path, err)
		}
		return f, nil
	}}}, nil
}

// headSize is enough for the Manifest.
const headSize = 4 << 10

// firstBytes reads how something begins, which may be shorter.
func firstBytes(in io.Reader) ([]byte, error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(in, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], err
}

var archiveType = regexp.MustCompile(`<(?:[\w.-]+:)?PublicationType\s+value\s*=\s*["']` + archive + `["']`)

func isArchive(head []byte) bool { return archiveType.Match(head) }

func unreadable(path string, err error) error {
	return graph.Errorf(graph.Invalid, "%s: cannot be read: %v", path, err)
}
