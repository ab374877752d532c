package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
	"mapper/graph/source/folder"
	"mapper/graph/source/mapping"
	"mapper/graph/source/odscsv"
	"mapper/graph/source/odsgen"
	"mapper/graph/source/odsjson"
	"mapper/graph/source/odsxml"
)

// format is one form of file that the mapper reads, and how a file of some million
// rows of the graph is made of it. A dataset is read by open, anything else by read,
// into a sink.
type format struct {
	name string
	file string
	make func(path string, scale float64) error
	read func(path string, to source.Sink) (*graph.Dataset, error)
	open func(path string) (*folder.Folder, graph.Problems)
}

var formats = []format{
	{name: "dataset folder", file: "dataset", make: makeFolder, open: openFolder},
	{name: "dataset workbook (.xlsx)", file: "dataset.xlsx", make: makeWorkbook, open: folder.OpenWorkbook},
	{name: "report of 27 columns", file: "epraccur_2026-08.csv", make: generated(odsgen.WriteCSV, 3_000_000), read: readReport},
	{name: "release in XML", file: "HSCOrgRefData_Full.xml", make: generated(odsgen.WriteXML, 450_000), read: readXML},
	{name: "answers in JSON", file: "organisations.ndjson", make: generated(odsgen.WriteJSON, 450_000), read: readJSON},
	{name: "CSV by a mapping", file: "list.csv", make: makeList, read: readMapped},
}

// generated has odsgen write so many organisations, at scale 1.
func generated(write func(io.Writer, odsgen.Options) error, organisations int) func(string, float64) error {
	return func(path string, scale float64) error {
		return writeFile(path, func(out io.Writer) error {
			return write(out, odsgen.Options{Organisations: scaled(organisations, 2000, scale), Seed: seed})
		})
	}
}

func writeFile(path string, write func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<20)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

func makeFolder(path string, scale float64) error {
	return writeRelease(path, newWorld(scale, seed, 1))
}

func openFolder(path string) (*folder.Folder, graph.Problems) {
	return folder.Open(os.DirFS(path), path)
}

func readReport(path string, to source.Sink) (*graph.Dataset, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	about, err := odscsv.Read(in, filepath.Base(path), odscsv.Options{}, to)
	if err != nil {
		return nil, err
	}
	return &about.Dataset, nil
}

func readXML(path string, to source.Sink) (*graph.Dataset, error) {
	about, err := odsxml.ReadFile(path, odsxml.Options{}, to)
	if err != nil {
		return nil, err
	}
	return &about.Dataset, nil
}

func readJSON(path string, to source.Sink) (*graph.Dataset, error) {
	about, err := odsjson.ReadFile(path, odsjson.Options{Release: "2026-08-28"}, to)
	if err != nil {
		return nil, err
	}
	return &about.Dataset, nil
}

// listMapping has an entity and a claim of each row.
const listMapping = `
document: {id: list, title: A made-up list}
entities:
  site: {id: "demo:{code}", name: "{name|title}", kinds: [Provider], codes: ["demo:{code}"], start: "{since|date}"}
claims:
  - {id: "run-{code}", from: "bearer of demo:{owner}@{since|date}", relation: OPERATES, to: site, status: stated, start: "{since|date}", phrase: "{code}"}
`

func makeList(path string, scale float64) error {
	return writeFile(path, func(out io.Writer) error {
		fmt.Fprintln(out, "code,name,owner,since,address,postcode")
		for i := range scaled(500_000, 1000, scale) {
			fmt.Fprintf(out, "S%06d,THE HILL VIEW SURGERY NO %d,S%06d,20%02d0401,\"%d High Street, Hillton\",ZZ%d 1ZZ\n", i, i, i/50, i%25, i%300, i%10)
		}
		return nil
	})
}

func readMapped(path string, to source.Sink) (*graph.Dataset, error) {
	m, err := mapping.Parse(strings.NewReader(listMapping), "list.yaml")
	if err != nil {
		return nil, err
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	told, err := m.Read(in, filepath.Base(path), mapping.Options{}, to)
	if err != nil {
		return nil, err
	}
	return &told.About, nil
}
