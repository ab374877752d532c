package odsgen

import (
	"bufio"
	"encoding/json"
	"io"

	"mapper/graph/source/orgref"
)

// WriteJSON writes one part of a release as answers of the source's own interface,
// a record a line.
func WriteJSON(w io.Writer, o Options) error {
	out := bufio.NewWriterSize(w, 256<<10)
	encoder := json.NewEncoder(out)
	err := Each(o, func(r *orgref.Record) error { return encoder.Encode(answerOf(r)) })
	if err != nil {
		return err
	}
	return out.Flush()
}

// object is an object of JSON, whose keys encoding/json sorts.
type object = map[string]any

func answerOf(r *orgref.Record) object {
	record := object{"Name": r.Name, "Date": datesOf(r.Dates), "OrgId": idOf(r.Code), "Status": r.Status, "LastChangeDate": string(r.Changed), "orgRecordClass": r.Class,
		"GeoLoc": object{"Location": object{"AddrLn1": r.Code + " HIGH STREET", "Town": "TRURO", "PostCode": "ZZ1 1ZZ", "Country": "ENGLAND"}}}
	if r.RefOnly {
		record["refOnly"] = true
	}
	var roles, rels, succs []object
	for _, x := range r.Roles {
		role := object{"id": x.ID, "uniqueRoleId": x.Unique, "Date": datesOf(x.Dates), "Status": x.Status}
		if x.Primary {
			role["primaryRole"] = true
		}
		roles = append(roles, role)
	}
	for _, x := range r.Rels {
		rels = append(rels, object{"Date": datesOf(x.Dates), "Status": x.Status, "Target": targetOf(x.Target), "id": x.ID, "uniqueRelId": x.Unique})
	}
	for _, x := range r.Succs {
		succs = append(succs, object{"uniqueSuccId": x.Unique, "Date": datesOf(x.Dates), "Type": x.Type, "Target": targetOf(x.Target)})
	}
	record["Roles"] = object{"Role": roles}
	if rels != nil {
		record["Rels"] = object{"Rel": rels}
	}
	if succs != nil {
		record["Succs"] = object{"Succ": succs}
	}
	return object{"Organisation": record}
}

func idOf(code string) object {
	return object{"root": "2.16.840.1.113883.2.1.3.2.4.18.48", "assigningAuthorityName": "HSCIC", "extension": code}
}

func targetOf(code string) object {
	return object{"OrgId": idOf(code), "PrimaryRoleId": object{"id": "RO157", "uniqueRoleId": 1}}
}

func datesOf(d orgref.Dates) []object {
	var list []object
	for _, track := range []struct {
		name string
		days orgref.Days
	}{{"Legal", d.Legal}, {"Operational", d.Operational}} {
		if track.days == (orgref.Days{}) {
			continue
		}
		date := object{"Type": track.name, "Start": string(track.days.Start)}
		if track.days.End != "" {
			date["End"] = string(track.days.End)
		}
		list = append(list, date)
	}
	return list
}
