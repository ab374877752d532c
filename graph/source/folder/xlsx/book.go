// Package xlsx reads the cells of .xlsx workbooks row by row, a million rows in a few
// seconds, and never holds a sheet. It reads no formulas, only their results.
package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// Book is a workbook that is open.
type Book struct {
	file     *os.File
	parts    map[string]*zip.File
	sheets   []sheetPart
	strings  *sharedStrings
	styles   []precision
	from1904 bool
}

type sheetPart struct{ name, part string }

// unpackedLimit bounds what one part may be unpacked: a zip file of a few kilobytes
// can claim anything.
const unpackedLimit = 8 << 30

// Open opens a workbook and reads what its sheets share. The error says what is
// wrong with it, to stand behind the file's name.
func Open(path string) (*Book, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b := &Book{file: file, parts: map[string]*zip.File{}}
	if err := b.open(); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

func (b *Book) open() error {
	info, err := b.file.Stat()
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(b.file, info.Size())
	if err != nil {
		return b.noArchive(err)
	}
	for _, part := range archive.File {
		b.parts[part.Name] = part
	}
	var top relationships
	if err := b.decode("_rels/.rels", &top); err != nil {
		return fmt.Errorf("it is no workbook: %w", err)
	}
	main := top.target("", "", "officeDocument")
	if err := b.contents(main); err != nil {
		return fmt.Errorf("it is no workbook: %s: %w", main, err)
	}
	return nil
}

// noArchive says what a file is that is no .xlsx.
func (b *Book) noArchive(err error) error {
	var start [8]byte
	if _, failed := b.file.ReadAt(start[:], 0); failed == nil && bytes.Equal(start[:4], []byte("\xd0\xcf\x11\xe0")) {
		return fmt.Errorf("it is encrypted, or an .xls of before 2007: save it as .xlsx without a password")
	}
	return fmt.Errorf("it is no .xlsx workbook: %w", err)
}

// contents reads which sheets there are, and what they share.
func (b *Book) contents(main string) error {
	var c contents
	if err := b.decode(main, &c); err != nil {
		return err
	}
	folder, file := main[:strings.LastIndexByte(main, '/')+1], main[strings.LastIndexByte(main, '/')+1:]
	var links relationships
	if err := b.decode(folder+"_rels/"+file+".rels", &links); err != nil {
		return err
	}
	b.from1904 = c.Properties.From1904 == "1" || c.Properties.From1904 == "true"
	for _, s := range c.Sheets {
		id := ""
		for _, attr := range s.Any {
			if attr.Name.Local == "id" && attr.Name.Space != "" {
				id = attr.Value
			}
		}
		b.sheets = append(b.sheets, sheetPart{s.Name, links.target(main, id, "")})
	}
	if name := links.target(main, "", "styles"); b.parts[name] != nil {
		var s styles
		if err := b.decode(name, &s); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		b.styles = s.dates()
	}
	return b.shared(links.target(main, "", "sharedStrings"))
}

func (b *Book) shared(name string) error {
	if b.parts[name] == nil {
		b.strings = &sharedStrings{}
		return nil
	}
	part, err := b.part(name)
	if err != nil {
		return err
	}
	defer part.Close()
	if b.strings, err = readStrings(part); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Sheets gives the names of the sheets.
func (b *Book) Sheets() []string {
	var names []string
	for _, s := range b.sheets {
		names = append(names, s.name)
	}
	return names
}

// Close closes the workbook.
func (b *Book) Close() error { return errors.Join(b.strings.close(), b.file.Close()) }

// part opens a part of the workbook.
func (b *Book) part(name string) (io.ReadCloser, error) {
	f := b.parts[name]
	if f == nil {
		return nil, fmt.Errorf("the part %q is missing", name)
	}
	part, err := f.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(part, unpackedLimit), part}, nil
}
