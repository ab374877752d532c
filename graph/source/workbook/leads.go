package workbook

import (
	"regexp"
	"strings"

	"mapper/graph/source"
)

// lead is one person of a cell of leads.
type lead struct {
	of        string // a part of the partnership that the person leads, where the cell names one
	name      string
	styled    string // the name as the cell has it, with title and honours
	role      string
	bodies    []string // where the post is held
	uncertain bool     // the cell puts a question mark
}

// A person stands at the beginning of a part: a label, a title, two or three names, honours.
const personForm = `(?:([^:(),]{3,40}): )?((?:(?:Dr|Sir|Dame|Lord|Professor|Prof|Ms|Mrs|Mr) )?([A-Z][a-z]+(?: [A-Z][A-Za-z'’-]+){1,2}?)(?: (?:OBE|CBE|MBE))?)`

var (
	personStart = regexp.MustCompile(`^` + personForm + `\s*[,(]\s*(.*)$`)
	// secondLead is a further person in the same sentence: "… and Suzanne Tracey, Chief Executive of …".
	secondLead = regexp.MustCompile(` and ([A-Z][a-z]+ [A-Z][a-z]+, (?:Chief|Chair|Accountable|Senior|Interim|Managing|Director)\b)`)
	// post is a role up to its last telling word, and what follows.
	post      = regexp.MustCompile(`^(.*\b(?:[Dd]esignate|Executive|Officer|Chair|Director|[Ll]ead|CO)\b)(.*)$`)
	connector = regexp.MustCompile(`^(?:,|of\b|at\b|for\b)?\s*(?:the\b)?\s*`)
	// bodyWord tells a body from a place or a field of work.
	bodyWord = regexp.MustCompile(`(?i)\b(trust|ccgs?|council|authority|partnership|ahsn|federation|alliance|nhs england|clinical commissioning groups?|stp|ics)\b`)
	initials = regexp.MustCompile(`\s*\([A-Z]{2,}s?\)$`)
	// severalGroups names groups by place: "South Norfolk and North Norfolk CCGs".
	severalGroups = regexp.MustCompile(`^(.*?) (?:CCGs|Clinical Commissioning Groups)(?: \((.+)\))?$`)
	twoBodies     = regexp.MustCompile(`^(.*\b(?:Trust|CCG)) and (.*\b(?:Trust|CCG))$`)
	listed        = regexp.MustCompile(`, | and `)
)

// leadsOf splits a cell into its leads; what cannot be read as one comes back as it stands.
func leadsOf(cell string) (leads []lead, unread []string) {
	for _, part := range parts(cell) {
		if l, ok := leadOf(part); ok {
			leads = append(leads, l)
		} else {
			unread = append(unread, part)
		}
	}
	return leads, unread
}

// parts splits a cell into one text a person. A line that begins with no person
// belongs to the one before.
func parts(cell string) []string {
	cell = secondLead.ReplaceAllString(strings.ReplaceAll(cell, " / ", "\n"), "\n$1")
	var found []string
	for line := range strings.Lines(cell) {
		line = source.Clean(line)
		switch {
		case line == "":
		case len(found) == 0 || personStart.MatchString(line):
			found = append(found, line)
		default:
			found[len(found)-1] += ", " + line
		}
	}
	return found
}

// leadOf reads "name (role, organisation)", "name, role, organisation" and the like.
func leadOf(part string) (lead, bool) {
	found := personStart.FindStringSubmatch(part)
	if found == nil || strings.Contains(part, "@") {
		return lead{}, false
	}
	l := lead{of: found[1], styled: found[2], name: found[3]}
	rest := balanced(strings.TrimRight(found[4], " ."))
	if certain, doubtful := strings.CutSuffix(rest, "?"); doubtful {
		rest, l.uncertain = certain, true
	}
	body := rest
	if p := post.FindStringSubmatch(rest); p != nil {
		l.role, body = p[1], connector.ReplaceAllString(strings.TrimSpace(p[2]), "")
	}
	switch {
	case bodyWord.MatchString(body):
		l.bodies = bodies(body)
	case body != "":
		l.role = rest
	}
	return l, true
}

// balanced drops the closing bracket of one that was opened before the text.
func balanced(text string) string {
	for strings.HasSuffix(text, ")") && strings.Count(text, ")") > strings.Count(text, "(") {
		text = strings.TrimRight(strings.TrimSuffix(text, ")"), " .")
	}
	return text
}

// bodies splits the organisations of a post.
func bodies(text string) []string {
	text = initials.ReplaceAllString(text, "")
	if strings.Contains(text, ";") {
		var all []string
		for part := range strings.SplitSeq(text, ";") {
			all = append(all, bodies(strings.TrimSpace(part))...)
		}
		return all
	}
	if two := twoBodies.FindStringSubmatch(text); two != nil {
		return two[1:]
	}
	groups := severalGroups.FindStringSubmatch(text)
	if groups == nil || strings.HasSuffix(groups[1], " of") {
		return []string{text}
	}
	places := groups[1]
	if groups[2] != "" {
		places = groups[2]
	}
	var all []string
	for _, place := range listed.Split(places, -1) {
		all = append(all, strings.TrimSpace(place)+" CCG")
	}
	return all
}
