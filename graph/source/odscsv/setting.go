package odscsv

import (
	"strconv"
	"strings"

	"mapper/graph/source/ods"
)

// settings are the older dialect's prescribing settings as the roles that the newer
// one gives instead.
var settings = map[string][]string{
	"0": {"RO72"}, "1": {"RO87"}, "2": {"RO80"}, "3": {"RO80", "RO87"}, "4": {"RO76"},
	"8": {"RO255"}, "9": {"RO247"}, "10": {"RO250"}, "11": {"RO252"}, "12": {"RO259"}, "13": {"RO249"}, "14": {"RO246"},
	"15": {"RO245"}, "16": {"RO260"}, "17": {"RO257"}, "18": {"RO256"}, "19": {"RO251"}, "20": {"RO248"}, "21": {"RO254"},
	"22": {"RO258"}, "24": {"RO253"}, "25": {"RO82"},
}

// practice is the role of a GP practice, of which nothing needs to be noted.
const practice = "RO76"

// olderSetting reads a number. One that is not known is still a prescriber's.
func olderSetting(text string) (ids []string, note string, ok bool) {
	if ids := settings[text]; ids != nil {
		return ids, settingNote(ids), true
	}
	if _, err := strconv.ParseUint(text, 10, 8); err != nil {
		return nil, "", false
	}
	return []string{"RO177"}, "Prescribing setting " + text + ", which is not known. ", true
}

// settingNote names settings.
func settingNote(ids []string) string {
	var names []string
	for _, id := range ids {
		if role := ods.FindRole(id); role != nil && id != practice {
			names = append(names, role.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Prescribing setting: " + strings.Join(names, ", ") + ". "
}
