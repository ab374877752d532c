package mapping

import (
	"regexp"

	"mapper/graph"
	"mapper/graph/source"
)

func span(start, end string, row source.Row) (made graph.Span, field, wrong string) {
	for _, part := range []struct {
		field, text string
		into        *graph.Date
	}{{"start", start, &made.Start}, {"end", end, &made.End}} {
		date, err := graph.ParseDate(isoDate(fill(part.text, row)))
		if err != nil {
			return made, part.field, err.Error()
		}
		*part.into = date
	}
	return made, "", ""
}

// find gives what a derived column holds.
func (d derive) find(text string) string {
	found := d.pattern.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	if instead, ok := d.Instead[found[1]]; ok {
		return instead
	}
	return found[1]
}

// holeForm is a hole of a template: {column} or {column|filter}.
var holeForm = regexp.MustCompile(`\{([^{}|]+)(?:\|(\w+))?\}`)

// fill puts the cells of a row into a template.
func fill(template string, row source.Row) string {
	return source.Clean(holeForm.ReplaceAllStringFunc(template, func(hole string) string {
		parts := holeForm.FindStringSubmatch(hole)
		cell := row.Text(parts[1])
		switch parts[2] {
		case "slug":
			return source.Slug(cell)
		case "title":
			return source.Title(cell)
		case "words":
			return source.Phrase(cell)
		case "date":
			return isoDate(cell)
		}
		return cell
	}))
}

// filled fills a list of templates and leaves out what stays empty.
func filled(templates []string, row source.Row) []string {
	var texts []string
	for _, t := range templates {
		if text := fill(t, row); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// eightDigits is a date as the older files write it.
var eightDigits = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)

func isoDate(text string) string { return eightDigits.ReplaceAllString(text, "$1-$2-$3") }
