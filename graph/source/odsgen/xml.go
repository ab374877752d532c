package odsgen

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"mapper/graph"
	"mapper/graph/source/orgref"
)

// root identifies the codes of organisations in the source's own terms.
const root = `root="2.16.840.1.113883.2.1.3.2.4.18.48" assigningAuthorityName="HSCIC"`

// xmlWriter writes a part of a release as it is published: a byte order mark,
// two spaces a level, values in attributes.
type xmlWriter struct {
	out *bufio.Writer
	err error
}

func newXMLWriter(w io.Writer) *xmlWriter { return &xmlWriter{out: bufio.NewWriterSize(w, 256<<10)} }

func (x *xmlWriter) put(parts ...string) {
	for _, part := range parts {
		if _, err := x.out.WriteString(part); err != nil && x.err == nil {
			x.err = err
		}
	}
}

func number(n uint64) string { return strconv.FormatUint(n, 10) }

// escaped writes text as it stands between tags.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func (x *xmlWriter) finish() {
	x.put("  </Organisations>\n</HSCOrgRefData:OrgRefData>\n")
	if err := x.out.Flush(); err != nil && x.err == nil {
		x.err = err
	}
}

func (x *xmlWriter) record(r *orgref.Record) {
	x.put("    <Organisation orgRecordClass=\"", r.Class, "\"")
	if r.RefOnly {
		x.put(" refOnly=\"true\"")
	}
	x.put(">\n      <Name>", escaped.Replace(r.Name), "</Name>\n")
	x.dates("      ", r.Dates)
	x.put("      <OrgId ", root, " extension=\"", r.Code, "\" />\n")
	if r.Status != "" {
		x.put("      <Status value=\"", r.Status, "\" />\n")
	}
	x.put("      <LastChangeDate value=\"", string(r.Changed), "\" />\n")
	x.place(r.Code)
	x.put("      <Roles>\n")
	for i := range r.Roles {
		x.role(&r.Roles[i])
	}
	x.put("      </Roles>\n")
	x.rels(r.Rels)
	x.succs(r.Succs)
	x.put("    </Organisation>\n")
}

// place is an address of the usual length; its telephone number is one that is
// kept free for drama.
func (x *xmlWriter) place(code string) {
	town := towns[int(code[len(code)-1])%len(towns)]
	x.put("      <GeoLoc>\n        <Location>\n          <AddrLn1>", code, " HIGH STREET</AddrLn1>\n          <AddrLn2>MARKET PLACE</AddrLn2>\n          <Town>", town,
		"</Town>\n          <County>SHIRE</County>\n          <PostCode>ZZ1 1ZZ</PostCode>\n          <Country>ENGLAND</Country>\n          <UPRN>100000000000</UPRN>\n        </Location>\n      </GeoLoc>\n",
		"      <Contacts>\n        <Contact type=\"tel\" value=\"01632 960000\" />\n      </Contacts>\n")
}

func (x *xmlWriter) dates(indent string, d orgref.Dates) {
	x.days(indent, "Legal", d.Legal)
	x.days(indent, "Operational", d.Operational)
}

func (x *xmlWriter) days(indent, sort string, d orgref.Days) {
	if d == (orgref.Days{}) {
		return
	}
	x.put(indent, "<Date>\n", indent, "  <Type value=\"", sort, "\" />\n")
	x.day(indent, "Start", d.Start)
	x.day(indent, "End", d.End)
	x.put(indent, "</Date>\n")
}

func (x *xmlWriter) day(indent, name string, d graph.Date) {
	if d != "" {
		x.put(indent, "  <", name, " value=\"", string(d), "\" />\n")
	}
}

func (x *xmlWriter) role(r *orgref.Role) {
	x.put("        <Role id=\"", r.ID, "\" uniqueRoleId=\"", number(r.Unique), "\"")
	if r.Primary {
		x.put(" primaryRole=\"true\"")
	}
	x.put(">\n")
	x.dates("          ", r.Dates)
	x.put("          <Status value=\"", r.Status, "\" />\n        </Role>\n")
}

func (x *xmlWriter) rels(rels []orgref.Rel) {
	if len(rels) == 0 {
		return
	}
	x.put("      <Rels>\n")
	for i := range rels {
		r := &rels[i]
		x.put("        <Rel id=\"", r.ID, "\" uniqueRelId=\"", number(r.Unique), "\">\n")
		x.dates("          ", r.Dates)
		x.put("          <Status value=\"", r.Status, "\" />\n          <Target>\n            <OrgId ", root, " extension=\"", r.Target,
			"\" />\n            <PrimaryRoleId id=\"RO157\" uniqueRoleId=\"1\" />\n          </Target>\n        </Rel>\n")
	}
	x.put("      </Rels>\n")
}

func (x *xmlWriter) succs(succs []orgref.Succ) {
	if len(succs) == 0 {
		return
	}
	x.put("      <Succs>\n")
	for i := range succs {
		s := &succs[i]
		x.put("        <Succ uniqueSuccId=\"", number(s.Unique), "\">\n")
		x.dates("          ", s.Dates)
		x.put("          <Type>", s.Type, "</Type>\n          <Target>\n            <OrgId ", root, " extension=\"", s.Target,
			"\" />\n            <PrimaryRoleId id=\"RO157\" uniqueRoleId=\"1\" />\n          </Target>\n        </Succ>\n")
	}
	x.put("      </Succs>\n")
}
