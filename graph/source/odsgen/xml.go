package odsgen

import (
	"bufio"
	"fmt"
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

func (x *xmlWriter) begin(o Options, records int) {
	part := "Full"
	if o.Archive {
		part = "Archive"
	}
	day := string(o.release())
	x.put("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		`<HSCOrgRefData:OrgRefData xmlns:HSCOrgRefData="http://refdata.hscic.gov.uk/org/v2-0-0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
		"\n  <Manifest>\n    <Version value=\"2-0-0\" />\n    <PublicationType value=\"", part, "\" />\n    <PublicationSource value=\"HSCIC\" />\n    <PublicationDate value=\"", day,
		"\" />\n    <PublicationSeqNum value=\"1\" />\n    <FileCreationDateTime value=\"", day, "T06:00:00\" />\n    <RecordCount value=\"", fmt.Sprint(records),
		"\" />\n    <ContentDescription value=\"HSCOrgRefData_", part, "_", strings.ReplaceAll(day, "-", ""), "\" />\n  </Manifest>\n  <CodeSystems>\n")
	x.system("OrganisationRecordClass", "2.16.840.1.113883.2.1.3.2.4.17.506", []concept{{"RC1", "HSCOrg"}, {"RC2", "HSCSite"}})
	x.system("OrganisationRole", "2.16.840.1.113883.2.1.3.2.4.17.507", roleConcepts())
	x.system("OrganisationRelationship", "2.16.840.1.113883.2.1.3.2.4.17.508", relConcepts)
	x.put("  </CodeSystems>\n  <Organisations>\n")
}

// concept is an entry of a code system.
type concept struct{ id, name string }

var relConcepts = []concept{{"RE2", "IS A SUB-DIVISION OF"}, {"RE3", "IS DIRECTED BY"}, {"RE4", "IS COMMISSIONED BY"}, {"RE5", "IS LOCATED IN THE GEOGRAPHY OF"},
	{"RE6", "IS OPERATED BY"}, {"RE8", "IS PARTNER TO"}, {"RE9", "IS NOMINATED PAYEE FOR"}, {"RE10", "IS COVID NOMINATED PAYEE FOR"}, {"RE11", "IS CONSTITUENT OF"}}

func roleConcepts() []concept {
	var concepts []concept
	seen := map[string]bool{}
	for _, class := range classes {
		for _, role := range class.roles {
			if !seen[role.id] {
				concepts = append(concepts, concept{role.id, "ROLE OF A " + class.name})
			}
			seen[role.id] = true
		}
	}
	return concepts
}

func (x *xmlWriter) system(name, oid string, concepts []concept) {
	x.put("    <CodeSystem name=\"", name, "\" oid=\"", oid, "\">\n")
	for _, c := range concepts {
		x.put("      <concept id=\"", c.id, "\" code=\"", c.id[2:], "\" displayName=\"", escaped.Replace(c.name), "\" />\n")
	}
	x.put("    </CodeSystem>\n")
}

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
