package odsxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path"
	"strings"

	"mapper/graph"
)

// Limits of zips. XML of this kind shrinks to a fortieth; what unpacks to several
// hundred times its size is made to fill a disk or to keep a machine busy.
const (
	ratioLimit = 300
	freeSize   = 64 << 20 // to which the ratio does not matter
	nestLimit  = 1        // zips within the zip, as they are handed out
	memberName = 30       // where the first name stands in a zip
)

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// zippedXML says whether the first file of a zip is XML or a zip, at its top level:
// workbooks are zips too.
func zippedXML(head []byte) bool {
	if len(head) < memberName {
		return false
	}
	length := int(head[26]) | int(head[27])<<8
	name := strings.ToLower(string(head[memberName:min(len(head), memberName+length)]))
	extension := path.Ext(name)
	return !strings.HasPrefix(name, "[content_types]") && (extension == ".xml" && !strings.Contains(name, "/") || extension == ".zip")
}

// inZip finds the parts in a zip; name is the zip's own as messages should show it.
func inZip(file, name string, depth int) (parts, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: is no whole zip file (%v): it was cut short or damaged, fetch it again", name, err)
	}
	found := parts{{after: func() { z.Close() }}}
	for _, member := range z.File {
		inside := name + "/" + member.Name
		switch strings.ToLower(path.Ext(member.Name)) {
		case ".zip":
			more, err := unpacked(member, inside, depth)
			found = append(found, more...)
			if err != nil {
				return found, err
			}
		case ".xml":
			p, ok, err := xmlMember(member, inside)
			if err != nil {
				return found, err
			}
			if ok {
				found = append(found, p)
			}
		}
	}
	return found, nil
}

// xmlMember looks at a file of a zip; ok is false when it is another sort of XML.
func xmlMember(member *zip.File, name string) (p part, ok bool, err error) {
	open := func() (io.ReadCloser, error) { return openMember(member, name) }
	in, err := open()
	if err != nil {
		return part{}, false, err
	}
	defer in.Close()
	head, err := firstBytes(in)
	if err != nil {
		return part{}, false, graph.Errorf(graph.Invalid, "%s: %v", name, err)
	}
	return part{name: name, open: open, late: isArchive(head)}, Sniff(head), nil
}

func openMember(member *zip.File, name string) (io.ReadCloser, error) {
	if member.Flags&1 != 0 {
		return nil, graph.Errorf(graph.Invalid, "%s: is encrypted: unpack it with its password first", name)
	}
	in, err := member.Open()
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: cannot be unpacked: %v", name, err)
	}
	return &guarded{ReadCloser: in, left: max(freeSize, ratioLimit*int64(min(member.CompressedSize64, 1<<40)))}, nil
}

// unpacked finds the parts in a zip within a zip, which must lie in a file of its own.
func unpacked(member *zip.File, name string, depth int) (parts, error) {
	if depth >= nestLimit {
		return nil, graph.Errorf(graph.Invalid, "%s: is a zip in a zip in a zip, which no release is: unpack it first", name)
	}
	in, err := openMember(member, name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	temporary, err := os.CreateTemp("", "mapper-ods-*.zip")
	if err != nil {
		return nil, graph.Errorf(graph.Unavailable, "%s: cannot be unpacked: %v", name, err)
	}
	remove := part{after: func() { os.Remove(temporary.Name()) }}
	_, err = io.Copy(temporary, in)
	if closing := temporary.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return parts{remove}, graph.Errorf(graph.Invalid, "%s: cannot be unpacked: %v", name, err)
	}
	found, err := inZip(temporary.Name(), name, depth+1)
	return append(found, remove), err
}

// guarded reads a file of a zip until it turns out to be a bomb.
type guarded struct {
	io.ReadCloser
	left int64
}

var errBomb = graph.Errorf(graph.Invalid, "unpacks to more than %d times its size, which no release does: it is damaged, or made to do harm", ratioLimit)

// Read implements io.Reader.
func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.ReadCloser.Read(p)
	if g.left -= int64(n); g.left < 0 {
		return 0, errBomb
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = graph.Errorf(graph.Invalid, "the zip is damaged here (%v): fetch it again", err)
	}
	return n, err
}
