package odsgen

import (
	"fmt"
	"strings"
)

// begin writes what a part says of itself and of the codes in it.
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
