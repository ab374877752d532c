package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
	"mapper/graph/source/mapping"
	"mapper/graph/source/odscsv"
	"mapper/graph/source/odsjson"
	"mapper/graph/source/odsxml"
	"mapper/graph/source/succession"
	"mapper/graph/source/workbook"
	"mapper/testdata/nhs"
)

// candidate is what a name on the command line stands for.
type candidate struct {
	name    string // as it was given
	mapping string // path of the mapping file in MAPPING.yaml=FILE.csv, "" without one
	path    string
	there   bool // there is such a file or folder
	folder  bool
	head    []byte   // how the file begins
	within  []string // names of what is in the folder
	sheets  []string // names of the sheets of the workbook
	form    *form
	known   *source.Index // what sources before it describe, when several are merged
}

func (c *candidate) base() string { return filepath.Base(c.path) }

// form is one sort of source: what it is called, how it is recognised, and how it is
// read, into a spool, or opened as a dataset that needs none.
type form struct {
	what string
	is   func(*candidate) bool
	read func(c *candidate, published graph.Date, to source.Sink) (*source.Told, error)
	open func(*candidate) (*opened, error)
}

// forms are all sorts of sources; the first that fits is taken. Files are told apart
// by what is in them, since their names may be anything.
var forms = []form{
	{what: "any CSV file or workbook, by a mapping file (MAPPING.yaml=FILE)", is: func(c *candidate) bool { return c.mapping != "" }, read: readMapped},
	{what: "dataset folder", open: openFolder,
		is: func(c *candidate) bool {
			return c.folder && (c.has("dataset.yaml") || !slices.ContainsFunc([]string{".xml", ".zip", ".json", ".jsonl", ".ndjson"}, c.has))
		}},
	{what: "dataset workbook (.xlsx with the sheets dataset, documents, entities and claims)", is: func(c *candidate) bool {
		return slices.Contains(c.sheets, "entities") && slices.Contains(c.sheets, "claims")
	}, open: openWorkbook},
	{what: "release of the Organisation Data Service (XML, or a zip of it)", read: readXML,
		is: func(c *candidate) bool { return odsxml.Sniff(c.head) || c.folder && (c.has(".xml") || c.has(".zip")) }},
	{what: "answers of the Organisation Data Service's interface (JSON)", read: readJSON,
		is: func(c *candidate) bool {
			return odsjson.Sniff(c.head) || c.folder && (c.has(".json") || c.has(".jsonl") || c.has(".ndjson"))
		}},
	{what: "report of the Organisation Data Service (CSV of 27 columns)", is: func(c *candidate) bool { return odscsv.Sniff(c.head) }, read: readReport},
	{what: "list of successions (CSV)", is: func(c *candidate) bool { return succession.Sniff(c.head) }, read: readSuccessions},
	{what: "workbook of the 42 partnerships (.xlsx)", is: func(c *candidate) bool { return c.sheets != nil }, read: readPartners},
	{what: "sample", is: func(c *candidate) bool { _, ok := nhs.Dataset(c.name); return ok && !c.there }, open: openSample},
}

// has says whether something of that name, or ending so, is in the folder.
func (c *candidate) has(name string) bool {
	return slices.ContainsFunc(c.within, func(have string) bool { return strings.HasSuffix(strings.ToLower(have), name) })
}

func readMapped(c *candidate, published graph.Date, to source.Sink) (*source.Told, error) {
	m, err := readFile(c.mapping, func(in io.Reader) (*mapping.Mapping, error) { return mapping.Parse(in, c.mapping) })
	if err != nil {
		return nil, err
	}
	if c.sheets != nil {
		return m.ReadWorkbook(c.path, mapping.Options{Release: published}, to)
	}
	return readFile(c.path, func(in io.Reader) (*source.Told, error) {
		return m.Read(in, c.base(), mapping.Options{Release: published}, to)
	})
}

func readXML(c *candidate, published graph.Date, to source.Sink) (*source.Told, error) {
	about, err := odsxml.ReadFile(c.path, odsxml.Options{Release: published}, to)
	if err != nil {
		return nil, err
	}
	return &source.Told{About: about.Dataset}, nil
}

func readJSON(c *candidate, published graph.Date, to source.Sink) (*source.Told, error) {
	about, err := odsjson.ReadFile(c.path, odsjson.Options{Release: published}, to)
	if err != nil {
		return nil, err
	}
	return &source.Told{About: about.Dataset}, nil
}

func readReport(c *candidate, published graph.Date, to source.Sink) (*source.Told, error) {
	return readFile(c.path, func(in io.Reader) (*source.Told, error) {
		about, err := odscsv.Read(in, c.base(), odscsv.Options{Release: published}, to)
		if err != nil {
			return nil, err
		}
		return &source.Told{About: about.Dataset}, nil
	})
}

func readSuccessions(c *candidate, published graph.Date, to source.Sink) (*source.Told, error) {
	return readFile(c.path, func(in io.Reader) (*source.Told, error) {
		return succession.Read(in, c.base(), succession.Options{Release: published}, to)
	})
}

func readPartners(c *candidate, _ graph.Date, to source.Sink) (*source.Told, error) {
	return readFile(c.path, func(in io.Reader) (*source.Told, error) { return workbook.Read(in, c.base(), c.known, to) })
}

func openFolder(c *candidate) (*opened, error) {
	return openDataset(c, func() (*folder.Folder, graph.Problems) { return folder.Open(os.DirFS(c.path), c.path) })
}

func openWorkbook(c *candidate) (*opened, error) {
	return openDataset(c, func() (*folder.Folder, graph.Problems) { return folder.OpenWorkbook(c.path) })
}

func openSample(c *candidate) (*opened, error) {
	files, _ := nhs.Dataset(c.name)
	return openDataset(c, func() (*folder.Folder, graph.Problems) { return folder.Open(files, c.name) })
}

// openDataset opens a dataset, which has nothing to settle. What is wrong with its
// rows shows when it is checked.
func openDataset(c *candidate, open func() (*folder.Folder, graph.Problems)) (*opened, error) {
	rows, problems := open()
	return &opened{name: c.name, what: c.form.what, about: rows.About(), dataset: rows, rejected: problems, close: rows.Close,
		settle: func(source.Known) (graph.Stream, error) { return rows, nil }}, nil
}
