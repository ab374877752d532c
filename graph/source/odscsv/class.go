package odscsv

import (
	"slices"
	"strconv"
	"strings"

	"mapper/graph/source/ods"
)

// class is what the columns on roles say, worked out once for each text.
type class struct {
	roles []ods.Held
	note  string
}

// classColumn is the column that decides what a body is.
func (r *reader) classColumn() column {
	if r.settles {
		return setting
	}
	return subtype
}

// classKey is all that a class is worked out from.
type classKey struct{ text, further string }

// class finds out what the row's body is; ok is false when that is not known.
func (r *reader) class() (*class, bool) {
	key := classKey{text: r.row.at(r.classColumn())}
	if r.byCode != nil && !strings.HasPrefix(key.text, "RO") {
		key.further = r.byCode(r.row.at(code))
	} else if r.named != nil {
		key.further = r.named(r.row.at(name))
	}
	if known := r.classes[key]; known != nil {
		return known, true
	}
	ids, note, ok := r.roleIDs(key.text)
	if !ok {
		return nil, false
	}
	found := &class{note: note}
	for _, id := range ids {
		found.roles = append(found.roles, ods.Held{Role: id})
	}
	if key.further != "" {
		found.roles = append(found.roles, ods.Held{Role: key.further})
	}
	if len(r.classes) < mostClasses {
		key.text = strings.Clone(key.text)
		r.classes[key] = found
	}
	return found, true
}

// mostClasses bounds the memory for classes; an honest file has a few dozen.
const mostClasses = 1000

// roleIDs reads role ids joined by a bar, a sub-type or a prescribing setting.
func (r *reader) roleIDs(text string) (ids []string, note string, ok bool) {
	switch {
	case strings.HasPrefix(text, "RO"):
		for _, id := range strings.Split(text, "|") {
			number, isRole := strings.CutPrefix(id, "RO")
			if _, err := strconv.ParseUint(number, 10, 16); err != nil || !isRole {
				return nil, "", false
			}
			ids = append(ids, strings.Clone(id))
		}
		if r.settles {
			note = settingNote(ids)
		}
	case r.settles && text != "":
		return olderSetting(text)
	case r.letters[text] != "":
		return []string{r.letters[text]}, "", true
	case text != "" && (r.letters != nil || len(text) > 1):
		return nil, "", false
	}
	if r.role != "" && !slices.ContainsFunc(ids, telling) {
		ids = append(ids, r.role)
	}
	return ids, note, true
}

// telling says whether a role says what a body is.
func telling(id string) bool {
	role := ods.FindRole(id)
	return role != nil && role.Kind != ""
}
