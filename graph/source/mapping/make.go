package mapping

import (
	"slices"
	"strconv"

	"mapper/graph"
	"mapper/graph/source"
)

// make fills in the entities and claims of a row; wrong says why it cannot.
func (r *reader) make(at graph.Place) (field, wrong string) {
	for i := range r.program.entities {
		d := &r.program.entities[i]
		r.made.ids[i] = ""
		if d.when >= 0 && r.cells[d.when] == "" {
			continue
		}
		if field, wrong := r.entity(d, at); wrong != "" {
			return d.called + ": " + field, wrong
		}
		r.made.ids[i] = r.made.entities[len(r.made.entities)-1].ID
	}
	for i := range r.program.claims {
		c := &r.program.claims[i]
		if c.when >= 0 && r.cells[c.when] == "" {
			continue
		}
		if field, wrong := r.claim(c, at); wrong != "" {
			return field, wrong
		}
	}
	return "", ""
}

// entity fills in one entity, in the place of one of an earlier row.
func (r *reader) entity(d *describing, at graph.Place) (field, wrong string) {
	all := r.made.entities
	if len(all) == cap(all) {
		all = append(all, graph.Entity{})
	} else {
		all = all[:len(all)+1]
	}
	r.made.entities = all
	e := &all[len(all)-1]
	*e = graph.Entity{ID: r.fill(d.id), Name: r.fill(d.name), Kinds: d.same, Aliases: r.filled(e.Aliases[:0], d.aliases),
		Codes: e.Codes[:0], Note: r.fill(d.note), Place: at}
	switch {
	case e.ID == "" || e.Name == "":
		return "id", "the row gives no id or name"
	case !source.IsEnd(e.ID):
		return "id", strconv.Quote(e.ID) + ": " + source.EndForm
	}
	if d.same == nil {
		if e.Kinds = r.filled(nil, d.kinds); len(e.Kinds) == 0 {
			return "kinds", "the row gives no kind"
		}
		if kind, unknown := unknownKind(e.Kinds); unknown {
			return "kinds", strconv.Quote(kind) + " is not a kind of the vocabulary"
		}
	}
	for _, t := range d.codes {
		text := r.fill(t)
		if text == "" {
			continue
		}
		code, err := graph.ParseCode(text)
		if err != nil {
			return "codes", err.Error()
		}
		e.Codes = append(e.Codes, code)
	}
	e.Span, field, wrong = r.span(d.start, d.end)
	return field, wrong
}

// claim fills in one claim, once for a row however many parts its list has.
func (r *reader) claim(d *claiming, at graph.Place) (field, wrong string) {
	c := graph.Claim{ID: r.fill(d.id), From: r.end(&d.from), Relation: d.Relation, To: r.end(&d.to), Status: graph.Status(d.Status),
		Role: r.fill(d.role), Speaker: r.fill(d.speaker), Document: r.document, Locator: source.RowLocator(at.Line),
		Phrase: source.Phrase(r.fill(d.phrase)), Note: r.fill(d.note), Place: at}
	if slices.ContainsFunc(r.made.claims, func(had graph.Claim) bool { return had.ID == c.ID }) {
		return "", ""
	}
	if line := r.claimed.Find(source.Hash(c.ID)); line != nil {
		return "", "line " + strconv.Itoa(int(*line)) + " says the same"
	}
	switch {
	case c.From == "" || c.To == "":
		return "", "an end of " + c.Relation + " is empty"
	case !source.IsID(c.ID):
		return "id", strconv.Quote(c.ID) + ": " + source.IDForm
	case !source.IsEnd(c.From):
		return "from", strconv.Quote(c.From) + ": " + source.EndForm
	case !source.IsEnd(c.To):
		return "to", strconv.Quote(c.To) + ": " + source.EndForm
	case c.Speaker != "" && !source.IsEnd(c.Speaker):
		return "speaker", strconv.Quote(c.Speaker) + ": " + source.EndForm
	}
	if c.Span, field, wrong = r.span(d.start, d.end); wrong == "" {
		r.made.claims = append(r.made.claims, c)
	}
	return field, wrong
}

// end gives the id at an end of a claim; "" for an entity that the row does not describe.
func (r *reader) end(e *ending) string {
	if e.entity >= 0 {
		return r.made.ids[e.entity]
	}
	return r.fill(e.id) // an id, or a reference to the bearer of a code
}

func (r *reader) span(start, end template) (made graph.Span, field, wrong string) {
	var err error
	if made.Start, err = graph.ParseDate(r.date(r.fill(start))); err != nil {
		return made, "start", err.Error()
	}
	if made.End, err = graph.ParseDate(r.date(r.fill(end))); err != nil {
		return made, "end", err.Error()
	}
	if made.Start != "" && made.End != "" {
		if err := made.Check(); err != nil {
			return made, "end", err.Error()
		}
	}
	return made, "", ""
}

// find gives what a derived column holds.
func (d *deriving) find(text string) string {
	found := d.pattern.FindStringSubmatchIndex(text)
	if found == nil || found[2] < 0 {
		return ""
	}
	group := text[found[2]:found[3]]
	if instead, ok := d.Instead[group]; ok {
		return instead
	}
	return group
}

// applies says whether a row with this cell is rejected.
func (s *skipping) applies(cell string) bool {
	return s.pattern.MatchString(cell) == (s.Lacks == "")
}

// unknownKind gives the first kind that the vocabulary lacks.
func unknownKind(kinds []string) (kind string, unknown bool) {
	for _, kind := range kinds {
		if graph.Standard().Kind(kind) == nil {
			return kind, true
		}
	}
	return "", false
}
