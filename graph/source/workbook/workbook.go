// Package workbook reads the workbook of 2019 in which NHS Digital lists the 42
// partnerships of England with their leads, commissioning groups, councils, trusts
// and other partners. It reads names and posts, and never an e-mail address.
package workbook

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"mapper/graph"
	"mapper/graph/source"
)

// Document is the source that the claims of the workbook name.
var Document = graph.Document{ID: "stp-partner-mapping-2019",
	Title:     "Sustainability and transformation partnerships: partner mapping",
	Publisher: "NHS Digital, Organisation Data Service", Published: "2019-07",
	Dating: "from the file's name; its title sheet says last updated 3 April 2019",
	Note:   "A workbook; partners and leads are as known when each was last looked at. Names and posts are taken from it, e-mail addresses never. Open Government Licence v3.0, which does not cover personal data."}

// asOf is the day of which the workbook tells.
const asOf graph.Date = "2019-07-01"

// unpackedLimit bounds the memory that a workbook, which is a compressed file, can take.
const unpackedLimit = 256 << 20

// Header texts by which the sheets are recognised, whatever their names.
const (
	codeColumn   = "ODS STP Code"
	nameColumn   = "STP Name"
	leadColumn   = "STP Footprint Lead"
	regionColumn = "NHS England Region"
	waveColumn   = "ICS?"
)

// reader is the reading of one workbook.
type reader struct {
	*source.Result
	file      string
	known     *source.Index         // what other sources describe: their ids are used for the same bodies
	own       *source.Index         // what this workbook describes
	official  map[string]string     // names of commissioning groups by code, from the hidden sheet
	opened    map[string]graph.Date // first day of each trust's record by code, from the hidden sheet
	since     map[string]graph.Date // first day of codes that the change log says were new
	relations *source.Count
	leads     *source.Count
	heads     []head          // leads wait until all bodies are known that they may come from
	regions   map[string]bool // whose place within NHS England is claimed
	made      []*graph.Entity
	loose     map[string]string       // ids of partners by what spellings have in common
	listed    map[string]graph.Entity // bodies of the hidden sheets, likewise; described when a post is held there
}

// Read reads a workbook into a sink; file is its name as messages should show it.
// Bodies that known has, by code or name, keep the ids they have there. The workbook
// is held until it is read: which bodies leads come from shows at the end only.
func Read(in io.Reader, file string, known *source.Index, to source.Sink) (*source.Told, error) {
	r, err := read(in, file, known)
	if err != nil {
		return nil, err
	}
	return &source.Told{About: graph.Dataset{ID: "stp-partners", Title: Document.Title, Licence: "Open Government Licence v3.0, which does not cover personal data",
		Release: Document.ID}}, r.Give(to)
}

func read(in io.Reader, file string, known *source.Index) (*source.Result, error) {
	book, err := excelize.OpenReader(in, excelize.Options{UnzipSizeLimit: unpackedLimit, UnzipXMLSizeLimit: unpackedLimit, RawCellValue: true})
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: is no workbook (.xlsx) that can be read: %v", file, err)
	}
	defer book.Close()
	r := &reader{Result: &source.Result{Name: file, Documents: []graph.Document{Document}}, file: file, known: known,
		own: source.NewIndex(nil), official: map[string]string{}, opened: map[string]graph.Date{}, since: map[string]graph.Date{},
		regions: map[string]bool{}, loose: map[string]string{}, listed: map[string]graph.Entity{}}
	r.relations, r.leads = r.Counting("relations"), r.Counting("leads")
	sheets := map[string]*sheet{}
	for _, name := range book.GetSheetList() {
		s, err := readSheet(book, name, file)
		if err != nil {
			return nil, err
		}
		if what := s.what(); what != "" && sheets[what] == nil {
			sheets[what] = s
		}
	}
	if sheets[current] == nil {
		return nil, graph.Errorf(graph.Invalid, "%s: no sheet has the columns %q, %q and %q: is this the partnership workbook?", file, codeColumn, nameColumn, leadColumn)
	}
	r.lookUps(sheets)
	sheets[current].each(r.partnership)
	r.people()
	if log := sheets[changes]; log != nil {
		r.mergers(log)
	}
	for _, e := range r.made {
		r.Entities = append(r.Entities, *e)
	}
	return r.Result, nil
}

// lookUps reads the hidden sheets: official names and opening days.
func (r *reader) lookUps(sheets map[string]*sheet) {
	if s := sheets[groups]; s != nil {
		s.each(func(row row) {
			code, name := row.text("Code"), source.Title(row.text("Org Name"))
			r.official[code] = name
			r.listed[loose(name)] = groupEntity(name, code, name)
		})
	}
	if s := sheets[trusts]; s != nil {
		s.each(func(row row) {
			code, name := row.text("ORG CODE"), source.Title(row.text("ORGANISATION NAME"))
			r.opened[code] = compactDate(row.text("Open date"))
			r.listed[loose(name)] = r.trustEntity(name, code)
		})
	}
	if s := sheets[changes]; s != nil {
		s.each(func(row row) {
			if strings.HasPrefix(strings.ToLower(row.text("Type of Change")), "new stp code") {
				r.since[row.text("STP Code")] = row.date("Date")
			}
		})
	}
}
