package odsxml

import "bytes"

// element is an element of the format that the reader looks into.
type element uint8

const (
	none element = iota // outside the root
	other
	orgRefData
	manifest
	version
	publicationType
	publicationDate
	contentDescription
	codeSystem
	concept
	organisations
	organisation
	name
	date
	typ
	start
	end
	orgID
	status
	changed
	roles
	role
	rels
	rel
	target
	succs
	succ
)

// elementOf finds an element by its name, with a prefix or without.
func elementOf(full []byte) element {
	if e := partOf(full); e != other {
		return e
	}
	switch string(localName(full)) {
	case "OrgRefData":
		return orgRefData
	case "Manifest":
		return manifest
	case "Version":
		return version
	case "PublicationType":
		return publicationType
	case "PublicationDate":
		return publicationDate
	case "ContentDescription":
		return contentDescription
	case "CodeSystem":
		return codeSystem
	case "concept":
		return concept
	case "Organisations":
		return organisations
	case "Organisation":
		return organisation
	}
	return partOf(localName(full))
}

// partOf finds a part of an organisation by its name; these are most of a file.
func partOf(tag []byte) element {
	switch string(tag) {
	case "Name":
		return name
	case "Date":
		return date
	case "Type":
		return typ
	case "Start":
		return start
	case "End":
		return end
	case "OrgId":
		return orgID
	case "Status":
		return status
	case "LastChangeDate":
		return changed
	case "Roles":
		return roles
	case "Role":
		return role
	case "Rels":
		return rels
	case "Rel":
		return rel
	case "Target":
		return target
	case "Succs":
		return succs
	case "Succ":
		return succ
	}
	return other
}

// placed gives an element that stands where the format has it, and other for one
// that does not: what is read of it has nowhere to go.
func placed(e, parent element) element {
	ok := true
	switch e {
	case manifest, organisations:
		ok = parent == orgRefData
	case organisation:
		ok = parent == organisations
	case roles, rels, succs:
		ok = parent == organisation
	case role:
		ok = parent == roles
	case rel:
		ok = parent == rels
	case succ:
		ok = parent == succs
	case date:
		ok = parent == organisation || parent == role || parent == rel || parent == succ
	case target:
		ok = parent == rel || parent == succ
	}
	if !ok {
		return other
	}
	return e
}

// localName gives a name without its prefix.
func localName(full []byte) []byte {
	if i := bytes.IndexByte(full, ':'); i >= 0 {
		return full[i+1:]
	}
	return full
}
